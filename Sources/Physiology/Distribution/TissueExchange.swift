import Modeling

/// A tissue that takes a vitamer from plasma and gives it back, to HDL: apparent volume V, rate k.
///
///     uptake = V · k · C,   return = k · A
struct TissueExchange: Component {
    /// [nmol]
    let amount: Expression
    /// From plasma [nmol/h].
    let uptake: Expression

    /// - Parameters:
    ///   - volume: apparent volume [L]: amount at balance per plasma concentration.
    ///   - rate: of return [1/h].
    ///   - atStart: estimate of the plasma concentration for the first guess [nmol/L].
    init(
        in scope: Scope, _ name: String, plasma: PlasmaLipoproteins, atStart: Expression, volume: Expression,
        rate: Expression
    ) {
        amount = scope.state(name, .nanomole, initial: volume * atStart, typical: 1, "amount in \(name)")
        uptake = plasma.taken(in: scope, by: name, into: amount, clearance: volume * rate)
        scope.flow("\(name)Return", from: amount, to: plasma.longLived, rate: rate * amount, "\(name) to HDL")
    }
}
