import Foundation

extension Derivations {
    private static let clottingProteins = ["factorII", "factorVII", "factorIX", "factorX", "proteinC", "proteinS"]

    /// Plasma, flow to the scalp, and the life of clotting proteins.
    static var person: [String: @Sendable ([Double]) -> Double] {
        var result: [String: @Sendable ([Double]) -> Double] = [
            "person.plasmaVolumePerWeight": { $0[0] / $0[1] },
            "circulation.flow.scalp.baldShare": { $0[0] / $0[1] },
        ]
        for name in clottingProteins { result["clotting.\(name)HalfLife"] = { log(2) / $0[0] } }
        return result
    }
}
