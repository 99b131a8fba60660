extension Derivations {
    /// Litres per hour in a millilitre per minute.
    private static let litresPerHour = 0.06

    static let mineral: [String: @Sendable ([Double]) -> Double] = [
        "mineral.calciumBalance.greatestAbsorption": { 2 * $0[0] },
        "mineral.calciumBalance.lostShare": { $0[0] / ($0[1] * $0[2] * $0[3] * litresPerHour) },
    ]
}
