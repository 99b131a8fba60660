import Modeling

/// Matrix Gla protein of the vessel wall: what share is carboxylated and so can hold back calcium.
///
///     dF/dt = k · (f − F)
struct VesselMatrixGlaProtein: Component {
    /// Carboxylated share of MGP in the wall [1].
    let carboxylated: Expression

    init(in scope: Scope, hydroquinone: Expression) {
        let half = scope.parameter(
            "halfHydroquinone", FittedValues.vesselHalfHydroquinone.value, .nanomole,
            .fitted(study: FittedValues.vesselHalfHydroquinone.study), spread: .logNormal(coefficientOfVariation: 0.4),
            "hydroquinone that carboxylates half")
        let steepness = scope.parameter(
            "steepness", 1, .dimensionless,
            .assumed(because: "dp-ucMGP falls about in proportion over the doses studied (BM1)"),
            "steepness of carboxylation in hydroquinone")
        let halfLife = scope.parameter(
            "halfLife", 7, .day,
            .assumed(because: "dp-ucMGP has fallen at the first visit after four weeks (Dalmeijer 2012)"),
            spread: .logNormal(coefficientOfVariation: 0.5), "half-life of MGP in the wall")
        let share = Carboxylation(in: scope, hydroquinone: hydroquinone, half: half, steepness: steepness).fraction
        let carboxylated = scope.state(
            "carboxylated", .dimensionless, initial: share, typical: 0.1, "carboxylated share of MGP in the vessel wall"
        )
        let rate = ln(2) / halfLife.converted(from: .day, to: .hour)
        scope.rate(of: carboxylated, rate * (share - carboxylated))
        self.carboxylated = carboxylated
    }
}
