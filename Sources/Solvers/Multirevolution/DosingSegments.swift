/// A part of a schedule without a change of regimen.
struct DosingSegment: Hashable {
    /// [model time].
    let start: Double
    /// [model time].
    let end: Double
    /// Time after which the doses of this segment repeat; `nil` where they do not, or there are none.
    let period: Double?
    /// Regimens that repeat, without an end of their own.
    let regimens: [Regimen]
}

extension DoseSchedule {
    /// Longest ratio of a common period to the shortest interval: doses every 3 days and every 7 repeat after 21.
    private static let longestMultiple = 64

    /// The span cut at every start, end and single dose of a regimen.
    ///
    /// An infusion must end before its segment's period does, else its segment has no period.
    func segments(from start: Double, to end: Double) -> [DosingSegment] {
        var cuts = [start, end]
        for regimen in regimens {
            cuts += [regimen.start, regimen.start + regimen.duration, regimen.end, regimen.end + regimen.duration]
        }
        let borders = Set(cuts.filter { $0 >= start && $0 <= end }).sorted()
        return zip(borders, borders.dropFirst()).map { left, right in
            segment(from: left, to: right)
        }
    }

    private func segment(from start: Double, to end: Double) -> DosingSegment {
        var active: [Regimen] = []
        for regimen in regimens where regimen.interval != nil && regimen.start <= start && regimen.end >= end {
            active.append(regimen)
            active[active.count - 1].end = .infinity
        }
        guard let period = Self.commonPeriod(of: active.compactMap(\.interval)) else {
            return DosingSegment(start: start, end: end, period: nil, regimens: [])
        }
        let isCut = active.contains { regimen in
            regimen.duration > 0 && (start - regimen.start).truncatingRemainder(dividingBy: regimen.interval!) != 0
        }
        let isLong = active.contains { $0.duration >= $0.interval! }
        let single = regimens.filter { $0.interval == nil }
        let isInfused = single.contains { $0.start < end && $0.start + $0.duration > start }
        return DosingSegment(
            start: start, end: end, period: isCut || isLong || isInfused ? nil : period, regimens: active)
    }

    private static func commonPeriod(of intervals: [Double]) -> Double? {
        guard let shortest = intervals.min(), shortest > 0 else { return nil }
        for multiple in 1...longestMultiple {
            let period = Double(multiple) * shortest
            let fits = intervals.allSatisfy { interval in
                let ratio = period / interval
                return abs(ratio - ratio.rounded()) < 1e-9 * ratio && ratio > 0.5
            }
            if fits { return period }
        }
        return nil
    }
}
