import Modeling

/// The contested part: what carboxylated MGP and warfarin do to the growth of calcification, shared by all beds.
///
///     factor = exp(−effect · (F − F₀) + warfarin · I)
///
/// `effect` is centred on 0: no trial has settled its sign. The exponential equals 1 − effect · (F − F₀) to first order
/// and never turns growth negative. Warfarin has a term of its own, null allowed; neither informs the other.
struct VitaminKEffect: Component {
    /// Shared effect per unit of carboxylated share [1], spread about 0.
    let shared: Expression
    let warfarin: Expression
    /// Carboxylated share at which the factor is 1 [1].
    let reference: Expression
    /// Factor on the growth of each bed [1].
    let onCoronary, onAorta, onValve: Expression

    init(in scope: Scope, vessel: VesselMatrixGlaProtein, inhibition: Expression) {
        shared = scope.parameter(
            "effect", 0, .dimensionless,
            .assumed(because: "trials disagree; the posterior comes from EF1 and may stay at none"),
            spread: .normal(standardDeviation: 1), grade: .contested, nonNegative: false,
            "fall of log growth per carboxylated share of vessel MGP, shared by the beds")
        warfarin = scope.parameter(
            "warfarinEffect", 0, .dimensionless,
            .assumed(
                because:
                    "warfarin goes with more calcium in cohorts (pooled odds ratio 1.21, confounded), none in a trial (Valkyrie)"
            ),
            spread: .normal(standardDeviation: 0.3), grade: .contested, nonNegative: false,
            "rise of log growth with VKOR blocked")
        reference = scope.parameter(
            "reference", 0.69, .dimensionless,
            .assumed(because: "the share in a person on a usual diet, so that the median course needs no vitamin K"),
            "carboxylated share at which the effect is none")
        let common = warfarin * inhibition
        let (shared, excess) = (shared, vessel.carboxylated - reference)
        func factor(on bed: String) -> Expression {
            let deviation = scope.parameter(
                "\(bed)Deviation", 0, .dimensionless,
                .assumed(because: "beds differ, intimal from medial; by how much is unknown"),
                spread: .normal(standardDeviation: 0.3), grade: .contested, nonNegative: false,
                "deviation of the \(bed) from the shared effect")
            return scope.define(
                "\(bed)Factor", .dimensionless, exp(common - (shared + deviation) * excess),
                "factor on growth in the \(bed)")
        }
        onCoronary = factor(on: "coronary")
        onAorta = factor(on: "aorta")
        onValve = factor(on: "valve")
    }
}
