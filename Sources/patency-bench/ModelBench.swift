// Goals, in order: the same work and at least the same error on both sides; ratios that other load on the machine does
// not move, hence processor time; side by side, model by model, so that both see the same moment.

import Codegen
import Foundation
import Modeling
import Solvers
import Studies

/// Curated models beside another simulator: from file to first step, and warm runs.
struct ModelBench {
    let peer: Peer
    let models: [BenchModel]
    let scaling: URL
    /// Measurements of each model: of loads the smallest counts, of warm runs the median of twice as many and one.
    var repeats = 2

    struct Load {
        let name: String
        let seconds: Double
        let fresh: Double
        let cached: Double
    }

    struct Warm {
        struct Own {
            let error, seconds: Double
        }

        let name: String
        /// As chosen automatically, by Adams' and backward differentiation formulas alone, by Rodas4 alone; `nil` where no tolerance reaches the
        /// peer's error.
        let automatic: Own?
        let multistep: Own?
        let rosenbrock: Own?
        /// To machine code, once, before the runs.
        let compileSeconds: Double
        let peerError: Double
        let peerSeconds: Double
        func ratio(_ own: Own?) -> Double { own.map { peerSeconds / $0.seconds } ?? .nan }
    }

    /// Processor time of the whole process: reading runs on a thread of its own.
    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
        }
        let began = now()
        try body()
        return now() - began
    }

    private func numbers(_ answer: [String: Any], _ key: String) -> [Double] {
        (answer[key] as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
    }

    /// From the file to the first step, cold caches on both sides after one load of another model.
    func loads() throws -> [Load] {
        try models.map { model -> Load in
            let own = try (0..<repeats).map { _ in
                try Self.seconds {
                    _ = try model.run(relativeTolerance: 1e-6).trajectory(over: .init(to: model.end * 1e-6, points: 2))
                }
            }
            let answer = try peer.ask([
                "do": "load", "path": model.url.path, "end": model.end * 1e-6, "repeats": repeats,
            ])
            return Load(
                name: model.name, seconds: own.min() ?? .nan, fresh: numbers(answer, "fresh").min() ?? .nan,
                cached: numbers(answer, "cached").min() ?? .nan)
        }
    }

    /// Each method's run at the loosest tolerance whose error is no larger than the peer's at 1e-6.
    func warmRuns() throws -> [Warm] {
        try models.compactMap { model -> Warm? in
            guard let reference = model.reference else { return nil }
            let answer = try peer.ask([
                "do": "warm", "path": model.url.path, "end": model.end, "rtol": 1e-6, "atol": 1e-12,
                "columns": ["time"] + reference.columns, "repeats": 2 * repeats + 1,
            ])
            guard let median = (answer["median"] as? NSNumber)?.doubleValue, let rows = answer["rows"] as? [[Any]]
            else {
                return nil
            }
            let values = rows.map { $0.compactMap { ($0 as? NSNumber)?.doubleValue } }
            let peerError = reference.deviations(rows: values).first?.error ?? .nan
            let kernels = KernelChoice.nativeObstacle == nil ? KernelChoice.native : .bytecode
            // One kernel for all tolerances: it takes longer to compile than to run.
            let kernel = try model.run(SolverSettings(), kernels).kernel
            func run(_ method: IntegrationMethod, takesRosenbrock: Bool = true) throws -> Warm.Own? {
                var settings = SolverSettings(method: method)
                if !takesRosenbrock { settings.rosenbrockTolerance = .infinity }
                return try own(settings, kernel, model, reference, notAbove: peerError)
            }
            return Warm(
                name: model.name, automatic: try run(.automatic),
                multistep: try run(.automatic, takesRosenbrock: false), rosenbrock: try run(.rosenbrock),
                compileSeconds: (kernel as? NativeKernel)?.compileSeconds ?? 0, peerError: peerError,
                peerSeconds: median)
        }
    }

    /// The peer's absolute tolerance over its relative one is kept.
    private func own(
        _ wanted: SolverSettings, _ kernel: any Kernel, _ model: BenchModel, _ reference: ReferenceTable,
        notAbove peerError: Double
    ) throws -> Warm.Own? {
        let span = SingleRun.Span(to: model.end, points: 101)
        // Tolerances asked for are of the whole run, of which a step gets a five-hundredth: 10 is 0.02 a step.
        for exponent in stride(from: 1.0, through: -9.0, by: -0.25) {
            let tolerance = Foundation.pow(10, exponent)
            var settings = wanted
            (settings.relativeTolerance, settings.absoluteTolerance) = (tolerance, 1e-9 * tolerance)
            guard let run = try? SingleRun(kernel: kernel, settings: settings) else { return nil }
            guard case let trajectory = try run.trajectory(over: span), trajectory.failure == nil,
                let error = reference.deviations(of: trajectory).first?.error, error <= peerError
            else { continue }
            let times = try (0..<2 * repeats + 1).map { _ in try Self.seconds { _ = try run.trajectory(over: span) } }
                .sorted()
            return Warm.Own(error: error, seconds: times[repeats])
        }
        return nil
    }
}
