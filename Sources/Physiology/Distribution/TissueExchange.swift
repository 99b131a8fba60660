import Modeling

/// A tissue that takes a vitamer from plasma and gives it back: apparent volume V, rate k.
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
    ///   - concentration: in plasma [nmol/L]; `atStart` is its estimate for the first guess.
    init(
        in scope: Scope, _ name: String, plasma: Expression, concentration: Expression, atStart: Expression,
        volume: Expression, rate: Expression
    ) {
        let amount = scope.state(name, .nanomole, initial: volume * atStart, typical: 1, "amount in \(name)")
        uptake = scope.flow(
            "\(name)Uptake", from: plasma, to: amount, rate: volume * rate * concentration, "plasma to \(name)")
        scope.flow("\(name)Return", from: amount, to: plasma, rate: rate * amount, "\(name) to plasma")
        self.amount = amount
    }
}
