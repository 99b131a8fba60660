import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

@Suite struct RepeatabilityTests {
    static let models: [(String, Model, DoseSchedule)] = [
        ("pharmacokinetics", SampleModels.pharmacokinetics, [Regimen(doseIndex: 0, amount: 50, start: 1, interval: 6)]),
        ("robertson", ReferenceProblems.robertson(conserving: false), .none),
        ("robertson DAE", ReferenceProblems.robertson(conserving: true), .none),
        ("events", SampleModels.events, .none),
        ("ball", ReferenceProblems.bouncingBall, .none),
    ]

    @Test(arguments: models.map(\.0)) func aRunDoesNotDependOnTheRunsBeforeIt(name: String) throws {
        let (_, model, doses) = try #require(Self.models.first { $0.0 == name })
        let times = grid(0, 8, 13)
        func run(_ simulation: Simulation, scale: Double = 1) throws -> [UInt64] {
            let overrides =
                scale == 1 ? [:] : [Slot.parameter(0): simulation.kernel.layout.parameters[0].defaultValue * scale]
            let result = try simulation.run(overrides: overrides, doses: doses, to: 8, reportTimes: times)
            return (result.values + result.finalState).map(\.bitPattern)
        }
        let reused = try simulation(model)
        let first = try run(reused)
        let other = try run(reused, scale: 0.5)
        _ = try reused.balance()
        let again = try run(reused)
        #expect(first == again)
        #expect(first != other)
        #expect(try run(simulation(model)) == first)
        #expect(try run(simulation(model), scale: 0.5) == other)
    }

    @Test func threadsChangeNothing() async throws {
        let kernel = try makeKernel(SampleModels.pharmacokinetics)
        let doses: DoseSchedule = [Regimen(doseIndex: 0, amount: 50, start: 1, interval: 6)]
        @Sendable func run(_ subjects: Range<UInt64>) throws -> [[Double]] {
            let simulation = try Simulation(kernel: kernel)
            return try subjects.map { subject in
                try simulation.run(
                    overrides: [.parameter(0): 1 + 0.1 * Double(subject)], doses: doses, to: 24,
                    reportTimes: [8, 24], subject: subject
                ).values
            }
        }
        let alone = try run(0..<40)
        let shared = try await withThrowingTaskGroup(of: (UInt64, [[Double]]).self) { group in
            for part in UInt64(0)..<8 { group.addTask { (part, try run(part * 5..<part * 5 + 5)) } }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect((UInt64(0)..<8).flatMap { shared[$0]! } == alone)
    }

    @Test func reportTimesChangeNothing() throws {
        let simulation = try simulation(SampleModels.pharmacokinetics)
        let doses: DoseSchedule = [Regimen(doseIndex: 0, amount: 50, start: 1, interval: 6)]
        let few = try simulation.run(doses: doses, to: 24, reportTimes: [12, 24])
        let many = try simulation.run(doses: doses, to: 24, reportTimes: grid(0, 24, 240))
        #expect(few.finalState == many.finalState)
        #expect(few[0, 0] == many[120, 0])
        #expect(few.statistics == many.statistics)
    }

    @Test func parametersAndStatesCanBeReplaced() throws {
        let simulation = try simulation(ExactProblems.decay.model)
        let faster = try simulation.run(
            overrides: [.parameter(0): 1, .state(0): 3], to: 2, reportTimes: [0, 2])
        #expect(faster[0, 0] == 3)
        #expect(abs(faster[1, 0] - 3 * exp(-2)) < 1e-5)
        let chained = try simulation.run(initialState: faster.finalState, from: 2, to: 4, reportTimes: [2, 4])
        #expect(chained[0, 0] == faster[1, 0])
    }
}
