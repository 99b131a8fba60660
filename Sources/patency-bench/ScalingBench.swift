import Codegen
import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies
import TestSupport

/// How load, memory and steps grow with a model's size: chains and grids to ten thousand states.
struct ScalingBench {
    let peer: Peer?
    static let sizes = [10, 100, 1_000, 10_000]
    /// Machine code is compiled up to this many states.
    static let largestNative = 1_000

    struct Row {
        let stateCount: Int
        let nonZeroCount: Int
        let factorCount: Int
        var seconds: [Double] = []
        var mebibytes = Double.nan
    }

    static let columns = [
        "read", "equations", "bytecode", "elimination", "machine code", "f", "f and J", "CVODES step", "lane step",
    ]

    func report() throws -> String {
        var lines = [
            "## Size of the model",
            "Chains of saturable steps and square grids of exchanging places, generated, written as SBML and read; processor time in",
            "microseconds (\(BuildFacts.cpuFeatures)); a step is one of CVODES with KLU on bytecode, or one of eight lanes together;",
            "memory is the peak of a process that reads the file and takes first steps. The last line is the exponent of growth with",
            "non-zeros of the Jacobian from 100 states on: 1 is linear. `patency-bench scaling` writes this section.", "",
        ]
        for kind in ScalingModel.allCases {
            let rows = try Self.sizes.map { try row(kind, $0) }
            lines.append(
                "| \(kind.rawValue), states | non-zeros | factors | " + Self.columns.joined(separator: " | ") + " | MiB |")
            lines.append("|" + String(repeating: "---|", count: 4 + Self.columns.count))
            for row in rows {
                let cells = row.seconds.map { $0.isFinite ? String(format: "%.3g", $0 * 1e6) : "–" }
                lines.append(
                    "| \(row.stateCount) | \(row.nonZeroCount) | \(row.factorCount) | " + cells.joined(separator: " | ")
                        + String(format: " | %.0f |", row.mebibytes))
            }
            let large = rows.filter { $0.stateCount >= 100 }
            let exponents = Self.columns.indices.map { column in
                Self.exponent(large.map { (Double($0.nonZeroCount), $0.seconds[column]) })
            }
            let factors = Self.exponent(large.map { (Double($0.nonZeroCount), Double($0.factorCount)) })
            let memory = Self.exponent(large.map { (Double($0.nonZeroCount), $0.mebibytes) })
            lines.append(
                String(format: "| exponent | 1 | %.2f | ", factors)
                    + exponents.map { $0.isFinite ? String(format: "%.2f", $0) : "–" }.joined(separator: " | ")
                    + String(format: " | %.2f |", memory))
            lines.append("")
        }
        lines += [
            "What grows faster is the fill of a grid's factors, n·log n in the best order and n^1.27 in ours, with what factors them (n^1.5 at best);",
            "nothing before the factors does. `ScalingTests` holds the counts behind these times.", "",
        ]
        return lines.joined(separator: "\n")
    }

    private func row(_ kind: ScalingModel, _ size: Int) throws -> Row {
        let file = URL(fileURLWithPath: "out/scaling-\(kind.rawValue)-\(size).xml")
        try FileManager.default.createDirectory(atPath: "out", withIntermediateDirectories: true)
        try SBMLWriter.text(of: kind.model(stateCount: size)).write(to: file, atomically: true, encoding: .utf8)
        var times: [Double] = []
        func timed<Result>(_ body: () throws -> Result) rethrows -> Result {
            // Reading runs on a thread of its own, so the whole process counts.
            let began = ProcessorTime.ofProcess()
            let result = try body()
            times.append(ProcessorTime.ofProcess() - began)
            return result
        }
        let read = try timed { try SBMLReader.read(contentsOf: file).model }
        let system = try timed { try EquationSystem(read) }
        let kernel = try timed { try BytecodeKernel(system) }
        let plan = timed { EliminationPlan(system.layout.jacobianPattern) }
        if size <= Self.largestNative, NativeKernel.obstacle == nil {
            _ = try timed { try NativeKernel(kernel) }
        } else {
            times.append(.nan)
        }
        for program in [KernelProgram.rightHandSide, .rightHandSideAndJacobian] {
            times.append(Self.seconds(of: program, kernel))
        }
        times.append(try Self.step(kernel))
        times.append(try Self.laneStep(kernel, system))
        var row = Row(
            stateCount: system.layout.states.count, nonZeroCount: system.layout.jacobianPattern.nonZeroCount,
            factorCount: plan.valueCount)
        row.seconds = times
        let answer = try peer?.ask([
            "do": "memory",
            "command": [
                SensitivityBench.program.path, "simulate", file.path, "--end", "1e-3", "--points", "2", "--out",
                "/dev/null",
            ],
        ])
        row.mebibytes = (answer?["mebibytes"] as? NSNumber)?.doubleValue ?? .nan
        return row
    }

    /// Of one evaluation, the best of some [s].
    private static func seconds(of program: KernelProgram, _ kernel: any Kernel) -> Double {
        let layout = kernel.layout
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        var result = [Double](repeating: 0, count: layout.resultCount(of: program))
        let state = [Double](repeating: 0.5, count: layout.states.count)
        let calls = max(1, 100_000 / layout.states.count)
        return (0..<5).map { _ in
            ProcessorTime.seconds {
                for _ in 0..<calls { workspace.evaluate(program, time: [0], state: state, into: &result) }
            } / Double(calls)
        }.min()!
    }

    private static let settings = SolverSettings(method: .bdf, relativeTolerance: 1e-6)

    private static func step(_ kernel: any Kernel) throws -> Double {
        let simulation = try Simulation(kernel: kernel, settings: settings)
        var steps = 0
        let seconds = try ProcessorTime.seconds {
            let trajectory = try simulation.run(to: 10, reportTimes: [10])
            if let failure = trajectory.failure { print(failure) }
            steps = trajectory.statistics.steps
        }
        return seconds / Double(max(steps, 1))
    }

    private static func laneStep(_ kernel: any Kernel, _ system: EquationSystem) throws -> Double {
        let simulation = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: kernel,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: 1e-3))
        let inputs = (0..<8).map { SubjectInput(to: 10, reportTimes: [10], subject: UInt64($0)) }
        var steps = 0
        let seconds = try ProcessorTime.seconds { steps = try simulation.run(inputs)[0].statistics.steps }
        return seconds / Double(max(steps, 1))
    }

    /// Slope of the least-squares line through logarithms; NaN with fewer than two numbers.
    static func exponent(_ points: [(size: Double, value: Double)]) -> Double {
        let logs = points.filter { $0.value.isFinite && $0.value > 0 }.map { (log($0.size), log($0.value)) }
        guard logs.count > 1 else { return .nan }
        let meanX = logs.reduce(0) { $0 + $1.0 } / Double(logs.count)
        let meanY = logs.reduce(0) { $0 + $1.1 } / Double(logs.count)
        let covariance = logs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        return covariance / logs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    }
}
