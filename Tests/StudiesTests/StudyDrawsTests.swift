import Testing

@testable import Studies

@Suite struct StudyDrawsTests {
    static let draws = StudyDraws(
        outputs: ["a", "b"], times: [0, 1, 2],
        values: [
            "x": [[[1, 2, 4], [0, 0, 0]], nil, [[2, 2, 2], [1, 1, 1]]],
            "y": [[[1, 1, 1], [0, 0, 0]], [[9, 9, 9], [9, 9, 9]], [[1, 1, 3], [0, 0, 0]]],
        ])

    @Test func statisticsAreTakenDrawByDraw() {
        let change = Statistic.change(.init(start: 0, end: 2))
        #expect(Self.draws.samples(of: change, output: "a", arm: "x") == [3, 0])
        #expect(Self.draws.samples(of: .value(at: 2), output: "a", arm: "x", against: "y") == [3, -1])
        #expect(Self.draws.samples(of: .value(at: 2), output: "c", arm: "x").isEmpty)
        #expect(Self.draws.samples(of: .value(at: 2), output: "a", arm: "z").isEmpty)
        #expect(Self.draws.samples(of: .value(at: 2), output: "a", arm: "x", against: "z").isEmpty)
    }

    /// The draws are those whose quantiles the result holds.
    @Test func quantilesAreThoseOfTheDraws() throws {
        let text = """
            arms: [{name: none}, {name: given, doses: [A 10 mg oral daily]}]
            horizon: 2 days
            draws: 5
            """
        let scenario = try Scenario(parsing: text, file: "t.yaml", for: TinyFamily())
        let runner = StudyRunner(family: TinyFamily(), solver: FixedStepSimulator.choice(), threadCount: 2)
        let (result, draws) = try runner.runKeepingDraws(scenario)
        let own = draws.samples(of: .value(at: 48), output: "stone", arm: "given", against: "none").sorted()
        #expect(own.count == 5)
        let series = try #require(result.arms[1].series.first { $0.output == "stone" })
        #expect(series.difference?.median.last == Quantile.ofSorted(own, 0.5))
    }
}
