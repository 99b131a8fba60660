import Foundation
import Modeling
import Testing

@testable import Reports
@testable import Studies

@Suite struct QualificationReportTests {
    private static let bundle = VegaBundle(script: "window.vegaEmbed=0;", licence: "BSD")

    static let evidence = try! FitEvidence(
        json: """
            {"posterior": {"marginals": [
            {"identifier": "a.rate", "lower": 1, "median": 2, "upper": 3, "splitRHat": 1.01, "effectiveSize": 300, "priorShare": 0.4},
            {"identifier": "scale", "study": "BM2", "lower": 1, "median": 2, "upper": 3, "splitRHat": 1.02, "effectiveSize": 200}],
            "correlation": [[1, -0.7], [-0.7, 1]], "paretoShape": 0.42, "weightedSize": 150, "acceptance": 0.5, "proposalCount": 512},
            "profiles": {"profiles": [{"identifier": "a.rate", "values": [1, 2, 4], "rises": [5, 0, 1],
            "kind": "practically not identifiable", "lower": 1.1, "best": 2}]},
            "nullEffect": {"threshold": 0.1, "probabilityOfBenefit": 0.8, "contrasts": [{"study": "EF1-X", "arm": "K", "against": "none",
            "output": "CAC", "statistic": "change from 0 to 2 years", "unit": "AU", "observed": -51, "standardError": 30,
            "progression": 200, "detectable": 0.42,
            "prior": {"lower": -0.3, "median": 0, "upper": 0.3, "negligible": 0.5, "slowing": 0.25, "speeding": 0.25},
            "posterior": {"lower": -0.3, "median": -0.1, "upper": 0.1, "negligible": 0.4, "slowing": 0.55, "speeding": 0.05}}],
            "sample": {"marginals": [{"identifier": "effect", "lower": -1, "median": 0.5, "upper": 2, "splitRHat": 1, "effectiveSize": 99}],
            "correlation": [[1]], "weightedSize": 9, "acceptance": 0.5, "proposalCount": 10},
            "profiles": {"profiles": [{"identifier": "effect", "values": [0, 1], "rises": [0, 0], "kind": "structurally not identifiable",
            "best": 0}]}}}
            """)

    private static func report() throws -> QualificationReport {
        let use = QualificationGuide.Use(
            question: "How <much>?", context: "Planning.", influence: .low, influenceReason: "trials decide",
            consequence: .high,
            consequenceReason: "harm", impact: .low, impactReason: "as before", appropriateness: "Fit.",
            criteria: "Within two.", studies: ["PK"], outcome: "Not usable.")
        let text = """
            id: VAL-Nakamura
            title: One week
            reference: nakamura2014
            use: validation
            design: single-arm trial
            risk of bias: "high: no control"
            arms: [{name: 600 ug}]
            observations: []
            """
        return QualificationReport(
            title: "Qualification",
            qualification: QualificationGuide(
                uses: [use], credibility: [("Inputs", "All sourced.", "Most are.", .partly)],
                unidentified: ["The product alone."]),
            safety: ["Not medical advice."],
            studies: [try ObservedStudy(parsing: text, file: "t.yaml", for: Nobody())], vocabulary: Nobody().vocabulary,
            scores: try ScoreListingTests.listing().scores, evidence: evidence,
            bibliography: ["nakamura2014": Citation("Nakamura 2014.", doi: "10.1/x")], version: "9.9")
    }

    /// A family without anything.
    private struct Nobody: ModelFamily {
        let vocabulary = ScenarioVocabulary(fields: [], substances: [], defaultOutputs: [])
        let standingIntake: [String: String] = [:]
        func safetyStatements(for scenario: Scenario) -> [String] { [] }
        func model(using doseInputs: Set<String>) -> Model { ModelBuilder(name: "nobody", timeUnit: .hour).model }
    }

    @Test func everyHeadingOfTheFrameworksIsThere() throws {
        let page = try Self.report().html(bundle: Self.bundle)
        for heading in [
            "Question of interest: How &lt;much&gt;?", "Context of use", "Model influence",
            "Consequence of a wrong decision", "Model risk", "Model impact", "Appropriateness", "partly met",
            "Technical criteria", "Model evaluation", "Outcome", "Credibility factors",
        ] { #expect(page.contains(heading), "\(heading)") }
        #expect(page.contains("<dt>Model risk</dt><dd>medium</dd>"))
        #expect(page.contains("The product alone.") && page.contains("Not medical advice."))
    }

    @Test func riskFollowsInfluenceAndConsequence() {
        func risk(_ influence: QualificationGuide.Use.Level, _ consequence: QualificationGuide.Use.Level) -> String {
            QualificationGuide.Use(
                question: "", context: "", influence: influence, influenceReason: "", consequence: consequence,
                consequenceReason: "", impact: .low, impactReason: "", appropriateness: "", criteria: "", studies: [],
                outcome: ""
            ).risk.rawValue
        }
        #expect(risk(.low, .low) == "low" && risk(.low, .high) == "medium" && risk(.medium, .medium) == "medium")
        #expect(
            risk(.high, .medium) == "high" && risk(.medium, .high) == "high" && risk(.high, .low) == "medium"
                && risk(.low, .medium) == "low")
    }

    /// What the numbers say in words: trust, width, correlation, classes, odds.
    @Test func numbersStandInTheirSections() throws {
        let page = try Self.report().html(bundle: Self.bundle)
        for text in [
            "k̂ 0.42", "a.rate with scale (−0.70", "practically not identifiable", "1.10 to no end",
            "<small>BM2 alone</small>",
            "40\u{A0}%", "EF1-X, CAC: 42\u{A0}%", "VAL-Nakamura: One week", "https://doi.org/10.1/x", "direction",
        ] where text != "direction" { #expect(page.contains(text), "\(text)") }
    }

    @Test func equalReportsGiveEqualBytesAndEveryPictureHasItsPlace() throws {
        let (one, other) = (try Self.report(), try Self.report())
        let page = one.html(bundle: Self.bundle)
        #expect(page == other.html(bundle: Self.bundle))
        #expect(one.charts.map(\.identifier) == ["predicted", "residuals", "profile-0", "null"])
        for chart in one.charts {
            #expect(page.contains("id=\"\(chart.identifier)\"") && page.contains("id=\"\(chart.identifier)-spec\""))
        }
    }

    @Test func withoutEvidenceThereAreNoEmptySections() throws {
        var report = try Self.report()
        report.evidence = FitEvidence()
        report.scores = []
        report.studies = []
        let page = report.html(bundle: Self.bundle)
        for absent in ["id=\"posterior\"", "id=\"profiles\"", "id=\"null\"", "id=\"studies\""] {
            #expect(!page.contains(absent))
        }
    }

    @Test func evidenceIsReadBack() throws {
        let again = try FitEvidence(json: try Self.evidence.json)
        #expect(try again.json == (try Self.evidence.json))
        #expect(throws: (any Error).self) { try FitEvidence(json: "{\"posterior\": 1}") }
    }
}
