extension Derivations {
    static let intake: [String: @Sendable ([Double]) -> Double] = [
        "vitaminK.k1.adiposeClearance": { $0[0] / $0[1] * ($0[2] + $0[3]) }
    ]
}
