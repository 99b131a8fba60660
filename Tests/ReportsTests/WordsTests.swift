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

    static let detected: [(Grade, String)] = [
        (.established, "Lower"), (.supported, "Probably lower"), (.contested, "Disputed: lower in the model"),
        (.speculative, "Speculation: lower in the model"),
    ]

    @Test(arguments: detected)
    func wordsAreNeverSurerThanTheGrade(grade: Grade, short: String) {
        #expect(words(grade, -200, -120, -51).short == short)
    }

    @Test func anIntervalWithZeroTellsNoDifference() {
        let text = "No difference the model can tell from zero"
        #expect(words(.established, -5, -1, 2).short == text)
        #expect(words(.contested, -5, -1, 2).short == text + " (disputed)")
        #expect(words(.established, 0, 1, 2).short == text)
        #expect(words(.established, -0.001, 0.002, 0.003).short == "The same")
        #expect(words(.established, .nan, 0, 1).short == "Not available")
    }

    @Test func theSolversErrorIsNoDifference() {
        var series = Sample.result.arms[1].series[5]
        #expect(DifferenceWords.areTheSame(series, manifest: Sample.manifest))
        series.difference?.upper[7] = 1
        #expect(!DifferenceWords.areTheSame(series, manifest: Sample.manifest))
    }

    @Test func anUnknownGradeCountsAsTheWeakest() {
        var series = Sample.result.arms[0].series[0]
        series.grade = "certain"
        #expect(series.evidenceGrade == .speculative)
    }
}
