// Goals, in order: the same file, parameters, outputs and times on both sides; errors measured against one tight solution,
// which is the peer's own; ratios at equal error, from runs that take turns.

import Foundation
import ModelFormats
import Modeling
import Physiology
import Solvers
import Studies

/// Forward sensitivities of the exported flagship with a dose a day, beside AMICI.
struct SensitivityBench {
    static let end = 672.0
    /// Never at a dose, where either side of it would be right.
    static let times = (0..<56).map { 6 + 12 * Double($0) }
    static let outputs = [
        "plasma__mk4", "INR", "dpucMGP", "ucOC", "CAC", "calcium", "PTH", "adipose__mk4", "liver__k1", "factorVII",
        "cfPWV",
    ]

    /// Derivatives scaled by their parameters, and values [time][output].
    struct Solution {
        /// [time][parameter][output].
        let derivatives: [[[Double]]]
        let values: [[Double]]
    }

    let file: URL
    let model: Model
    let parameters: [String]
    let scales: [Double]
    let peer: Peer
    let cache: String

    /// Measures and writes `docs/benchmarks.md` and the plot, where AMICI is at hand.
    static func run() throws {
        guard let peer = try Peer(.AMICI) else {
            return print("PATENCY_PEERS_PYTHON names no interpreter (run make setup): no comparison with AMICI.")
        }
        let bench = try SensitivityBench(peer)
        let built = try peer.ask(bench.request("build"))
        guard let buildSeconds = (built["seconds"] as? NSNumber)?.doubleValue else {
            return print("AMICI does not build the flagship: \(built["error"] ?? "no reason given")")
        }
        let report = try bench.report(peerBuildSeconds: buildSeconds)
        print(report)
        try ModelBench.write(report, into: URL(fileURLWithPath: "docs/benchmarks.md"))
    }

    init(_ peer: Peer) throws {
        self.peer = peer
        cache = ProcessInfo.processInfo.environment["PATENCY_CACHE"].map { "\($0)/amici-models" } ?? "out/amici-models"
        file = try Self.exportedFlagship()
        model = try SBMLReader.read(contentsOf: file).model
        let known = Set(model.quantities.filter(\.isConstant).map(\.identifier))
        parameters = Array(
            FittedValues.all.map { $0.identifier.replacingOccurrences(of: ".", with: "__") }
                .filter { known.contains($0) }.prefix(10))
        let layout = try EquationSystem(model).layout
        scales = parameters.map { abs(layout.parameters[layout.parameterIndex($0)!].defaultValue) }
    }

    static let arm = "MK-4 10 mg by mouth"

    /// The flagship as others read it: one person at rest, doses as events.
    static func exportedFlagship() throws -> URL {
        let file = URL(fileURLWithPath: "out/bench-flagship.xml")
        try FileManager.default.createDirectory(atPath: "out", withIntermediateDirectories: true)
        let export = Process()
        export.executableURL = program
        export.arguments = ["export", "flagship", file.path, "--scenario", "Examples/newsletter.yaml", "--arm", arm]
        try export.run()
        export.waitUntilExit()
        return file
    }

    static var program: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "patency")
    }

    func request(_ what: String) -> [String: Any] {
        ["do": what, "path": file.path, "parameters": parameters, "outputs": Self.outputs, "cache": cache]
    }

    func runRequest(_ what: String, tolerance: Double, method: String, repeats: Int) -> [String: Any] {
        request(what).merging([
            "times": Self.times, "rtol": tolerance, "atol": tolerance * 1e-3, "method": method, "repeats": repeats,
        ]) { $1 }
    }

    func peerSolution(_ answer: [String: Any]) -> (solution: Solution, seconds: Double)? {
        // An integer's text gives another number type, so each is asked for its value as it comes.
        func row(_ value: Any) -> [Double] { (value as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue ?? .nan } }
        guard let seconds = (answer["seconds"] as? NSNumber)?.doubleValue, let rows = answer["values"] as? [Any],
            let cubes = answer["derivatives"] as? [Any]
        else { return nil }
        let values = rows.map(row)
        let found = cubes.map { ($0 as? [Any] ?? []).map(row) }
        let scaled = found.map { zip($0, scales).map { row, scale in row.map { $0 * scale } } }
        return (Solution(derivatives: scaled, values: values), seconds)
    }

    func solution(_ trajectory: Trajectory) -> Solution {
        Solution(
            derivatives: Self.times.indices.map { time in
                scales.indices.map { parameter in
                    Self.outputs.indices.map { output in
                        scales[parameter]
                            * trajectory.derivative(timeIndex: time, outputIndex: output, parameterIndex: parameter)
                    }
                }
            },
            values: Self.times.indices.map { time in Self.outputs.indices.map { trajectory[time, $0] } })
    }

    /// Largest error over times, outputs and parameters, in units of the largest derivative of the same output and parameter,
    /// or of a ten-thousandth of the output where the derivative by the parameter's logarithm stays below that.
    func error(_ found: Solution, _ truth: Solution) -> Double {
        var worst = 0.0
        for output in Self.outputs.indices {
            let size = truth.values.reduce(0) { max($0, abs($1[output])) }
            for parameter in parameters.indices {
                let largest = truth.derivatives.reduce(1e-4 * size) { max($0, abs($1[parameter][output])) }
                for (own, other) in zip(found.derivatives, truth.derivatives) {
                    let ratio = abs(own[parameter][output] - other[parameter][output]) / largest
                    if !(ratio <= worst) { worst = ratio }
                }
            }
        }
        return worst
    }
}
