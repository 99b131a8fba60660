import Modeling
import Testing

@testable import Reports
@testable import Studies

@Suite struct WordsTests {
    private func words(_ grade: Grade, _ lower: Double, _ median: Double, _ upper: Double) -> DifferenceWords {
        DifferenceWords(
            label: "dp-ucMGP", unit: "pmol/L", grade: grade,
            difference: Interval(lower: lower, median: median, upper: upper), resolution: 0.01)
    }

    static let detected: [(Grade, String, String)] = [
        (.established, "Lower", "dp-ucMGP is 120\u{A0}pmol/L lower (−200 to −51)"),
        (.supported, "Probably lower", "dp-ucMGP is probably 120\u{A0}pmol/L lower (−200 to −51)"),
        (
            .contested, "Disputed: lower in the model",
            "dp-ucMGP comes out 120\u{A0}pmol/L lower (−200 to −51), which is disputed"
        ),
        (
            .speculative, "Speculation: lower in the model",
            "dp-ucMGP comes out 120\u{A0}pmol/L lower (−200 to −51), which is speculation"
        ),
    ]

    @Test(arguments: detected)
    func wordsAreNeverSurerThanTheGrade(grade: Grade, short: String, clause: String) {
        let words = words(grade, -200, -120, -51)
        #expect(words.short == short)
        #expect(words.clause == clause)
    }

    @Test func anIntervalWithZeroTellsNoDifference() {
        let text = "No difference the model can tell from zero"
        #expect(words(.established, -5, -1, 2).short == text)
        #expect(words(.contested, -5, -1, 2).short == text + " (disputed)")
        #expect(words(.established, 0, 1, 2).short == text)
        #expect(words(.established, -0.001, 0.002, 0.003).short == "The same")
        #expect(words(.established, .nan, 0, 1).short == "Not available")
    }

    @Test func theAnswerNamesWhatItTellsAndWhatItCannot() {
        let answer = Sample.report.plainAnswer
        #expect(answer.contains("after 10 years, compared with “No supplement”"))
        #expect(answer.contains("MK-4 in plasma is probably"))
        #expect(answer.contains("which is speculation"))
        #expect(answer.contains("no difference the model can tell from zero in coronary artery calcium (disputed)"))
        #expect(answer.contains("a range for people like this, not a forecast"))
    }

    @Test func oneDrawClaimsNothing() {
        var report = Sample.report
        report.result.manifest.drawCount = 1
        #expect(report.plainAnswer.contains("Only one draw was simulated, so there is no range"))
        #expect(!report.plainAnswer.contains("probably"))
        #expect(report.words(for: report.result.arms[1].series[0])?.finding == .unranged)
    }

    @Test func anUnknownGradeCountsAsTheWeakest() {
        var series = Sample.result.arms[0].series[0]
        series.grade = "certain"
        #expect(series.evidenceGrade == .speculative)
    }
}
