import Testing

@testable import Studies

/// How a study was done, paid for and read.
@Suite struct ProvenanceTests {
    static func read(_ lines: String) throws -> ObservedStudy {
        try ObservedStudy(parsing: ObservedStudyTests.good + "\n" + lines, file: "t.yaml", for: TinyFamily())
    }

    @Test func itIsRead() throws {
        let study = try Self.read(
            "design: cohort\nfunding: A fund.\nrisk of bias: \"some concerns: small\"\nread: A table.\n")
        #expect(study.design == .cohort && study.funding == "A fund." && study.reading == "A table.")
        #expect(study.riskOfBias == RiskOfBias(.someConcerns, because: "small"))
        #expect(study.observations[0].count == 16)
        #expect(try Self.read("").design == nil)
    }

    @Test(arguments: [
        ("design: cohrt", "'cohrt' is not a design (did you mean cohort?)"),
        ("risk of bias: low", "the judgement has no reason"),
        ("risk of bias: \"hiigh: x\"", "'hiigh' is not a judgement (did you mean high?)"),
    ])
    func faultsAreNamed(line: String, message: String) {
        #expect { _ = try Self.read(line) } throws: { "\($0)".contains(message) }
    }

    @Test func designsThatCompareByChanceAreRandomised() {
        #expect(StudyDesign.allCases.filter(\.isRandomised) == [.doubleBlind, .openRandomised, .crossover])
        #expect(StudyDesign.allCases.allSatisfy { !$0.isRandomised || $0.isControlledInPeople })
        #expect(StudyDesign.allCases.allSatisfy { !$0.isUncontrolledInPeople || !$0.isControlledInPeople })
    }
}
