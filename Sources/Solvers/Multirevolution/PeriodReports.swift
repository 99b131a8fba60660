/// Report times of a segment by period and phase within it.
struct PeriodReports {
    struct Report: Hashable {
        /// Index among all report times.
        let index: Int
        /// Number of the period.
        let number: Int
        /// Index of the phase.
        let phase: Int
    }

    /// Distinct times since a period's start, ascending [model time].
    let phases: [Double]
    private let reports: [Report]
    private var position = 0

    /// - Parameters:
    ///   - times: all report times of the subject, ascending.
    ///   - start: of period 0 [model time].
    ///   - period: length of a period [model time].
    ///   - count: number of periods.
    ///   - first: index of the first time not reported yet.
    init(times: [Double], from start: Double, period: Double, count: Int, first: Int) {
        let rounding = 1e-9 * period
        var found: [(index: Int, number: Int, phase: Double)] = []
        for index in first..<times.count {
            var number = ((times[index] - start) / period).rounded(.down)
            var phase = times[index] - (start + number * period)
            if period - phase < rounding { (number, phase) = (number + 1, 0) }
            if phase < rounding { phase = 0 }
            guard Int(number) < count else { break }
            found.append((index, Int(number), phase))
        }
        var phases: [Double] = []
        for phase in found.map(\.phase).sorted() where phase - (phases.last ?? -.infinity) > rounding {
            phases.append(phase)
        }
        self.phases = phases
        reports = found.map { report in
            let after = phases.firstIndex { $0 >= report.phase - rounding } ?? phases.count - 1
            return Report(index: report.index, number: report.number, phase: after)
        }
        end = first + reports.count
    }

    private let end: Int

    /// Index among all report times of the first one at or after a period's start.
    func first(from number: Int) -> Int { reports.first { $0.number >= number }?.index ?? end }

    /// The next report that lies before a period's number.
    mutating func take(before number: Int) -> Report? {
        guard position < reports.count, reports[position].number < number else { return nil }
        defer { position += 1 }
        return reports[position]
    }
}
