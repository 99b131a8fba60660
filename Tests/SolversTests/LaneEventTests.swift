import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// Doses, infusions, events and jumps mean in lanes what they mean one at a time.
@Suite struct LaneEventTests {
    /// Values and counts by lanes and by SUNDIALS at a tight tolerance.
    func expectAgreement(
        _ model: Model, _ input: SubjectInput, within tolerance: Double = 1e-5, countsRoots: Bool = true
    ) throws {
        let lanes = try laneSimulation(model, tolerance: 1e-6).run([input, input])[1]
        let alone = try simulation(model, .bdf, tolerance: 1e-9).run(input)
        #expect(lanes.isCompleted == alone.isCompleted, "\(lanes.failure?.description ?? "")")
        for (timeIndex, time) in input.reportTimes.enumerated() {
            for (output, name) in lanes.names.enumerated() {
                let (found, expected) = (lanes[timeIndex, output], alone[timeIndex, output])
                #expect(abs(found - expected) <= tolerance * (1 + abs(expected)), "\(name) at \(time): \(found), \(expected)")
            }
        }
        #expect(lanes.statistics.dosesGiven == alone.statistics.dosesGiven)
        #expect(lanes.statistics.eventsExecuted == alone.statistics.eventsExecuted)
        if countsRoots { #expect(lanes.statistics.restarts == alone.statistics.restarts) }
    }

    @Test func bolusAndInfusionAreExact() throws {
        let pk = TwoCompartments()
        let times = grid(0, 60, 61)
        let found = try laneSimulation(pk.model, tolerance: 1e-7).run([
            SubjectInput(doses: [Regimen(doseIndex: 0, amount: 20, start: 1.5)], to: 60, reportTimes: times),
            SubjectInput(doses: [Regimen(doseIndex: 0, amount: 20, start: 2, duration: 3)], to: 60, reportTimes: times),
        ])
        for (timeIndex, time) in times.enumerated() {
            let bolus = pk.afterBolus(time - 1.5).map { 20 * $0 }
            let infusion = pk.afterInfusion(time - 2, over: 3).map { 20 * $0 }
            for output in 0..<2 {
                #expect(abs(found[0][timeIndex, output] - bolus[output]) < 2e-5)
                #expect(abs(found[1][timeIndex, output] - infusion[output]) < 2e-5)
            }
        }
    }

    @Test func dosesAndInfusionsAgree() throws {
        let doses: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 50, start: 1, interval: 6, attributes: [:]),
            Regimen(doseIndex: 0, amount: 3, start: 1, interval: 5, duration: 7),
        ]
        try expectAgreement(
            SampleModels.pharmacokinetics, SubjectInput(doses: doses, to: 48, reportTimes: grid(0, 48, 96)))
    }

    @Test func attributesOfADoseReachTheStates() throws {
        let kernel = try makeKernel(SampleModels.pharmacokinetics)
        let fraction = try #require(kernel.layout.doses[0].attributeParameters["fraction"])
        let doses: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 50, start: 1, attributes: [fraction: 0.3]),
            Regimen(doseIndex: 0, amount: 50, start: 9),
        ]
        try expectAgreement(
            SampleModels.pharmacokinetics, SubjectInput(doses: doses, to: 20, reportTimes: grid(0, 20, 20)))
    }

    @Test(arguments: ["events", "non-autonomous", "variable volume"]) func sampleModelsAgree(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }?.model)
        try expectAgreement(model, SubjectInput(to: 10, reportTimes: grid(0, 10, 23)))
    }

    @Test func bouncesAgree() throws {
        let times = grid(0, 8.5, 20)
        let found = try laneSimulation(ReferenceProblems.bouncingBall, tolerance: 1e-8).run([SubjectInput(to: 8.5, reportTimes: times)])[0]
        let fall = (2 * 10 / 9.81).squareRoot()
        let expected = fall + 2 * fall * (1...4).reduce(0) { $0 + pow(0.8, Double($1)) }
        #expect(found.values(of: "bounces")!.last == 5)
        #expect(abs(found.values(of: "last")!.last! - expected) < 1e-6)
        try expectAgreement(ReferenceProblems.bouncingBall, SubjectInput(to: 8.5, reportTimes: times))
    }

    @Test func delayedAndCancelledEventsAgree() throws {
        let (a, b) = (Expression.symbol("a"), Expression.symbol("b"))
        let window = Expression.apply(.and, [.time >= 2, .time < 4])
        let delayed = event("delayed", .time >= 2, "a", a + .time) { $0.delay = 3 }
        let cancelled = event("cancelled", window, "b", b + 1) {
            $0.delay = 3
            $0.isPersistent = false
        }
        let cascade = event("cascade", a > 1, "b", b + a)
        let model = eventModel([delayed, cancelled, cascade], states: ["a", "b", "clock"], rates: [("clock", 1)])
        try expectAgreement(model, SubjectInput(to: 10, reportTimes: grid(0, 10, 41)))
    }

    @Test func aDelayShorterThanAStepIsKept() throws {
        let clock = Expression.symbol("clock")
        let soon = event("e", clock >= 2, "a", clock) {
            $0.delay = 0.01
            $0.usesValuesFromTriggerTime = false
        }
        let model = eventModel([soon], states: ["a", "clock"], rates: [("clock", 1)])
        let found = try laneSimulation(model).run([SubjectInput(to: 10, reportTimes: [10])])[0]
        #expect(abs(found[0, 0] - 2.01) < 1e-9)
    }

    @Test func aParameterChangedByAnEventReachesTheLane() throws {
        var model = eventModel(
            [event("switch", .time >= 2, "b", -3)], states: ["a", "b"], rates: [("a", .symbol("b") * .symbol("a"))])
        model.quantities[0].initial = 1
        model.quantities[1].initial = 0.5
        let inputs: [SubjectInput] = (0..<3).map { SubjectInput(to: 3, reportTimes: [2, 3], subject: $0) }
        let found = try laneSimulation(model).run(inputs)
        for trajectory in found {
            #expect(abs(trajectory[0, 0] - exp(1)) < 1e-5)
            #expect(abs(trajectory[1, 0] - exp(1 - 3)) < 1e-5)
        }
    }

    @Test func aJumpInTheRatesIsStoppedAt() throws {
        let model = eventModel([], states: ["a"], rates: [("a", piecewise([(1, when: .time < 3)], otherwise: -2))])
        let found = try laneSimulation(model).run([SubjectInput(to: 5, reportTimes: [3, 4, 5])])[0]
        #expect(found.statistics.restarts + found.statistics.errorTestFailures > 1)
        for (value, expected) in zip(found.values, [3.0, 1, -1]) { #expect(abs(value - expected) < 5e-6) }
    }

    @Test func endlessCascadesAndPiledUpBouncesAreStopped() throws {
        let (a, stop) = (Expression.symbol("a"), Expression.time >= 2)
        let up = event("up", Expression.apply(.and, [stop, a < 0.5]), "a", 1)
        let down = event("down", a > 0.5, "a", 0)
        let cascade = eventModel([up, down], states: ["a", "clock"], rates: [("clock", 1)])
        let found = try laneSimulation(cascade).run([SubjectInput(to: 10, reportTimes: [1, 3])])[0]
        #expect(found.failure?.kind == .eventCascade)
        var ball = ReferenceProblems.bouncingBall
        ball.events[0].trigger = Expression.apply(.and, [.symbol("ball.height") <= 0, .symbol("ball.speed") < 0])
        ball.events[0].assignments.append(.init("ball.height", 0))
        let piled = try laneSimulation(ball).run([SubjectInput(to: 40, reportTimes: [40])])[0]
        #expect(piled.failure?.kind == .stuck, "\(piled.failure?.description ?? "")")
    }
}
