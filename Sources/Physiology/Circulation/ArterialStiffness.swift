import Modeling

/// cfPWV from age and pressure, and from aortic calcium as far as it departs from the usual for age and sex.
///
///     cfPWV = reference(age, MAP) · exp(s · ln((C + 1) / (median + 1)))
///
/// The reference already holds average calcification; only the departure adds. Bramwell–Hill: compliance ∝ 1 / cfPWV².
struct ArterialStiffness: Component {
    /// [m/s]
    let pulseWaveVelocity: Expression
    /// Log of aortic calcium over the median [1].
    let departure: Expression
    /// Compliance relative to the start [1].
    let relativeCompliance: Expression

    /// - Parameter meanPressure: at the start [mmHg].
    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, calcification: Calcification,
        meanPressure: Expression, form: Expression
    ) {
        let byCalcium = scope.parameter(
            "byCalcium", 0.03, .dimensionless,
            .assumed(because: "CAC and PWV go together across people; how much calcium itself stiffens is unsettled"),
            spread: .normal(standardDeviation: 0.03), grade: .contested, nonNegative: false,
            "rise of log cfPWV per log departure of calcium")
        let one = scope.parameter(
            "unit", 1, .agatston, .assumed(because: "keeps the logarithm finite without calcium"), "offset")
        let reference = ReferencePulseWaveVelocity(
            in: scope.scope("reference", "reference curves of cfPWV"), pressure: meanPressure, form: form)
        departure = scope.define(
            "departure", .dimensionless, ln((calcification.aorta.calcium + one) / (calcification.aorticMedian + one)),
            "log of aortic calcium over the median")
        pulseWaveVelocity = scope.define(
            "cfPWV", .metrePerSecond, reference.velocity(atAge: person.age) * exp(byCalcium * departure),
            "carotid–femoral pulse wave velocity")
        let atStart = scope.define(
            "cfPWVAtStart", .metrePerSecond,
            reference.velocity(atAge: person.ageAtStart) * exp(byCalcium * ln(start.aorticRelative)),
            "cfPWV at the start")
        relativeCompliance = scope.define(
            "relativeCompliance", .dimensionless, (atStart / pulseWaveVelocity).squared,
            "arterial compliance relative to the start")
    }
}
