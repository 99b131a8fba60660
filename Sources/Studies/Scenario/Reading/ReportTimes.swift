/// Times at which outputs are reported.
enum ReportTimes {
    static let largestCount = 100_000
    /// Intervals people think in [h].
    private static let round: [Double] = [
        1.0 / 60, 5.0 / 60, 0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2184, 4368, 8760,
    ]

    /// 0, `interval`, … and `horizon` [h]; with intervals of whole days the last is a whole day too.
    ///
    /// Reports at one time of day show a course, not the phase of the last dose.
    static func regular(interval: Double, horizon: Double) -> [Double] {
        let isWholeDays = interval.truncatingRemainder(dividingBy: 24) == 0
        let last = isWholeDays ? (horizon / 24).rounded(.down) * 24 : horizon
        let count = Int((last / interval * (1 + 1e-12)).rounded(.down))
        var times = (0...count).map { min(Double($0) * interval, last) }
        if times[count] < last { times.append(last) }
        return times
    }

    /// About 120 regular times, and before the first of them the shorter round intervals once each, for the onset.
    static func standard(horizon: Double) -> [Double] {
        let wished = horizon / 120
        let interval = round.min { abs($0 / wished - wished / $0) < abs($1 / wished - wished / $1) } ?? wished
        let shortest = interval >= 24 ? 24 : min(1, interval)
        let early = round.filter { $0 < interval && $0 >= shortest && $0 < horizon }
        let times = regular(interval: min(interval, horizon), horizon: horizon)
        return [0] + early + times.dropFirst()
    }
}
