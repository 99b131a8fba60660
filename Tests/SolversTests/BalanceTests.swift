import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

@Suite struct BalanceTests {
    @Test func aNonlinearChainComesToRestAndPinnedStatesStay() throws {
        let model = ReferenceProblems.turnover(60)
        let simulation = try simulation(model)
        let start = ContinuousClock.now
        let state = try #require(simulation.balance().state)
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(state.last == 7)
        let probe = KernelProbe(simulation.kernel)
        let rates = probe.evaluate(.rightHandSide, time: 0, state: state)
        for index in 0..<60 { #expect(abs(rates[index]) < 1e-9) }
        let run = try simulation.run(initialState: state, to: 1000, reportTimes: [0, 1000])
        #expect(abs(run[1, 0] - run[0, 0]) < 1e-7)
        #expect(run[0, 1] == 7)
        #expect(run[1, 1] > 8)
    }

    @Test func conservedTotalsStay() throws {
        let builder = ModelBuilder(name: "exchange", timeUnit: .hour)
        let scope = builder.scope("x", grade: .established)
        let k = scope.parameter("k", 2, .perHour, .assumed(because: "test"), "there")
        let l = scope.parameter("l", 1, .perHour, .assumed(because: "test"), "back")
        let a = scope.state("a", .nanomole, initial: .number(9, .nanomole), typical: 1, "a")
        let b = scope.state("b", .nanomole, initial: .number(0, .nanomole), typical: 1, "b")
        scope.flow("there", from: a, to: b, rate: k * a)
        scope.flow("back", from: b, to: a, rate: l * b)
        builder.output("a", a, .nanomole, label: "a")
        let state = try #require(simulation(builder.model).balance().state)
        #expect(abs(state[0] - 3) < 1e-7 && abs(state[1] - 6) < 1e-7)
    }

    @Test func algebraicStatesTakePart() throws {
        let state = try #require(simulation(SampleModels.tinyDAE).balance().state)
        #expect(abs(state[0]) < 1e-6 && abs(state[1]) < 1e-6)
    }

    @Test func statesThatOnlyAccumulateAreNamed() throws {
        var model = ReferenceProblems.turnover(5)
        let index = try #require(model.quantities.firstIndex { $0.identifier == "t.total" })
        model.quantities[index].isPinned = false
        let failure = try #require(simulation(model).balance().failure)
        #expect(failure.kind == .notAtRest)
        #expect(failure.suspects.first?.identifier == "t.total")
        #expect(failure.description.contains("remedy: mark states that only accumulate as pinned"))
    }
}
