// Goals, in order: equal achieved error; processor time, which other load moves little; every method on every model.

import Foundation
import Solvers
import Studies

/// Methods for one subject compared on curated models: time to reach an error against a tight reference.
struct MethodPrecision {
    let models: [BenchModel]
    /// Both sides compiled, where that can be.
    private let kernels = KernelChoice.nativeObstacle == nil ? KernelChoice.native : .bytecode
    var repeats = 3

    init(models: [BenchModel]) { self.models = models }

    /// One way to integrate.
    struct Method {
        let name: String
        let settings: SolverSettings

        static let all =
            [
                Method(name: "Adams", settings: SolverSettings(method: .adams)),
                Method(name: "BDF", settings: SolverSettings(method: .bdf)),
                Method(name: "automatic", settings: SolverSettings()),
            ]
            + RosenbrockMethod.allCases.map { rosenbrock in
                var settings = SolverSettings(method: .rosenbrock)
                settings.rosenbrock = rosenbrock
                return Method(name: rosenbrock.rawValue, settings: settings)
            }
    }

    static let errors = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7]

    func printTable() throws {
        print("model,states,method,rtol,error,seconds,steps")
        for model in models where model.reference != nil {
            for method in Method.all {
                for exponent in stride(from: -3.0, through: -9.0, by: -0.5) {
                    try printRow(model, method, Foundation.pow(10, exponent))
                }
            }
        }
    }

    private func printRow(_ model: BenchModel, _ method: Method, _ tolerance: Double) throws {
        var settings = method.settings
        settings.relativeTolerance = tolerance
        guard let reference = model.reference, let run = try? model.run(settings, kernels) else { return }
        let span = SingleRun.Span(to: model.end, points: 101)
        guard let first = try? run.trajectory(over: span), first.failure == nil else { return }
        let error = reference.deviations(of: first).first?.error ?? .nan
        let seconds = try (0..<repeats).map { _ in try ProcessorTime.seconds { _ = try run.trajectory(over: span) } }
        print(
            model.name.suffix(4), first.finalState.count, method.name, tolerance, String(format: "%.2e", error),
            String(format: "%.6f", seconds.min() ?? .nan), first.statistics.steps, separator: ",")
    }
}
