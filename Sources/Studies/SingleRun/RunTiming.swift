import Foundation
import Solvers

/// What one model's run cost, for `--timing`.
public struct RunTiming: Codable, Sendable {
    /// From the file to a model [s].
    public var readSeconds: Double
    /// From the model to a kernel and a solver [s].
    public var buildSeconds: Double
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
    ///   - kernel: name of the kernel.
    public init(read: Double, build: Double, simulate: [Double], trajectory: Trajectory, kernel: String) {
        readSeconds = read
        buildSeconds = build
        simulateSeconds = simulate
        steps = trajectory.statistics.steps
        rightHandSideCalls = trajectory.statistics.rightHandSideCalls
        jacobianCalls = trajectory.statistics.jacobianCalls
        restarts = trajectory.statistics.restarts
        eventsExecuted = trajectory.statistics.eventsExecuted
        solver = trajectory.statistics.methods.joined(separator: ", then ")
        self.kernel = kernel
    }

    /// JSON with sorted keys.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Finite numbers and strings only: encoding cannot fail.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{}\n"
    }
}
