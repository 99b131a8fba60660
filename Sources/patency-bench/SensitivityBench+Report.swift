import Codegen
import Foundation
import Modeling
import Solvers
import Studies

extension SensitivityBench {
    private static let repeats = 5

    /// One of ours: the same model on one kernel at one tolerance, ready to run.
    private struct Own {
        let name: String
        let tolerance: Double
        let simulation: Simulation
        let input: SubjectInput
    }

    private func own(_ name: String, _ kernel: any Kernel, _ tolerance: Double) throws -> Own {
        Own(
            name: name, tolerance: tolerance,
            simulation: try Simulation(
                kernel: kernel,
                settings: SolverSettings(relativeTolerance: tolerance, absoluteTolerance: tolerance * 1e-3)),
            input: SubjectInput(to: Self.end, reportTimes: Self.times))
    }

    /// Measures everything and returns the section in Markdown; writes the plot beside it.
    func report(peerBuildSeconds: Double) throws -> String {
        let began = ProcessorTime.now()
        let system = try EquationSystem(try ColumnSelection(Self.outputs).applied(to: model), sensitivities: parameters)
        let bytecode = try BytecodeKernel(system)
        let buildSeconds = ProcessorTime.now() - began
        var kernels: [(String, any Kernel)] = [("Patency, bytecode", bytecode)]
        var compileSeconds = Double.nan
        if KernelChoice.nativeObstacle == nil {
            let native = try NativeKernel(bytecode)
            compileSeconds = native.compileSeconds
            kernels.append(("Patency, native", native))
        }
        let tight = try peer.ask(runRequest("run", tolerance: 1e-10, method: "staggered", repeats: 1))
        guard let truth = peerSolution(tight)?.solution else {
            return "## Forward sensitivities beside AMICI\nAMICI failed: \(tight["error"] ?? "no reason given")\n"
        }
        var points: [WorkPoint] = []
        // One round of all solvers after another, so that both sides see the same moments.
        let ours = try kernels.flatMap { name, kernel in
            try [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8].map { try own(name, kernel, $0) }
        }
        for problem in ours {
            let found = try problem.simulation.run(problem.input)
            if let failure = found.failure { print(failure) }
            points.append(
                WorkPoint(solver: problem.name, tolerance: problem.tolerance, error: error(solution(found), truth)))
        }
        let theirs = ["simultaneous", "staggered"].flatMap { method in
            [1e-4, 1e-5, 1e-6, 1e-7, 1e-8].map { (method, $0) }
        }
        for round in 0..<Self.repeats {
            for (index, problem) in ours.enumerated() {
                points[index].seconds.append(
                    try ProcessorTime.seconds { _ = try problem.simulation.run(problem.input) })
            }
            for (index, (method, tolerance)) in theirs.enumerated() {
                let answer = try peer.ask(runRequest("run", tolerance: tolerance, method: method, repeats: 1))
                guard let (found, seconds) = peerSolution(answer) else { continue }
                if round == 0 {
                    points.append(
                        WorkPoint(solver: "AMICI, \(method)", tolerance: tolerance, error: error(found, truth)))
                }
                points[ours.count + index].seconds.append(seconds)
            }
        }
        try Self.plot(points).write(toFile: "docs/sensitivities.vl.json", atomically: true, encoding: .utf8)
        return try text(points, peerBuildSeconds: peerBuildSeconds, buildSeconds: buildSeconds, compileSeconds)
    }

    private func text(
        _ points: [WorkPoint], peerBuildSeconds: Double, buildSeconds: Double, _ compileSeconds: Double
    ) throws -> String {
        var lines = [
            "## Forward sensitivities beside AMICI",
            "\(parameters.count) forward sensitivities of \(Self.outputs.count) outputs of the exported flagship, 28 daily doses of MK-4 10 mg,",
            "\(Self.times.count) reports; processor time, medians of \(Self.repeats) rounds in which all take turns (\(BuildFacts.cpuFeatures));",
            "`make bench` writes this section. Errors are the largest over times, outputs and parameters, relative to the largest",
            "derivative of the pair, against AMICI at rtol 1e-10. Absolute tolerances are a thousandth of the relative ones.",
            "`sensitivities.vl.json` plots error against time.", "",
            "| solver | rtol | error | s | least to most |", "|---|---|---|---|---|",
        ]
        for point in points {
            let sorted = point.seconds.sorted()
            lines.append(
                String(
                    format: "| %@ | %.0e | %.1e | %.3f | %.3f to %.3f |", point.solver, point.tolerance, point.error,
                    point.median, sorted.first ?? .nan, sorted.last ?? .nan))
        }
        lines += ["", "| AMICI at | its error | its s | ratio, bytecode | ratio, native |", "|---|---|---|---|---|"]
        for point in points where point.solver.hasPrefix("AMICI") {
            let ratios = ["Patency, bytecode", "Patency, native"].map { name -> String in
                let own = points.filter { $0.solver == name }.seconds(atError: point.error)
                return own.map { String(format: "%.1f", point.median / $0) } ?? "–"
            }
            lines.append(
                String(
                    format: "| %@, %.0e | %.1e | %.3f | %@ | %@ |", point.solver, point.tolerance, point.error,
                    point.median, ratios[0], ratios[1]))
        }
        lines += [
            "",
            "Ratios above 1 mean that Patency is faster at that error: its time there lies on a line between two of its",
            "points, both axes logarithmic.", "",
            String(
                format:
                    "From file's model to bytecode %.3f s, to machine code %.2f s more; AMICI generated and compiled in %.0f s of wall time.",
                buildSeconds, compileSeconds, peerBuildSeconds),
            try memory(),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Peak memory of one run, each side in a process of its own.
    private func memory() throws -> String {
        let command = [
            Self.program.path, "simulate", file.path, "--end", "672", "--points", "57", "--rtol", "1e-4", "--select",
            Self.outputs.joined(separator: ","), "--sensitivity", parameters.joined(separator: ","), "--out",
            "/dev/null",
        ]
        let own = (try peer.ask(["do": "memory", "command": command])["mebibytes"] as? NSNumber)?.doubleValue ?? .nan
        let request = runRequest("memory", tolerance: 1e-6, method: "staggered", repeats: 1)
        let other = (try peer.ask(request)["mebibytes"] as? NSNumber)?.doubleValue ?? .nan
        return String(
            format:
                "Peak memory of a process that reads the file and runs it once: %.0f MiB; AMICI's, with Python: %.0f MiB.",
            own,
            other)
    }

    /// Error against time as a Vega-Lite figure with its data.
    private static func plot(_ points: [WorkPoint]) throws -> String {
        func axis(_ field: String, _ title: String) -> [String: Any] {
            ["field": field, "type": "quantitative", "scale": ["type": "log"], "title": title]
        }
        let specification: [String: Any] = [
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "title": "Ten forward sensitivities of the flagship, 28 daily doses",
            "width": 420, "height": 320,
            "data": [
                "values": points.map { point in
                    [
                        "solver": point.solver, "rtol": point.tolerance,
                        "error": Double(String(format: "%.3g", point.error))!,
                        "seconds": Double(String(format: "%.3g", point.median))!,
                    ] as [String: Any]
                }
            ],
            "mark": ["type": "line", "point": true],
            "encoding": [
                "x": axis("error", "largest error, relative to the largest derivative"),
                "y": axis("seconds", "processor time [s]"),
                "color": ["field": "solver", "type": "nominal", "title": NSNull()],
                "order": ["field": "rtol"],
            ],
        ]
        let data = try JSONSerialization.data(
            withJSONObject: specification, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
