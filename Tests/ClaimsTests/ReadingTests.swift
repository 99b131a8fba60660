import Studies
import Testing

@testable import Claims

@Suite struct ReadingTests {
    @Test func everyKindIsRead() throws {
        let file = try Sample.read(Sample.head + Sample.claims)
        #expect(file.claims.map(\.id) == ["rises", "heals", "plenty", "cited", "harmless"])
        #expect(file.claims[0].population.ages == 40...80 && file.claims[0].exposure.dose == "10 mg/day")
        let scenario = try #require(file.scenarios["days"])
        #expect(scenario.outputs == ["CAC", "plasma.mk4"])
        #expect(Set(scenario.reportTimes).isSuperset(of: [0, 96]))
        guard case .trial(let trial) = file.claims[1].tests[0] else { return #expect(Bool(false)) }
        let evidence = try #require(trial.evidence.first)
        #expect(evidence.design == .doubleBlind && evidence.count == 304 && evidence.finding == .inconclusive)
        #expect(evidence.effect.map { abs($0.lower - (-51 - 1.96 * 30)) < 1e-9 } == true)
    }

    /// What is replaced by what, and the message that must come.
    static let faults: [(String, String, String)] = [
        (
            "threshold: 1 AU", "threshold: 1 mg",
            "t.yaml:24:56: claims[2].outcome.threshold: 'mg' does not fit, since the value is in AU (write for example 10 AU)"
        ),
        (
            "dose: 10 mg/day", "dose: 10 mL/day",
            "t.yaml:17:34: claims[1].exposure.dose: 'mL/day' does not fit (write for example 10 mg/day)"
        ),
        (
            "from: dunlop2022", "from: dunlop2021",
            "t.yaml:36:53: claims[3].tests[1].arithmetic.values.content.from: the work 'dunlop2021' is not in the bibliography (did you mean dunlop2022?)"
        ),
        (
            "reference: inoue2009", "reference: vanished1999",
            "t.yaml:51:51: claims[5].tests[1].safety.reference: the work 'vanished1999' is not in the bibliography (add it to References.bib with its DOI)"
        ),
        (
            "study: EF1-AVADEC", "study: EF1-AVDEC",
            "t.yaml:27:30: claims[2].tests[1].trial.evidence[1].study: 'EF1-AVDEC' is not a study (did you mean EF1-AVADEC?)"
        ),
        (
            "output: plasma.mk4", "output: plasma.mk5",
            "t.yaml:18:23: claims[1].outcome.output: 'plasma.mk5' is not an output of the model (did you mean plasma.mk4?)"
        ),
        (
            "from 0 h to 4 days", "from 0 h to 5 days",
            "claims[1].tests[1].simulation.statistic: 'area from 0 h to 5 days' goes beyond the scenario's horizon (ask for a time within it)"
        ),
        (
            "arm: swallowed, against: nothing, statistic: value", "arm: swalowed, against: nothing, statistic: value",
            "did you mean swallowed?"
        ),
        ("decides: content", "decides: contnt", "'contnt' is not a value here (did you mean content?)"),
        ("because: as claimed", "because2: as claimed", "the number has no source"),
        ("made: here", "made: there", "'there' is not a place (did you mean here?)"),
        ("bears: against", "bears: maybe", "'maybe' is not a word (allowed: against, beside)"),
        ("imprecision: serious, ", "", "'imprecision' is not judged"),
        ("ages: 40 to 80 years", "ages: 80 to 40 years", "'80 to 40 years' is not a range of ages"),
        ("  - id: heals", "  - id: rises", "the id 'rises' stands already on line 13"),
        (
            "age: 62 years", "age: 200 years",
            "t.yaml:5:19: person.age: '200 years' is out of range (allowed: 18 to 95 y)"
        ),
        ("      - safety:", "      - oracle:", "'oracle' is not a key here"),
        (
            "places: {here: In a test}", "places: {here: {author: Nobody}}",
            "t.yaml:2:16: places.here: 'heading' is missing (say what stands above its claims)"
        ),
        ("so: A test.", "sides: [one]\n          so: A test.", "there are not two sides"),
    ]

    @Test(arguments: faults.indices) func faultsAreNamedWithTheirPlace(index: Int) {
        let (old, new, message) = Self.faults[index]
        let text = Sample.head + Sample.claims
        #expect(text.contains(old))
        #expect {
            _ = try Sample.read(text.replacing(old, with: new))
        } throws: { error in
            let isSaid = "\(error)".contains(message)
            if !isSaid { Issue.record("\(error)\nlacks \(message)") }
            return isSaid
        }
    }

    @Test func severalFaultsAreReportedTogether() {
        let text = (Sample.head + Sample.claims).replacing("threshold: 1 AU", with: "threshold: 1 mg")
            .replacing("reference: inoue2009", with: "reference: vanished1999")
        #expect { _ = try Sample.read(text) } throws: { ($0 as? ScenarioError)?.issues.count == 2 }
    }

    @Test func aPlaceMayNameWhoClaims() throws {
        let text = (Sample.head + Sample.claims).replacing(
            "{here: In a test}", with: "{here: {heading: In a test, author: A tester, work: A suite}}")
        let place = try #require(try Sample.read(text).places.first)
        #expect(place.text == "In a test" && place.author == "A tester" && place.work == "A suite")
        #expect(try Sample.read(Sample.head + Sample.claims).places.first?.author == nil)
    }

    /// The course of one arm is not what chance decided, whatever the trial it is from.
    @Test func aStudysArmWithoutAComparisonIsACourse() throws {
        func design(_ evidence: String) throws -> StudyDesign? {
            let judged = "risk of bias: not serious, inconsistency: not serious, indirectness: not serious, "
            let rest = "imprecision: not serious, publication bias: not serious, because: a test"
            let text =
                Sample.head
                + Sample.claim(
                    "marker", outcome: "{output: dpucMGP, direction: down}",
                    tests: "[{trial: {evidence: [\(evidence)], grade: {\(judged)\(rest)}}}]")
            guard case .trial(let trial) = try Sample.read(text).claims[0].tests[0] else { return nil }
            return trial.evidence[0].design
        }
        #expect(try design("{study: BM1, arm: MK-7 180 ug}") == .withinArm)
        #expect(try design("{study: EF1-AVADEC, arm: MK-7}") == .doubleBlind)
        #expect(try design("{study: BM1, shows: supports}") == .doubleBlind)
    }
}
