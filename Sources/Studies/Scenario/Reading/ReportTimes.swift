/// Times at which outputs are reported.
enum ReportTimes {
    static let largestCount = 100_000
    /// Intervals people think in [h].
    private static let round: [Double] = [
        1.0 / 60, 5.0 / 60, 0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 96, 168, 336, 720, 1440, 2191.5, 4383, 8766,
    ]

    /// 0, `interval`, … and `horizon` itself [h].
    static func regular(interval: Double, horizon: Double) -> [Double] {
        let count = Int((horizon / interval * (1 + 1e-12)).rounded(.down))
        var times = (0...count).map { min(Double($0) * interval, horizon) }
        if times[count] < horizon { times.append(horizon) }
        return times
    }

    /// About 120 regular times, and before the first of them the shorter round intervals once each, for the onset.
    ///
    /// The regular times are counted back from the horizon, so that all but the first few share the last one's time of
    /// day: what daily doses raise and let fall would else jump at the end.
    static func standard(horizon: Double) -> [Double] {
        let wished = horizon / 120
        let interval = round.min { abs($0 / wished - wished / $0) < abs($1 / wished - wished / $1) } ?? wished
        let early = round.filter { $0 < interval && $0 >= min(1, interval) && $0 < horizon }
        let count = Int((horizon / interval * (1 - 1e-12)).rounded(.down))
        let times = (0...count).reversed().map { horizon - Double($0) * interval }
        return [0] + early + times.filter { $0 > (early.last ?? 0) }
    }
}
