import Modeling

/// Phosphate of the gut (PhosGut).
///
///     dPhosGut/dt = intake · F12 − T52 · PhosGut
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct GutPhosphate: Component {
    /// Phosphate into the fluid, J53 [mmol/h].
    let uptake: Expression
    /// The same relative to the anchor [1].
    let relativeUptake: Expression

    init(in scope: Scope, pools: MineralPools, diet: Diet) {
        let anchorIntake = scope.peterson(
            "anchorIntake", 10.5, .millimolePerDay, at: "OralPhos", "intake at the anchor")
        let usualIntake = scope.parameter(
            "usualIntake", 1200, .milligramPerDay,
            .assumed(
                because:
                    "10.5 mmol/d is 325 mg, far below any diet: taken as what a usual diet brings to the paper's pool"
            ),
            "phosphorus intake at the anchor")
        let absorbedShare = scope.peterson("absorbedShare", 0.7, at: "F12", "share absorbed")
        let rate = scope.peterson("rate", 0.365, .perHour, at: "T52", "rate of uptake")
        let anchorUptake = scope.define(
            "anchorUptake", .millimolePerHour,
            absorbedShare * anchorIntake.converted(from: .millimolePerDay, to: .millimolePerHour),
            "uptake at the anchor")
        let amount = scope.state(
            "amount", .millimole, initial: anchorUptake / rate, typical: 0.1, "phosphate of the gut, PhosGut")
        scope.flow(
            "intake", from: nil, to: amount, rate: anchorUptake * diet.phosphorus / usualIntake,
            "phosphate that will be taken up")
        uptake = scope.flow("uptake", from: amount, to: pools.phosphateAmount, rate: rate * amount, "J53")
        relativeUptake = uptake / anchorUptake
    }
}
