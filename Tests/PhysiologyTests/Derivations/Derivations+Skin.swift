extension Derivations {
    /// Skin and hair.
    static let skin: [String: @Sendable ([Double]) -> Double] = [
        "skin.gelGain": { ($0[0] + $0[1]) / 2 },
        "hair.full": { ($0[0] + $0[1]) / 2 },
    ]
}
