import Codegen
import Foundation
import Modeling
import Physiology

/// What evaluations of the flagship cost on each kernel, and what making the kernel costs.
struct KernelTimes {
    private let system: EquationSystem
    private let parameters: [Double]
    private let start: [Double]

    init() throws {
        system = try EquationSystem(Flagship().model(using: ["vitaminK.mk4.oral"]))
        let kernel = try BytecodeKernel(system)
        let workspace = kernel.makeWorkspace()
        let layout = system.layout
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        var values = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        let zeros = [Double](repeating: 0, count: layout.states.count)
        workspace.evaluate(.initialValues, time: [0], state: zeros, into: &values)
        parameters = Array(values[layout.states.count...])
        start = Array(values[..<layout.states.count])
    }

    /// Prints nanoseconds a subject, the best of several rounds, and seconds of building; all of it processor time.
    func printTable() throws {
        print("Kernels of the flagship, \(system.layout.states.count) states: ns a person; seconds to make the kernel")
        for laneCount in [1, 8] {
            try show { try BytecodeKernel(system, laneCount: laneCount) }
            if let obstacle = NativeKernel.obstacle {
                print("native: not here: \(obstacle)")
            } else {
                try show { try NativeKernel(system, laneCount: laneCount, programs: Self.programs) }
            }
        }
    }

    static let programs: Set<KernelProgram> = [.rightHandSide, .jacobian, .rightHandSideAndJacobian]

    private func show(_ make: () throws -> any Kernel) throws {
        let began = ProcessorTime.now()
        let kernel = try make()
        let build = ProcessorTime.now() - began
        var text = kernel.name.padding(toLength: 26, withPad: " ", startingAt: 0)
        for (name, program) in [
            ("f", KernelProgram.rightHandSide), ("J", .jacobian), ("f and J", .rightHandSideAndJacobian),
        ] {
            text += String(format: "  %@ %.0f", name, nanoseconds(kernel, program))
        }
        if let elimination = kernel.elimination {
            let (factor, solve) = Self.nanoseconds(elimination, kernel)
            text += String(format: "  factor %.0f  solve %.0f", factor, solve)
        }
        print(text + String(format: "  made in %.4f s", build))
    }

    /// Best time of some rounds of calls, by call and lane [ns].
    private static func best(laneCount: Int, _ body: () -> Void) -> Double {
        let calls = 500
        var best = Double.infinity
        for _ in 0..<60 {
            let began = ProcessorTime.now()
            for _ in 0..<calls { body() }
            best = min(best, ProcessorTime.now() - began)
        }
        return best * 1e9 / Double(calls * laneCount)
    }

    private func nanoseconds(_ kernel: any Kernel, _ program: KernelProgram) -> Double {
        let lanes = kernel.laneCount
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(parameters.flatMap { Array(repeating: $0, count: lanes) })
        let state = start.flatMap { value in (0..<lanes).map { value * (1 + 0.01 * Double($0)) } }
        let time = [Double](repeating: 1, count: lanes)
        var result = [Double](repeating: 0, count: kernel.layout.resultCount(of: program) * lanes)
        return Self.best(laneCount: lanes) { workspace.evaluate(program, time: time, state: state, into: &result) }
    }

    private static func nanoseconds(_ elimination: any KernelElimination, _ kernel: any Kernel) -> (Double, Double) {
        let lanes = kernel.laneCount
        let jacobian = [Double](repeating: -0.1, count: kernel.layout.jacobianPattern.nonZeroCount * lanes)
        let step = [Double](repeating: 0.1, count: lanes)
        var values = [Double](repeating: 0, count: elimination.plan.valueCount * lanes)
        var faults = step
        var vector = [Double](repeating: 1, count: elimination.plan.stateCount * lanes)
        let factor = best(laneCount: lanes) {
            elimination.factor(jacobian: jacobian, step: step, gamma: 0.25, into: &values, faults: &faults)
        }
        let solve = best(laneCount: lanes) {
            // Fresh right-hand sides, so that no number becomes denormal.
            vector[0] = 1
            elimination.solve(values, &vector)
        }
        return (factor, solve)
    }
}
