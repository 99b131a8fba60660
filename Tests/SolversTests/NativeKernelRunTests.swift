import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// Runs on machine code: the trajectories of the bytecode, and a subject's bytes whoever runs beside it.
@Suite(.enabled(if: NativeKernel.obstacle == nil, "needs libLLVM 19, which scripts/setup.sh installs"))
struct NativeKernelRunTests {
    private func lanes(_ model: Model, _ make: (EquationSystem, Int) throws -> any Kernel) throws -> LaneSimulation {
        let system = try EquationSystem(model)
        return try LaneSimulation(
            kernel: make(system, 8), scalar: make(system, 1),
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: 1e-5))
    }

    private func subjects(_ count: Int) -> [SubjectInput] {
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

    private func bytes(_ trajectory: Trajectory) -> [UInt64] {
        (trajectory.values + trajectory.finalState + trajectory.finalParameters).map(\.bitPattern)
    }

    @Test func lanesAgreeWithBytecode() throws {
        let inputs = subjects(11)
        let native = try lanes(SampleModels.pharmacokinetics) { try NativeKernel($0, laneCount: $1) }.run(inputs)
        let bytecode = try lanes(SampleModels.pharmacokinetics) { try BytecodeKernel($0, laneCount: $1) }.run(inputs)
        for (found, expected) in zip(native, bytecode) {
            #expect(found.isCompleted)
            #expect(found.statistics.dosesGiven == expected.statistics.dosesGiven)
            for (x, y) in zip(found.values, expected.values) { #expect(abs(x - y) <= 1e-6 * (1 + abs(y))) }
        }
    }

    @Test func lanesMatesAndOrderChangeNothing() throws {
        let simulation = try lanes(SampleModels.pharmacokinetics) { try NativeKernel($0, laneCount: $1) }
        let inputs = subjects(21)
        let alone = try inputs.map { bytes(try simulation.run([$0])[0]) }
        #expect(Set(alone).count == 21)
        #expect(try simulation.run(inputs).map { bytes($0) } == alone)
        #expect(try simulation.run(inputs.reversed()).reversed().map { bytes($0) } == alone)
        let fresh = try lanes(SampleModels.pharmacokinetics) { try NativeKernel($0, laneCount: $1) }
        #expect(try fresh.run(inputs).map { bytes($0) } == alone)
    }

    /// Bouncing, with roots and events, one subject at a time.
    @Test func eventsAgreeWithBytecode() throws {
        let system = try EquationSystem(ReferenceProblems.bouncingBall)
        let times = grid(0, 8, 40)
        let native = try Simulation(kernel: NativeKernel(system)).run(to: 8, reportTimes: times)
        let bytecode = try Simulation(kernel: BytecodeKernel(system)).run(to: 8, reportTimes: times)
        #expect(native.isCompleted && native.statistics.eventsExecuted == bytecode.statistics.eventsExecuted)
        for (x, y) in zip(native.values, bytecode.values) { #expect(abs(x - y) <= 1e-4 * (1 + abs(y))) }
    }
}
