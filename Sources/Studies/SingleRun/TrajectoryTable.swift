import Solvers

/// A trajectory as comma-separated values: `time`, then each output.
public struct TrajectoryTable {
    let trajectory: Trajectory

    /// - Parameter trajectory: what is written.
    public init(_ trajectory: Trajectory) { self.trajectory = trajectory }

    /// Shortest digits that read back as the same number; `NaN`, `INF` and `-INF` as the SBML Test Suite writes them.
    public var csv: String {
        var text = (["time"] + trajectory.names).joined(separator: ",") + "\n"
        for (timeIndex, time) in trajectory.times.enumerated() {
            text += Self.digits(time)
            for outputIndex in 0..<trajectory.outputCount {
                text += "," + Self.digits(trajectory[timeIndex, outputIndex])
            }
            text += "\n"
        }
        return text
    }

    static func digits(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "INF" : "-INF" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
