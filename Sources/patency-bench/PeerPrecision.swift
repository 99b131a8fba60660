// Goals, in order: the same model, columns and report times; errors of all against one tight reference that is none of
// theirs at the tolerances compared; ratios at equal error from runs that take turns.

import Foundation
import Solvers
import Studies

/// Error against time of all simulators at hand on some curated models.
struct PeerPrecision {
    /// Small to middling, oscillating and not; all are read by every simulator.
    static let names = ["0003", "0009", "0012", "0022", "0026", "0051", "0105", "0175"]
    /// Those that AMICI is compiled for, which takes it a minute or two each.
    static let namesForAMICI: Set = ["0003", "0012", "0022", "0026"]
    static let tolerances = stride(from: -3.0, through: -9.0, by: -1).map { Foundation.pow(10, $0) }
    private static let repeats = 5

    let models: [BenchModel]
    let peers: [Peer]

    /// Points of one model.
    struct Curve {
        let model: String
        var points: [WorkPoint]
    }

    init(folder: URL) throws {
        models = try BenchModel.all(in: folder).filter { model in
            model.reference != nil && Self.names.contains { model.name.hasSuffix($0) }
        }
        peers = try [Peer.Kind.libroadrunner, .COPASI, .AMICI].compactMap { try Peer($0) }
    }

    /// Measures, writes the plot, and puts the table into `docs/benchmarks.md`.
    func run() throws {
        let curves = try models.map(curve)
        try plot(curves).write(toFile: "docs/work-precision.vl.json", atomically: true, encoding: .utf8)
        let section = section(curves)
        print(section)
        try ModelBench.write(section, into: URL(fileURLWithPath: "docs/benchmarks.md"))
    }

    private func curve(_ model: BenchModel) throws -> Curve {
        guard let reference = model.reference else { return Curve(model: model.name, points: []) }
        let span = SingleRun.Span(to: model.end, points: 101)
        var kernels = [("Patency, bytecode", KernelChoice.bytecode)]
        if KernelChoice.nativeObstacle == nil { kernels.append(("Patency, native", .native)) }
        var points: [WorkPoint] = []
        var turns: [() throws -> Double?] = []
        for (name, kernel) in kernels {
            for tolerance in Self.tolerances {
                let run = try model.run(SolverSettings(relativeTolerance: tolerance), kernel)
                let first = try run.trajectory(over: span)
                guard first.failure == nil, let error = reference.deviations(of: first).first?.error else { continue }
                points.append(WorkPoint(solver: name, tolerance: tolerance, error: error))
                turns.append { try ProcessorTime.seconds { _ = try run.trajectory(over: span) } }
            }
        }
        for peer in peers {
            guard let request = try request(peer.kind, model, reference, to: peer) else { continue }
            for tolerance in Self.tolerances {
                let turn = request.merging(["rtol": tolerance, "atol": tolerance * 1e-6]) { $1 }
                guard let rows = try peer.ask(turn)["rows"] as? [[Any]] else { continue }
                let values = rows.map { $0.map { ($0 as? NSNumber)?.doubleValue ?? .nan } }
                guard let error = reference.deviations(rows: values).first?.error, error.isFinite else { continue }
                points.append(WorkPoint(solver: peer.kind.rawValue, tolerance: tolerance, error: error))
                turns.append { (try peer.ask(turn)["median"] as? NSNumber)?.doubleValue }
            }
        }
        for _ in 0..<Self.repeats {
            for (index, turn) in turns.enumerated() {
                if let seconds = try turn() { points[index].seconds.append(seconds) }
            }
        }
        return Curve(model: String(model.name.suffix(4)), points: points)
    }

    /// What a peer is asked for one run; `nil` where it does not take the model.
    private func request(
        _ kind: Peer.Kind, _ model: BenchModel, _ reference: ReferenceTable, to peer: Peer
    ) throws -> [String: Any]? {
        let common: [String: Any] = ["path": model.url.path, "end": model.end, "repeats": 1]
        guard kind == .AMICI else {
            return common.merging(["do": "warm", "columns": ["time"] + reference.columns]) { $1 }
        }
        guard Self.namesForAMICI.contains(String(model.name.suffix(4))) else { return nil }
        let cache =
            ProcessInfo.processInfo.environment["PATENCY_CACHE"].map { "\($0)/amici-models" } ?? "out/amici-models"
        let built = try peer.ask([
            "do": "build", "path": model.url.path, "parameters": [String](), "outputs": reference.columns,
            "cache": cache,
        ])
        if let reason = built["error"] {
            print("AMICI does not build \(model.name): \(reason)")
            return nil
        }
        return common.merging(["do": "simulate", "columns": reference.columns, "cache": cache]) { $1 }
    }
}
