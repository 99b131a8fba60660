import Modeling

/// How much of each output's variation comes from speculative, contested and supported parts, course by course.
///
/// A table, made by ``init(measuring:by:armIndices:)`` and kept with the model: finding the shares takes hundreds of simulations a
/// course, reading them none.
public struct GradeShares: Sendable, Equatable {
    /// Shares of one output on one course [of the variance, 0 to 1], by grade.
    public struct Row: Sendable, Equatable {
        public var shares: [Grade: Double]
        public init(shares: [Grade: Double]) { self.shares = shares }

        /// Share of everything graded this low or lower.
        public func upTo(_ grade: Grade) -> Double {
            Grade.allCases.filter { $0 <= grade }.reduce(0) { $0 + (shares[$1] ?? 0) }
        }

        /// Of each grade and all below it the larger share of two rows.
        func atLeast(_ other: Row) -> Row {
            var result = Row(shares: [:])
            var below = 0.0
            for grade in Grade.allCases where grade < .established {
                let both = max(upTo(grade), other.upTo(grade))
                result.shares[grade] = both - below
                below = both
            }
            return result
        }
    }

    /// What a course takes: one dose input, or `nil` for nothing.
    public typealias Course = String?

    /// By course, then output.
    public private(set) var rows: [Course: [String: Row]]

    /// From which share on parts count: a twentieth of the variance is 22 % of the standard deviation, the least that widens an
    /// interval by more than 2.5 %.
    public static let leastShare = 0.05

    public init(rows: [Course: [String: Row]] = [:]) { self.rows = rows }

    /// Lowest grade whose parts, with all weaker ones, make up ``leastShare`` of an output on any of an arm's courses.
    ///
    /// - Returns: `nil` where a dose or the output is not in the table: then nothing is known to be faint.
    public func lowestGrade(of output: String, doses: Set<String>) -> Grade? {
        var lowest = Grade.established
        for course in [nil] + doses.sorted().map(Optional.some) {
            guard let row = rows[course]?[output] else { return nil }
            let grade = Grade.allCases.first { $0 < .established && row.upTo($0) >= Self.leastShare }
            lowest = min(lowest, grade ?? .established)
        }
        return lowest
    }

    /// Largest share, over an arm's courses, of parts graded this low or lower.
    public func share(of output: String, upTo grade: Grade, doses: Set<String>) -> Double {
        ([nil] + doses.map(Optional.some)).compactMap { rows[$0]?[output]?.upTo(grade) }.max() ?? 0
    }
}

extension GradeShares {
    private static let columns: [Grade] = [.speculative, .contested, .supported]
    private static let header = "dose,output,speculative,contested,supported"

    /// One line an output and course, shares to four decimals; an empty dose is nothing taken.
    public var csv: String {
        var lines = [Self.header]
        for course in rows.keys.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
            for (output, row) in (rows[course] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let shares = Self.columns.map { "\(((row.shares[$0] ?? 0) * 1e4).rounded() / 1e4)" }
                lines.append(([course ?? "", output] + shares).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Returns: `nil` unless the text is one that ``csv`` writes.
    public init?(csv: String) {
        let lines = csv.split(separator: "\n")
        guard lines.first.map(String.init) == Self.header else { return nil }
        var rows: [Course: [String: Row]] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let shares = fields.dropFirst(2).compactMap { Double($0) }
            guard fields.count == 5, shares.count == 3 else { return nil }
            let course: Course = fields[0].isEmpty ? nil : String(fields[0])
            rows[course, default: [:]][String(fields[1])] = Row(
                shares: Dictionary(uniqueKeysWithValues: zip(Self.columns, shares)))
        }
        self.init(rows: rows)
    }
}
