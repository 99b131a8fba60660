import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// A subject's bytes do not depend on where and beside whom it runs.
@Suite struct LaneIndependenceTests {
    /// Subjects of different speed, doses and spans.
    func subjects(_ count: Int) -> [SubjectInput] {
        (0..<count).map { index in
            let scale = 1 + 0.13 * Double(index % 11)
            return SubjectInput(
                overrides: [.parameter(0): 1.2 * scale, .parameter(3): 30 / scale],
                doses: [
                    Regimen(doseIndex: 0, amount: 50 * scale, start: 0.25 * Double(index % 3), interval: 6),
                    Regimen(doseIndex: 0, amount: 20, start: 3, interval: 11, duration: 2),
                ], to: 24 + Double(index % 5), reportTimes: grid(0, 24, 12), subject: UInt64(index), seed: 9)
        }
    }

    func bytes(_ trajectory: Trajectory) -> [UInt64] {
        (trajectory.values + trajectory.finalState + trajectory.finalParameters).map(\.bitPattern)
    }

    func expectEqual(_ found: [Trajectory], _ expected: [Trajectory]) {
        #expect(found.count == expected.count)
        for (own, other) in zip(found, expected) {
            #expect(own.subject == other.subject)
            #expect(bytes(own) == bytes(other))
            #expect(own.statistics == other.statistics)
        }
    }

    @Test func lanesMatesAndOrderChangeNothing() throws {
        let simulation = try laneSimulation(SampleModels.pharmacokinetics, tolerance: 1e-4)
        let inputs = subjects(21)
        let alone = try inputs.map { try simulation.run([$0])[0] }
        #expect(alone.allSatisfy { $0.isCompleted })
        #expect(Set(alone.map { bytes($0) }).count == 21)
        expectEqual(try simulation.run(inputs), alone)
        expectEqual(try simulation.run(inputs.reversed()).reversed(), alone)
        let fresh = try laneSimulation(SampleModels.pharmacokinetics, tolerance: 1e-4)
        for size in [2, 8, 13] {
            var batched: [Trajectory] = []
            for start in stride(from: 0, to: inputs.count, by: size) {
                batched += try fresh.run(Array(inputs[start..<min(start + size, inputs.count)]))
            }
            expectEqual(batched, alone)
        }
    }

    @Test func eventsInOneLaneChangeNothingInAnother() throws {
        let simulation = try laneSimulation(ReferenceProblems.bouncingBall, tolerance: 1e-6)
        let times = grid(0, 8, 9)
        let inputs: [SubjectInput] = (0..<11).map { index in
            SubjectInput(overrides: [.state(0): Double(4 + index)], to: 8, reportTimes: times, subject: UInt64(index))
        }
        let alone = try inputs.map { try simulation.run([$0])[0] }
        expectEqual(try simulation.run(inputs), alone)
        expectEqual(try simulation.run(inputs.reversed()).reversed(), alone)
    }

    @Test func reportTimesChangeNothing() throws {
        let simulation = try laneSimulation(SampleModels.pharmacokinetics, tolerance: 1e-4)
        var many = subjects(1)[0]
        many.reportTimes = grid(0, 24, 240)
        var few = many
        few.reportTimes = [12, 24]
        let found = try simulation.run([few, many])
        #expect(found[0].finalState == found[1].finalState)
        #expect(found[0][0, 0] == found[1][120, 0])
        #expect(found[0].statistics == found[1].statistics)
    }

    @Test func aFailingSubjectFailsAlone() throws {
        let simulation = try laneSimulation(ReferenceProblems.blowUp, tolerance: 1e-5)
        // y = 1 / (1 − k t): infinite within the span for the fourth only.
        let rates: [Double] = (0..<12).map { $0 == 3 ? 2 : 0.05 * Double($0 + 1) }
        let inputs = rates.enumerated().map { index, rate in
            SubjectInput(overrides: [.parameter(0): rate], to: 1, reportTimes: [0.25, 0.75], subject: UInt64(index))
        }
        let found = try simulation.run(inputs)
        #expect(found.indices.filter { !found[$0].isCompleted } == [3])
        let failure = try #require(found[3].failure)
        #expect(abs(failure.time - 0.5) < 0.01)
        #expect(failure.subject == 3 && failure.suspects.first?.identifier == "b.y", "\(failure)")
        #expect(abs(found[3][0, 0] - 2) < 1e-3)
        #expect(found[3][1, 0].isNaN)
        for index in found.indices where index != 3 {
            let expected = 1 / (1 - 0.75 * rates[index])
            #expect(abs(found[index][1, 0] - expected) < 1e-3)
            let alone = try simulation.run([inputs[index]])[0]
            #expect(bytes(alone) == bytes(found[index]))
        }
    }

    @Test func aRateThatIsNoNumberIsNamed() throws {
        let model = eventModel([], states: ["a", "b"], rates: [("a", -1), ("b", sqrt(1 + .symbol("a")))])
        let found = try laneSimulation(model).run([
            SubjectInput(to: 5, reportTimes: [5]), SubjectInput(to: 0.5, reportTimes: [0.5]),
        ])
        let failure = try #require(found[0].failure)
        #expect(failure.suspects.contains { $0.identifier == "b" }, "\(failure)")
        #expect(abs(failure.time - 1) < 0.01, "\(failure)")
        #expect(found[1].isCompleted)
    }

    @Test func theStepLimitIsReported() throws {
        var settings = SolverSettings(method: .rosenbrock)
        settings.maximumSteps = 10
        let found = try laneSimulation(ExactProblems.oscillator.model, settings).run([
            SubjectInput(to: 25, reportTimes: [25])
        ])
        #expect(found[0].failure?.kind == .tooManySteps)
    }

    @Test func nothingAndSpansWithoutLengthAreFine() throws {
        let simulation = try laneSimulation(ExactProblems.decay.model)
        let none = try simulation.run([])
        #expect(none.isEmpty)
        let inputs: [SubjectInput] = (0..<10).map { SubjectInput(to: 0, reportTimes: [0], subject: $0) }
        let found = try simulation.run(inputs)
        #expect(found.allSatisfy { $0.isCompleted && $0.values == [10] })
    }

    @Test func whatLanesCannotDoIsRefusedByName() throws {
        func expect(_ words: String, _ body: () throws -> Void) {
            let error = #expect(throws: SolverError.self) { try body() }
            #expect(error?.description.contains(words) == true, "\(String(describing: error))")
        }
        let decay = ExactProblems.decay.model
        expect("has algebraic states (dae.z)") { _ = try laneSimulation(SampleModels.tinyDAE) }
        expect("evaluates 1 subjects at once, 8 are needed") {
            _ = try LaneSimulation(kernel: makeKernel(decay), scalar: makeKernel(decay))
        }
        expect("the settings ask for .adams") { _ = try laneSimulation(decay, SolverSettings(method: .adams)) }
        expect("report time 2.0") { _ = try laneSimulation(decay).run([SubjectInput(to: 1, reportTimes: [2])]) }
    }
}
