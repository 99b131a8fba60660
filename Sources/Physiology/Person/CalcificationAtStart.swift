import Modeling

/// The calcium and hair a person starts with: states without a steady state are pinned to these.
struct CalcificationAtStart: Component {
    /// Coronary artery calcium [AU]; the default is the median of men in Erbel 2014.
    let coronary: Expression
    /// Aortic calcium relative to the median of age and sex [1].
    let aorticRelative: Expression
    /// Aortic valve calcium [AU].
    let valve: Expression
    /// Density of scalp hair relative to full [%].
    let hairDensity: Expression

    init(in scope: Scope) {
        coronary = scope.input("coronaryCalcium", 41, .agatston, "coronary artery calcium at the start")
        aorticRelative = scope.input(
            "aorticCalcium", 1, .dimensionless, "aortic calcium at the start, relative to the median of age and sex")
        valve = scope.input("valveCalcium", 10, .agatston, "aortic valve calcium at the start")
        hairDensity = scope.input("hairDensity", 90, .percent, "density of scalp hair at the start, full is 100")
    }
}
