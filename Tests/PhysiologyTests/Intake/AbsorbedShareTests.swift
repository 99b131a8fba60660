import Testing

@testable import Physiology

/// Nobody absorbs more than they eat.
@Suite struct AbsorbedShareTests {
    /// What leaves in faeces never shrinks, for draws at the far end of the share's spread too.
    @Test(arguments: ["k1", "mk4", "mk7"]) func noDrawAbsorbsMoreThanAll(_ vitamer: String) throws {
        let course = try Course(hours: every(6, to: 48), parameters: ["vitaminK.\(vitamer).dietAbsorbedShare": 1.6])
        let faeces = course["faeces.\(vitamer)"]
        #expect(zip(faeces, faeces.dropFirst()).allSatisfy { $1 >= $0 - 1e-9 }, "\(faeces)")
    }
}
