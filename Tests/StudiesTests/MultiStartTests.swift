import Foundation
import Testing

@testable import Studies

/// A search from one point may end in a valley that is not the deepest.
@Suite struct MultiStartTests {
    /// Time of the peak and slope of the end do not change where absorption and loss are exchanged; the height of the peak, little known, tells
    /// which is which.
    private static let text: String = {
        let (absorption, loss) = (1.6, 0.17)
        let peak = log(absorption / loss) / (absorption - loss)
        let height = FitTests.amount(peak, absorption: absorption, loss: loss)
        return """
            id: T1
            title: Flip-flop
            reference: Test2000
            use: calibration
            arms: [{name: treated, doses: [A 10 mg oral once]}]
            observations:
              - {arm: treated, output: amount, statistic: timeOfMaximum from 0 h to 16 h, value: \(peak), se: 0.05, unit: h}
              - {arm: treated, output: amount, statistic: half-life from 8 h to 16 h, value: \(log(2) / loss), se: 0.1, unit: h}
              - {arm: treated, output: amount, statistic: maximum from 0 h to 16 h, value: \(height), se: 3, unit: mg}
            """
    }()

    private static let library = StudyLibrary { use in
        use == .calibration ? [.init(name: "t.yaml", text: text)] : []
    }

    private func fit(startCount: Int, threadCount: Int = 2) -> Fit {
        var fit = Fit(
            family: TinyFamily(), library: Self.library,
            parameters: [
                FitParameter("gut.absorption", in: 0.02...20, priorDeviation: 3, estimate: 0.2),
                FitParameter("blood.loss", in: 0.02...20, priorDeviation: 3, estimate: 1.2),
            ],
            solver: .smooth, threadCount: threadCount)
        fit.startCount = startCount
        fit.candidateCount = 32
        return fit
    }

    @Test func moreStartsFindTheDeeperValley() throws {
        let (one, four) = (try fit(startCount: 1).run(), try fit(startCount: 4).run())
        #expect(one.searches.count == 1 && four.searches.count == 4)
        #expect(one.cost > 1 && one.values[0].value < one.values[1].value)
        #expect(
            four.cost < 0.5 && abs(four.values[0].value / 1.6 - 1) < 0.1 && abs(four.values[1].value / 0.17 - 1) < 0.1)
    }

    /// Candidates come from the seed alone, and sums are taken in the order of the studies.
    @Test func neitherThreadsNorRepetitionChangeABit() throws {
        let (one, three) = (try fit(startCount: 3, threadCount: 1).run(), try fit(startCount: 3, threadCount: 3).run())
        #expect(one.values.map(\.value) == three.values.map(\.value))
        #expect(one.searches.map(\.cost) == three.searches.map(\.cost))
        #expect(one.values.map(\.standardError) == three.values.map(\.standardError))
    }
}
