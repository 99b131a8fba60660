import Studies
import Testing

@testable import Physiology

@Suite struct SafetyTests {
    private func statements(_ dose: String) throws -> [String] {
        let text = "arms:\n  - {name: arm, doses: [\(dose)]}\nhorizon: 30 days\nreport: every 10 days\n"
        return Flagship().safetyStatements(for: try Scenario(parsing: text, file: "s.yaml", for: Flagship()))
    }

    @Test func warfarinComesFirst() throws {
        #expect(try statements("K1 100 ug oral daily")[0].contains("warfarin"))
        #expect(try statements("K1 100 ug oral daily").count == 3)
    }

    @Test func highDoseAndSkinAreAdded() throws {
        #expect(try statements("MK-4 15 mg oral every 8 h").contains { $0.contains("Inoue 2009") })
        #expect(try !statements("MK-4 15 mg oral daily").contains { $0.contains("Inoue 2009") })
        #expect(try statements("MK-4 10 mg topical on 50 cm2 every 3 days").contains { $0.contains("Goto 2019") })
    }

    /// Harm under ultraviolet A light was seen in culture alone; whoever looks at a number of the skin must meet it.
    @Test func phototoxicityIsSaidWhereverTheSkinIs() throws {
        #expect(try statements("MK-4 10 mg topical on 50 cm2 daily").contains { $0.contains("ultraviolet A") })
        let model = Flagship().model(using: [Flagship.topical])
        let ofSkin = model.outputs.filter { $0.identifier.hasPrefix("skin.") || $0.identifier == "subcutaneous.mk4" }
        #expect(ofSkin.count >= 4 && ofSkin.allSatisfy { $0.label.contains("phototoxic") }, "\(ofSkin.map(\.label))")
        #expect(
            Flagship().safetyStatements(
                for: try Scenario(parsing: Flagship().book.reference, file: "book", for: Flagship())
            )
            .contains { $0.contains("ultraviolet A") })
    }
}
