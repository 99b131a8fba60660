import Modeling

/// How much of a Gla protein leaves the cell carboxylated: nearly all, once hydroquinone is plentiful.
///
///     f = Hⁿ / (Kⁿ + Hⁿ)
///
/// f never passes 1, so no dose makes anyone hypercoagulable.
struct Carboxylation: Component {
    /// Carboxylated share of new protein [1].
    let fraction: Expression

    /// - Parameters:
    ///   - half: hydroquinone that carboxylates half [nmol].
    ///   - steepness: n [1]; above 1 where several residues must all be carboxylated.
    init(in scope: Scope, hydroquinone: Expression, half: Expression, steepness: Expression) {
        let relative = scope.define(
            "relativeHydroquinone", .dimensionless, hydroquinone / half, "hydroquinone over half-saturation")
        let powered = relative.power(steepness)
        fraction = scope.define(
            "newlyCarboxylated", .dimensionless, powered / (1 + powered), "carboxylated share of new protein")
    }
}
