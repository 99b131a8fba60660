import Solvers

/// A trajectory as comma-separated values: `time`, then each output, then `d[output]/d[parameter]` of each pair, the
/// parameters of an output next to each other.
public struct TrajectoryTable {
    let trajectory: Trajectory

    /// - Parameter trajectory: what is written.
    public init(_ trajectory: Trajectory) { self.trajectory = trajectory }

    /// Shortest digits that read back as the same number; `NaN`, `INF` and `-INF` as the SBML Test Suite writes them.
    public var csv: String {
        let derivatives = trajectory.names.flatMap { name in
            trajectory.derivativeParameters.map { "d[\(name)]/d[\($0)]" }
        }
        var text = (["time"] + trajectory.names + derivatives).joined(separator: ",") + "\n"
        for (timeIndex, time) in trajectory.times.enumerated() {
            text += Self.digits(time)
            for outputIndex in 0..<trajectory.outputCount {
                text += "," + Self.digits(trajectory[timeIndex, outputIndex])
            }
            for place in derivatives.indices {
                text += "," + Self.digits(trajectory.derivatives[timeIndex * derivatives.count + place])
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
