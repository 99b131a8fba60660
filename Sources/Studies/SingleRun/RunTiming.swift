import Codegen
import Foundation
import Modeling
import Solvers

/// What one model's run cost, for `--timing`.
public struct RunTiming: Codable, Sendable {
    /// From the file to a model [s].
    public var readSeconds: Double
    /// From the model to a kernel and a solver [s].
    public var buildSeconds: Double
    /// Of these, to compile a native kernel [s]; 0 for the others.
    public var compileSeconds: Double
    /// Each run [s]; the first one is cold.
    public var simulateSeconds: [Double]
    public var steps: Int
    public var rightHandSideCalls: Int
    public var jacobianCalls: Int
    public var restarts: Int
    public var eventsExecuted: Int
    public var solver: String
    public var kernel: String

    /// - Parameters:
    ///   - read: seconds from the file to a model.
    ///   - build: seconds from the model to a kernel and a solver.
    ///   - simulate: seconds of each run.
    ///   - trajectory: of the last run.
    ///   - kernel: that evaluated the model.
    public init(read: Double, build: Double, simulate: [Double], trajectory: Trajectory, kernel: any Kernel) {
        readSeconds = read
        buildSeconds = build
        simulateSeconds = simulate
        steps = trajectory.statistics.steps
        rightHandSideCalls = trajectory.statistics.rightHandSideCalls
        jacobianCalls = trajectory.statistics.jacobianCalls
        restarts = trajectory.statistics.restarts
        eventsExecuted = trajectory.statistics.eventsExecuted
        solver = trajectory.statistics.methods.joined(separator: ", then ")
        self.kernel = kernel.name
        compileSeconds = (kernel as? NativeKernel)?.compileSeconds ?? 0
    }

    /// JSON with sorted keys.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Finite numbers and strings only: encoding cannot fail.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{}\n"
    }
}
