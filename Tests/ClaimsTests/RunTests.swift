import Studies
import Testing

@testable import Claims

@Suite struct RunTests {
    @Test func eachKindOfTestDecides() throws {
        let results = try Sample.run(Sample.head + Sample.claims)
        let rules = Dictionary(uniqueKeysWithValues: results.claims.map { ($0.id, $0.rule.id) })
        let rises = try #require(results.claims.first { $0.id == "rises" }?.plausibility)
        #expect(rises.finding == .agrees && rises.share == 1)
        #expect(rules["rises"] == (rises.isGraded ? "modelAgrees" : "plausibleOnly"))
        #expect(rules["heals"] == "trialsInconclusive")
        #expect(rules["plenty"] == "refuted")
        #expect(rules["cited"] == "citationFails" && rules["harmless"] == "harm")
        #expect(results.safety.first?.contains("warfarin") == true)
        let heals = try #require(results.claims.first { $0.id == "heals" })
        #expect(heals.certainty == .low, "two serious concerns")
        let plausibility = try #require(heals.plausibility)
        #expect(plausibility.grade == "speculative" || plausibility.grade == "contested")
        #expect(!plausibility.isGraded && plausibility.drawCount == 4)
        #expect(!plausibility.words.contains("well-supported"))
    }

    /// Taking a simulation away changes neither the certainty nor the verdict of what people were studied for.
    @Test func aSimulationRaisesNoCertainty() throws {
        let with = try Sample.run(Sample.head + Sample.claims)
        let line =
            "      - simulation: {scenario: days, arm: swallowed, against: nothing, statistic: value at 4 days}\n"
        let text = (Sample.head + Sample.claims).replacing(line, with: "")
        #expect(text.count < (Sample.head + Sample.claims).count)
        let without = try Sample.run(text)
        #expect(with.claims.map(\.certainty) == without.claims.map(\.certainty))
        #expect(with.claims[1].verdict == without.claims[1].verdict)
    }

    @Test func nonsenseIsUntestable() throws {
        let text = Sample.head + Sample.claim("nonsense", outcome: "{named: the colour of luck, direction: up}")
        let claim = try #require(try Sample.run(text).claims.first)
        #expect(claim.verdict == .untestable && claim.rule.id == "nothingToTest")
        #expect(claim.certainty == .none && claim.plausibility == nil)
    }

    static let test = "[{simulation: {scenario: days, arm: swallowed, against: nothing, statistic: value at 4 days}}]"

    @Test func peopleOutsideTheRangeAreNotSimulated() throws {
        let text =
            Sample.head
            + Sample.claim(
                "young", outcome: "{output: plasma.mk4, direction: up}", tests: Self.test,
                people: "{people: adolescents, ages: 12 to 17 years}")
        let claim = try #require(try Sample.run(text).claims.first)
        let plausibility = try #require(claim.plausibility)
        #expect(plausibility.finding == .outside && plausibility.share == nil && plausibility.median == nil)
        #expect(plausibility.words.contains("ages 12 to 17") && plausibility.words.contains("40 to 80"))
        #expect(claim.verdict == .untestable && claim.pictures.isEmpty)
        #expect(claim.remarks.contains { $0.contains("outside the range") })
    }

    @Test func aScenarioOutsideTheRangeIsNotSimulated() throws {
        let text =
            Sample.head.replacing("age: 62 years", with: "age: 25 years")
            + Sample.claim("young", outcome: "{output: plasma.mk4, direction: up}", tests: Self.test)
        let results = try Sample.run(text)
        #expect(results.simulations.isEmpty)
        #expect(results.claims[0].plausibility?.words.contains("age 25") == true)
        #expect(results.claims[0].verdict == .untestable)
    }

    /// An effect no larger than the solver's error is none.
    @Test func theSameCourseDoesNotDiffer() throws {
        let test = "[{simulation: {scenario: days, arm: swallowed, against: nothing, statistic: value at 4 days}}]"
        let text =
            Sample.head
            + Sample.claim("age", outcome: "{output: age, direction: up}", tests: test)
            + Sample.claim("same", outcome: "{output: age, direction: none}", tests: test)
        let results = try Sample.run(text)
        #expect(results.claims[0].plausibility?.share == 0 && results.claims[1].plausibility?.share == 1)
    }

    @Test func threadsChangeNothing() throws {
        let text = Sample.head + Sample.claims
        let (one, three) = (try Sample.run(text, threads: 1), try Sample.run(text, threads: 3))
        #expect(one.claims.map(\.plausibility?.median) == three.claims.map(\.plausibility?.median))
        #expect(one.claims.map(\.tests.count) == three.claims.map(\.tests.count))
        #expect(one.claims.flatMap { $0.tests.map(\.text) } == three.claims.flatMap { $0.tests.map(\.text) })
    }
}
