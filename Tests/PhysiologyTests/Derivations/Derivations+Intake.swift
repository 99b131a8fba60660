extension Derivations {
    /// 148.2 nmol per kg of fat at 1 nmol/L in plasma, times the turnover of fat [L/h/kg].
    static let intake: [String: @Sendable ([Double]) -> Double] = [
        "vitaminK.k1.adiposeClearance": { 148.2 / 1 * ($0[0] + $0[1]) }
    ]
}
