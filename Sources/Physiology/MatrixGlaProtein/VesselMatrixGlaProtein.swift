import Modeling

/// Matrix Gla protein of the vessel wall, by carboxylation and phosphorylation.
///
///     dC/dt = k · (f − C),   dU/dt = k · (1 − f − U)
///
/// Amounts are relative to all MGP at usual synthesis, so C + U is 1 at balance. Serines are phosphorylated later and elsewhere in
/// the cell than residues are carboxylated, so the two are taken as independent: a share p of either form is
/// phosphorylated. Only what is both holds back calcium.
struct VesselMatrixGlaProtein: Component {
    /// Carboxylated, phosphorylated or not, relative to all [1].
    let carboxylated: Expression
    /// Uncarboxylated, phosphorylated or not, relative to all [1].
    let uncarboxylated: Expression
    /// Phosphorylated share of either form [1].
    let phosphorylatedShare: Expression
    /// Carboxylated and phosphorylated, relative to all [1].
    let active: Expression

    /// - Parameter newlyCarboxylated: share of new protein [1].
    init(in scope: Scope, newlyCarboxylated: Expression) {
        let halfLife = scope.parameter(
            "halfLife", 7, .day,
            .assumed(because: "dp-ucMGP has fallen at the first visit after four weeks (Dalmeijer 2012)"),
            spread: .logNormal(coefficientOfVariation: 0.5), "half-life of MGP in the wall")
        let phosphorylated = scope.parameter(
            "phosphorylatedShare", 0.7, .dimensionless,
            .assumed(because: "both modifications are incomplete (Liabeuf 2014); how far in the human wall is unknown"),
            spread: .uniform(0.6, 0.8), "phosphorylated share of MGP")
        let carboxylated = scope.state(
            "carboxylated", .dimensionless, initial: newlyCarboxylated, typical: 0.1,
            "carboxylated MGP in the vessel wall")
        let uncarboxylated = scope.state(
            "uncarboxylated", .dimensionless, initial: 1 - newlyCarboxylated, typical: 0.1,
            "uncarboxylated MGP in the vessel wall")
        let rate = ln(2) / halfLife.converted(from: .day, to: .hour)
        scope.rate(of: carboxylated, rate * (newlyCarboxylated - carboxylated))
        scope.rate(of: uncarboxylated, rate * (1 - newlyCarboxylated - uncarboxylated))
        active = scope.define(
            "active", .dimensionless, carboxylated * phosphorylated, "MGP that is carboxylated and phosphorylated")
        (self.carboxylated, self.uncarboxylated) = (carboxylated, uncarboxylated)
        phosphorylatedShare = phosphorylated
    }
}
