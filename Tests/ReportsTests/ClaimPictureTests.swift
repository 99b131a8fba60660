import Foundation
import Testing

@testable import Claims
@testable import Reports

/// Pictures of claims that are not simulations: forests, bars and grids.
@Suite struct ClaimPictureTests {
    static func line(
        _ name: String, _ finding: TrialFinding, counts: Bool = true, _ effect: TrialTest.Effect? = nil
    ) -> ClaimPicture.StudyLine { .init(name: name, finding: finding, counts: counts, effect: effect) }

    static func effect(
        _ value: Double, _ lower: Double, _ upper: Double, unit: String = "AU", null: Double = 0
    ) -> TrialTest.Effect {
        .init(measure: "mean difference", value: value, lower: lower, upper: upper, unit: unit, null: null)
    }

    private func object(_ chart: Chart) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(chart.specification.text.utf8)) as? [String: Any])
    }

    private func rows(_ chart: Chart) throws -> [[String: Any]] {
        try #require((try object(chart)["data"] as? [String: Any])?["values"] as? [[String: Any]])
    }

    @Test func effectsAreAForestOnOneAxis() throws {
        let chart = StudiesChart.make(
            [
                Self.line("A", .inconclusive, Self.effect(-51, -110, 8)),
                Self.line("B", .supports, counts: false, Self.effect(0.5, 0.3, 0.8, unit: "", null: 1)),
                Self.line("C", .contradicts),
            ], identifier: "a")
        let rows = try rows(chart)
        #expect(rows.map { $0["isDrawn"] as? Bool } == [true, false, false])
        #expect(rows[0]["lower"] as? Double == -110 && rows[0]["upper"] as? Double == 8)
        #expect(chart.specification.text.contains(#""title":"effect; 0 is none [AU]""#))
        // What is not on the axis is told in words, and all of it in the text alternative.
        #expect(rows[1]["words"] as? String == "mean difference 0.500 (0.300 to 0.800)")
        for words in ["A: mean difference −51", "cannot tell", "not counted", "C: no interval read, speaks against"] {
            #expect(chart.description.contains(words), "\(words)")
        }
        #expect(try object(chart)["description"] as? String == chart.description)
    }

    @Test func ratiosAreOnALogarithmicAxisAboutOne() {
        let chart = StudiesChart.make(
            [Self.line("A", .supports, Self.effect(0.5, 0.3, 0.8, unit: "", null: 1))], identifier: "a")
        #expect(chart.specification.text.contains(#""type":"log""#) && chart.specification.text.contains(#""datum":1"#))
    }

    @Test func withoutAnyNumberStudiesPointOneWay() {
        let chart = StudiesChart.make([Self.line("A", .contradicts), Self.line("B", .supports)], identifier: "a")
        #expect(chart.description.hasPrefix("Which way studies point"))
        #expect(chart.specification.text.contains(#""domain":["contradicts","inconclusive","supports"]"#))
        #expect(!chart.specification.text.contains("\"lower\""))
    }

    @Test func comparisonsAreBarsWithTheirNumbers() throws {
        let chart = ComparisonChart.make(
            .init(
                left: "eaten", right: "needed", leftValue: 0.4, rightValue: 1, unit: "mg/d", sign: ">", holds: false),
            identifier: "a")
        #expect(try rows(chart).map { $0["value"] as? Double } == [0.4, 1])
        #expect(chart.description == "Two bars. eaten: 0.400 mg/d; needed: 1.00 mg/d.")
    }

    @Test func aspectsAreAGridThatReadsWithoutColour() throws {
        let chart = AspectChart.make(
            needed: "The claim needs", found: "The work has",
            [
                .init(name: "species", needed: "human", found: "rat", fit: .differs),
                .init(name: "form", needed: "K2", found: "K2", fit: .fits),
                .init(name: "route", needed: "on the skin", found: "unknown", fit: .unknown),
            ], identifier: "a")
        let found = try rows(chart).filter { $0["column"] as? String == "The work has" }
        #expect(found.map { ($0["words"] as? [String])?.first } == ["✗ rat", "✓ K2", "? unknown"])
        #expect(chart.description.contains("species: human; rat (differs)"))
    }

    @Test func aWorkThatWasNotReadFitsNothing() {
        let test = CitationTest(
            work: "w", use: "", seen: .no,
            aspects: [
                .init(name: "species", claimed: "human", found: "rat"), .init(name: "form", claimed: "K2", found: "K2"),
            ])
        guard case .aspects(_, _, let lines) = ClaimPicture(test) else { return #expect(Bool(false)) }
        #expect(lines.map(\.fit) == [.differs, .unknown])
    }

    @Test func eachPictureHasItsPlaceOnThePage() {
        var report = ClaimsPageTests.report
        report.results.claims[0].pictures.insert(.studies(lines: [Self.line("A", .supports)]), at: 0)
        report.results.claims[1].pictures = []
        let page = report.html(bundle: PageTests.bundle)
        #expect(page.contains("id=\"picture-one\"") && page.contains("id=\"picture-one-2\""))
        #expect(page.contains("No interval was read.") && !page.contains("id=\"picture-two\""))
    }
}
