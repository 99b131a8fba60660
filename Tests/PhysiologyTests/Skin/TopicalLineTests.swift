import Studies
import Testing

@testable import Physiology

/// Dose lines for the skin, as scenario files write them.
@Suite struct TopicalLineTests {
    private func regimens(_ dose: String) throws -> [Scenario.Regimen] {
        let text = "horizon: 30 days\narms:\n  - name: a\n    doses:\n      - '\(dose)'"
        return try Scenario(parsing: text, file: "s.yaml", for: Flagship()).arms[0].regimens
    }

    @Test func washingIsARegimenOfItsOwn() throws {
        let regimens = try regimens("MK-4 10 mg topical on 100 cm2 daily for 10 days, washed off after 8 h")
        #expect(regimens.count == 2)
        #expect(regimens[0].attributes == ["area": 100, "gel": 0, "emulsion": 0])
        #expect(regimens[1].doseInput == Flagship.skinWash && regimens[1].text.isEmpty && regimens[1].amount == 1)
        #expect(regimens[1].start == 8 && regimens[1].interval == 24 && regimens[1].end == regimens[0].end + 8)
        #expect(regimens[1].substance != "MK-4", "a washing is no dose of MK-4")
    }

    @Test func aWashingAfterTheStudyIsNone() throws {
        #expect(try regimens("MK-4 10 mg topical once after 29 days, washed off after 48 h").count == 1)
    }

    @Test func vehiclesAreWords() throws {
        #expect(try regimens("MK-4 10 mg topical on 50 cm2 in gel once")[0].attributes["gel"] == 1)
        #expect(try regimens("MK-4 10 mg topical in Emulsion once")[0].attributes["emulsion"] == 1)
        #expect(try regimens("MK-4 10 mg topical in petrolatum once")[0].attributes["gel"] == 0)
        #expect(try regimens("MK-4 10 mg topical once")[0].attributes["emulsion"] == 0)
    }

    /// Dose line, and what of the message must be there.
    static let faults = [
        ("MK-4 10 mg topical in cream once", "'cream' is not a form of topical doses"),
        ("MK-4 10 mg topical in gell once", "did you mean gel?"),
        ("MK-4 10 mg topical in gel in gel once", "said twice"),
        ("MK-4 10 mg topical once in", "followed by nothing"),
        ("MK-4 10 mg oral in gel once", "takes no 'in …'"),
        ("MK-4 10 mg topical once, washed after 8 h", "'washed' is not followed by 'off'"),
        ("MK-4 10 mg topical once, washed off 8 h", "'washed' is not followed by 'after'"),
        ("MK-4 10 mg topical once, washed off after 8 mg", "is not a length of time"),
        ("MK-4 10 mg topical once, washed off after 0 h", "out of range"),
        ("MK-4 10 mg topical once, washed off after 8 h, washed off after 9 h", "said twice"),
        ("MK-4 10 mg oral once, washed off after 8 h", "'washed' is not understood here"),
        ("meal 25 mL oral once", "is not an amount of meal"),
    ]

    @Test(arguments: faults) func faultsAreSaid(dose: String, message: String) throws {
        let error = #expect(throws: ScenarioError.self) { try regimens(dose) }
        let text = error?.description ?? ""
        #expect(text.contains(message), "\(text)")
        #expect(error?.issues.first?.line == 5)
    }
}
