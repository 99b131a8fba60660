// Goals, in order: no step across a jump of f; no stops without end. Each delay that a kink passes through makes it one
// order smoother, so that a few generations are enough. Tracking delays that vary lost: their kinks are left to the
// error control of the steps.

/// When discontinuities come back through `delay`: at a jump's time plus each interval, generation after generation.
struct BreakPoints {
    /// Generations that are followed.
    static let depth = 5
    private static let capacity = 1_000

    /// Ascending by time.
    private var points: [(time: Double, generation: Int)] = []

    /// Earliest break point [model time]; ∞ if there is none.
    var next: Double { points.first?.time ?? .infinity }

    /// Adds the echoes of a discontinuity.
    mutating func add(after time: Double, lags: Set<Double>, generation: Int) {
        guard generation < Self.depth else { return }
        for lag in lags where lag.isFinite && lag > 64 * max(abs(time), abs(time + lag)).ulp {
            let echo = time + lag
            let place = points.firstIndex { $0.time >= echo - 16 * echo.ulp } ?? points.count
            if place < points.count, points[place].time <= echo + 16 * echo.ulp {
                points[place].generation = min(points[place].generation, generation + 1)
            } else if points.count < Self.capacity {
                points.insert((echo, generation + 1), at: place)
            }
        }
    }

    /// Removes those up to `time`; the lowest generation among them.
    mutating func take(upTo time: Double) -> Int? {
        let count = points.prefix { $0.time <= time }.count
        guard count > 0 else { return nil }
        defer { points.removeFirst(count) }
        return points.prefix(count).map(\.generation).min()
    }
}
