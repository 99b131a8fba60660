import Testing

@testable import Studies

@Suite struct StudyDrawsTests {
    static func draws() throws -> StudyDraws {
        let file = try DrawFile(armCount: 2, outputCount: 2, timeCount: 3, drawCount: 3)
        let values: [[[[Double]]?]] = [
            [[[1, 2, 4], [0, 0, 0]], nil, [[2, 2, 2], [1, 1, 1]]],
            [[[1, 1, 1], [0, 0, 0]], [[9, 9, 9], [9, 9, 9]], [[1, 1, 3], [0, 0, 0]]],
        ]
        for (arm, draws) in values.enumerated() {
            for (draw, values) in draws.enumerated() { file.write(values, armIndex: arm, drawIndex: draw) }
        }
        return StudyDraws(outputs: ["a", "b"], times: [0, 1, 2], arms: ["x", "y"], file: file)
    }

    @Test func statisticsAreTakenDrawByDraw() throws {
        let draws = try Self.draws()
        let change = Statistic.change(.init(start: 0, end: 2))
        #expect(draws.samples(of: change, output: "a", arm: "x") == [3, 0])
        #expect(draws.samples(of: .value(at: 2), output: "a", arm: "x", against: "y") == [3, -1])
        #expect(draws.samples(of: .value(at: 2), output: "c", arm: "x").isEmpty)
        #expect(draws.samples(of: .value(at: 2), output: "a", arm: "z").isEmpty)
        #expect(draws.samples(of: .value(at: 2), output: "a", arm: "x", against: "z").isEmpty)
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
