import Studies
import Testing

@testable import Physiology

/// Nobody absorbs more than they eat.
@Suite struct AbsorbedShareTests {
    private static let family = Flagship()

    /// Each share of absorption, in many draws: above one, a person made vitamin K out of nothing.
    @Test func noDrawAbsorbsMoreThanAll() throws {
        let model = Self.family.model(using: [])
        let shares = model.quantities.map(\.identifier).filter { $0.hasSuffix("Share") && $0.hasPrefix("vitaminK.") }
        #expect(shares.count >= 9, "\(shares)")
        let draws = ParameterDraws(seed: 5)
        for index in 0..<2000 {
            let values = draws.values(for: model, drawIndex: index)
            for share in shares {
                if let value = values[share] { #expect(value > 0 && value < 1, "\(share), draw \(index)") }
            }
        }
    }

    /// What leaves in faeces never shrinks where nearly all is absorbed.
    @Test(arguments: ["k1", "mk4", "mk7"]) func faecesNeverShrink(_ vitamer: String) throws {
        let course = try Course(hours: every(6, to: 48), parameters: ["vitaminK.\(vitamer).dietAbsorbedShare": 0.999])
        let faeces = course["faeces.\(vitamer)"]
        #expect(zip(faeces, faeces.dropFirst()).allSatisfy { $1 >= $0 - 1e-9 }, "\(faeces)")
    }
}
