import Codegen
import Modeling
import Solvers
import TestSupport
import Testing

/// Models drawn from seeds: methods agree with each other, and what must stay constant does.
@Suite struct RandomModelTests {
    static let times = (0...10).map { Double($0) }

    static func run(
        _ kernel: any Kernel, _ method: IntegrationMethod, tolerance: Double = 1e-8
    ) throws -> Trajectory {
        let settings = SolverSettings(method: method, relativeTolerance: tolerance)
        return try Simulation(kernel: kernel, settings: settings).run(to: 10, reportTimes: times, seed: 5)
    }

    /// Where two trajectories differ most, relative to the larger of 1 and the value.
    static func difference(_ left: Trajectory, _ right: Trajectory) -> (size: Double, place: String) {
        var worst = (size: 0.0, place: "")
        for timeIndex in left.times.indices {
            for outputIndex in 0..<left.outputCount {
                let (x, y) = (left[timeIndex, outputIndex], right[timeIndex, outputIndex])
                let size = abs(x - y) / max(1, abs(x))
                if !(size <= worst.size) {
                    worst = (size, "\(left.names[outputIndex]) at \(left.times[timeIndex]): \(x) and \(y)")
                }
            }
        }
        return worst
    }

    static func expectClose(
        _ left: Trajectory, _ right: Trajectory, within tolerance: Double, _ methods: String, _ drawn: RandomModel
    ) {
        for trajectory in [left, right] {
            if let failure = trajectory.failure { Issue.record("\(methods): \(failure)\n\(drawn)") }
        }
        let worst = difference(left, right)
        #expect(worst.size <= tolerance, "\(methods): \(worst.place)\n\(drawn)")
    }

    @Test(arguments: 0..<120) func methodsAgree(seed: Int) throws {
        let drawn = RandomModel(seed: UInt64(seed))
        let system = try EquationSystem(drawn.model)
        let kernel = try BytecodeKernel(system)
        let bdf = try Self.run(kernel, .bdf)
        // Local errors add up: seven of the seeds differ by more than 1e-5, the worst by 7e-5.
        Self.expectClose(bdf, try Self.run(kernel, .adams), within: 1e-4, "BDF and Adams", drawn)
        let lanes = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: kernel,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: 1e-7))
        let input = SubjectInput(to: 10, reportTimes: Self.times, seed: 5)
        Self.expectClose(bdf, try lanes.run([input])[0], within: 2e-4, "BDF and Rosenbrock in lanes", drawn)
        for name in drawn.constantOutputs {
            let total = try #require(bdf.values(of: name))
            let drift = total.reduce(0) { max($0, abs($1 - total[0])) }
            #expect(drift <= 1e-6 * max(1, total[0]), "\(name) drifts by \(drift)\n\(drawn)")
        }
    }

    /// Differential–algebraic models have one method, so it is run on both kernels.
    @Test(arguments: 0..<12) func kernelsAgreeUnderIDA(seed: Int) throws {
        let drawn = RandomModel(seed: UInt64(seed), isAlgebraic: true)
        let system = try EquationSystem(drawn.model)
        let compiled = try Self.run(BytecodeKernel(system), .ida, tolerance: 1e-6)
        let walked = try Self.run(ReferenceKernel(system), .ida, tolerance: 1e-6)
        Self.expectClose(compiled, walked, within: 1e-4, "bytecode and interpreter", drawn)
    }
}
