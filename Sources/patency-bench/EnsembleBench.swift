// Goals, in order: the same people, parameters, start, outputs and times on all sides; each side's own error against one
// tight solution, ratios at equal error; processor time of one core, since other work shares the machine.

import Foundation
import Modeling
import Solvers
import Studies

/// Many people on one core: ours in lanes, a loop over CVODES with KLU, a loop over libroadrunner.
struct EnsembleBench {
    var problem: EnsembleProblem
    let peer: Peer?
    /// Of whom all solvers' errors are measured.
    var sampleCount = 40

    struct Point {
        let solver: String
        let tolerance: Double
        let subjectCount: Int
        /// Of one person [s].
        let seconds: Double
        /// Of each person the largest over times and outputs, over the sample: the median and the largest.
        let median: Double
        let largest: Double
    }

    /// [subject][time][output]
    typealias Solution = [[[Double]]]

    private func values(_ trajectories: [Trajectory]) -> Solution {
        trajectories.prefix(sampleCount).map { trajectory in
            let places = problem.outputs.map { trajectory.names.firstIndex(of: $0)! }
            return trajectory.times.indices.map { time in places.map { trajectory[time, $0] } }
        }
    }

    /// Largest error of each person, relative to the value, and where that passes zero to a hundredth of the output's largest.
    private func point(
        _ solver: String, _ tolerance: Double, _ seconds: Double, _ count: Int, _ found: Solution, _ truth: Solution
    ) -> Point {
        let errors = zip(found, truth).map { own, other -> Double in
            guard own.count == other.count else { return .infinity }
            var worst = 0.0
            for output in problem.outputs.indices {
                let largest = other.reduce(0) { max($0, abs($1[output])) }
                guard largest > 0 else { continue }
                for time in other.indices {
                    let size = max(abs(other[time][output]), 0.01 * largest)
                    let error = abs(own[time][output] - other[time][output]) / size
                    worst = error.isNaN ? .infinity : max(worst, error)
                }
            }
            return worst
        }.sorted()
        return Point(
            solver: solver, tolerance: tolerance, subjectCount: count, seconds: seconds / Double(count),
            median: errors.isEmpty ? .nan : errors[errors.count / 2], largest: errors.last ?? .nan)
    }

    mutating func points() throws -> [Point] {
        let native = KernelChoice.nativeObstacle == nil ? KernelChoice.native : .bytecode
        let scalar = try native.makeKernel(problem.system)
        let lanes = try native.makeLaneKernel(problem.system)
        let tight = try Simulation(
            kernel: scalar, settings: SolverSettings(method: .bdf, relativeTolerance: 1e-11))
        // Some people's drawn numbers have no solution: they are left out for all.
        let usual = try Simulation(kernel: scalar, settings: SolverSettings(method: .bdf, relativeTolerance: 1e-6))
        var solved: [(row: [Double], trajectory: Trajectory?)] = []
        for (row, input) in zip(problem.rows, problem.inputs(problem.rows.count)) {
            let found = try (solved.count < sampleCount ? tight : usual).run(input)
            guard found.isCompleted, found.values.allSatisfy(\.isFinite) else { continue }
            solved.append((row, solved.count < sampleCount ? found : nil))
        }
        if solved.count < problem.rows.count {
            print("\(problem.title): \(solved.count) of \(problem.rows.count) people have a solution")
        }
        sampleCount = min(sampleCount, solved.count)
        problem.rows = solved.map(\.row)
        let truth = values(solved.compactMap(\.trajectory))
        let sample = problem.inputs(sampleCount)
        var points: [Point] = []
        if let lanes, LaneSimulation.accepts(lanes) {
            for tolerance in [1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5, 1e-6] {
                points += try lanePoints(lanes, scalar, .rodas4, tolerance, truth)
            }
            // Two more stages and an order more, which pays at tight tolerances.
            for tolerance in [1e-3, 3e-4, 1e-4, 1e-5, 1e-6, 1e-7] {
                points += try lanePoints(lanes, scalar, .rodas5P, tolerance, truth)
            }
        }
        for tolerance in [1e-3, 1e-4, 1e-5, 1e-6, 1e-7] {
            let simulation = try Simulation(
                kernel: scalar, settings: SolverSettings(method: .bdf, relativeTolerance: tolerance))
            var found: [Trajectory] = []
            let seconds = try ProcessorTime.seconds { found = try sample.map { try simulation.run($0) } }
            points.append(point("CVODES with KLU, loop", tolerance, seconds, sampleCount, values(found), truth))
        }
        return points + (try peerPoints(truth))
    }

    /// Ours in lanes, every dose and, at loose tolerances, by few periods.
    private func lanePoints(
        _ lanes: any Kernel, _ scalar: any Kernel, _ method: RosenbrockMethod, _ tolerance: Double, _ truth: Solution
    ) throws -> [Point] {
        var settings = SolverSettings(method: .rosenbrock, relativeTolerance: tolerance)
        settings.rosenbrock = method
        let simulation = try LaneSimulation(kernel: lanes, scalar: scalar, settings: settings)
        let inputs = problem.inputs([1e-3, 3e-4].contains(tolerance) ? problem.rows.count : 200)
        func point(_ name: String, _ run: ([SubjectInput]) throws -> [Trajectory]) throws -> Point {
            var found: [Trajectory] = []
            let seconds = try ProcessorTime.seconds {
                // In batches, as a study runs them.
                for first in stride(from: 0, to: inputs.count, by: 16) {
                    let own = try run(Array(inputs[first..<min(first + 16, inputs.count)]))
                    if found.count < sampleCount { found += own }
                }
            }
            return self.point(name, tolerance, seconds, inputs.count, values(found), truth)
        }
        let name = "Patency, lanes, \(method.rawValue)"
        var points = [try point(name) { try simulation.run($0) }]
        if !problem.doses.regimens.isEmpty, tolerance >= 1e-4, method == .rodas4 {
            let periods = MultirevolutionSimulation(simulation)
            points.append(try point("\(name), few periods") { try periods.run($0).map(\.trajectory) })
        }
        return points
    }

    private func peerPoints(_ truth: Solution) throws -> [Point] {
        guard let peer else { return [] }
        var points: [Point] = []
        for (tolerance, share) in [1e-4, 1e-5, 1e-6, 1e-7].flatMap({ rtol in [1e-3, 1e-6].map { (rtol, $0) } }) {
            let answer = try peer.ask([
                "do": "ensemble", "path": problem.file.path, "columns": problem.peerOutputs,
                "names": problem.peerParameters, "rows": Array(problem.rows.prefix(sampleCount)),
                "times": problem.times, "rtol": tolerance, "atol": tolerance * share,
            ])
            guard let seconds = (answer["seconds"] as? NSNumber)?.doubleValue,
                let tables = answer["values"] as? [[[Any]]]
            else {
                print("libroadrunner at \(tolerance): \(answer["error"] ?? "no answer")")
                continue
            }
            let found = tables.map { $0.map { $0.map { ($0 as? NSNumber)?.doubleValue ?? .nan } } }
            points.append(
                point(
                    "libroadrunner, loop, atol \(share) rtol", tolerance, seconds, sampleCount, found, truth))
        }
        return points
    }

    /// Tables of one problem in Markdown.
    mutating func report() throws -> String {
        let points = try points()
        var lines = [
            "### \(problem.title)",
            "\(problem.system.layout.states.count) states, \(problem.parameters.count) parameters vary, \(problem.times.count) reports of \(problem.outputs.count) outputs.",
            "", "| solver | rtol | people | ms a person | median error | largest error |", "|---|---|---|---|---|---|",
        ]
        for point in points {
            lines.append(
                String(
                    format: "| %@ | %.0e | %d | %.3f | %.1e | %.1e |", point.solver, point.tolerance,
                    point.subjectCount, point.seconds * 1e3, point.median, point.largest))
        }
        let ours = Dictionary(grouping: points.filter { $0.solver.hasPrefix("Patency") }, by: \.solver).values.map {
            $0.map { WorkPoint(solver: $0.solver, tolerance: $0.tolerance, seconds: [$0.seconds], error: $0.median) }
        }
        lines += ["", "| other | its median error | its ms | ratio at that error |", "|---|---|---|---|"]
        for other in points where !other.solver.hasPrefix("Patency") {
            let own = ours.compactMap { $0.seconds(atError: other.median) }.min()
            lines.append(
                String(
                    format: "| %@, %.0e | %.1e | %.3f | %@ |", other.solver, other.tolerance, other.median,
                    other.seconds * 1e3, own.map { String(format: "%.1f", other.seconds / $0) } ?? "–"))
        }
        return lines.joined(separator: "\n") + "\n\n" + PeakMemory.line(beside: peer.map { [$0] } ?? [])
    }
}
