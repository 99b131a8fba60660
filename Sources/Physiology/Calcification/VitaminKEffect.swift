import Modeling

/// The contested part: what active MGP and warfarin do to the growth of calcification, shared by all beds.
///
///     log factor = −effect · (F − F₀) + warfarin · I
///
/// A share π of the effect acts on the cells of the wall, and so within months; the rest and warfarin act on the deposits at
/// once. At rest both together are the factor above. `effect` is centred on 0: no trial has settled its sign; at 0 vitamin K
/// has no influence at all. The exponential equals 1 − effect · (F − F₀) to first order and never turns growth negative.
/// Warfarin has a term of its own, null allowed; neither informs the other.
struct VitaminKEffect: Component {
    /// What vitamin K and warfarin do in one bed.
    struct OnBed {
        /// Factor on the stimulus of cells to turn bone-like [1].
        let onPhenotype: Expression
        /// Factor on the forming of micro-deposits [1].
        let onDeposits: Expression
    }

    /// Shared effect per unit of the active share [1], spread about 0.
    let shared: Expression
    let warfarin: Expression
    /// Active share at which the factor is 1 [1].
    let reference: Expression
    let coronary, aorta, peripheral, valve, scalp: OnBed

    /// - Parameters:
    ///   - activeMGP: share of the wall's MGP that can hold back calcium [1].
    ///   - inhibition: of VKOR by warfarin [1].
    init(in scope: Scope, activeMGP: Expression, inhibition: Expression) {
        let shared = scope.parameter(
            "effect", 0, .dimensionless,
            .assumed(because: "trials disagree; the posterior comes from EF1 and may stay at none"),
            spread: .normal(standardDeviation: 1), grade: .contested, nonNegative: false,
            "fall of log growth per active share of vessel MGP, shared by the beds")
        let warfarin = scope.parameter(
            "warfarinEffect", 0, .dimensionless,
            .assumed(
                because:
                    "warfarin goes with more calcium in cohorts (pooled odds ratio 1.21, confounded), none in a trial (Valkyrie)"
            ),
            spread: .normal(standardDeviation: 0.3), grade: .contested, nonNegative: false,
            "rise of log growth with VKOR blocked")
        let reference = scope.parameter(
            "reference", 0.48, .dimensionless,
            .assumed(because: "the share in a person on a usual diet, so that the median course needs no vitamin K"),
            "active share at which the effect is none")
        let byPhenotype = scope.parameter(
            "throughPhenotype", 0.5, .dimensionless,
            .assumed(
                because:
                    "MGP binds mineral and also the growth factors that turn cells bone-like; which weighs more is open"
            ),
            spread: .uniform(0, 1), "share of the effect that acts through the phenotype of cells")
        let blocked = warfarin * inhibition
        let excess = scope.define("excess", .dimensionless, activeMGP - reference, "active share over the reference")
        func onBed(_ bed: String) -> OnBed {
            let deviation = scope.parameter(
                "\(bed)Deviation", 0, .dimensionless,
                .assumed(because: "beds differ, intimal from medial; by how much is unknown"),
                spread: .normal(standardDeviation: 0.3), grade: .contested, nonNegative: false,
                "deviation of the \(bed) from the shared effect")
            let protection = scope.define(
                "\(bed)Protection", .dimensionless, (shared + deviation) * excess, "fall of log growth in the \(bed)")
            return OnBed(
                onPhenotype: exp(-(byPhenotype * protection)),
                onDeposits: exp(blocked - (1 - byPhenotype) * protection))
        }
        coronary = onBed("coronary")
        aorta = onBed("aorta")
        peripheral = onBed("peripheral")
        valve = onBed("valve")
        scalp = onBed("scalp")
        (self.shared, self.warfarin, self.reference) = (shared, warfarin, reference)
    }
}
