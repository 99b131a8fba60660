import Foundation
import Solvers

/// A time course computed elsewhere: `time`, then named columns, to be compared with column by column.
public struct ReferenceTable: Sendable {
    /// Without time.
    public let columns: [String]
    public let times: [Double]
    /// [times × columns], row-major.
    private let values: [Double]

    /// A column's largest error, divided by the column's largest value.
    public struct Deviation: Sendable, Hashable {
        public let column: String
        public let time: Double
        public let error: Double
    }

    /// A file whose rows do not fit its header.
    public struct NotATable: Error, CustomStringConvertible {
        public let file: String
        public var description: String { "\(file) is no table of numbers under a header (see its first lines)" }
    }

    /// Columns that stay below this share of the largest column hold what rounding left there.
    private static let noise = 1e-20

    /// - Parameter url: of comma-separated values with a header.
    /// - Throws: an error of Foundation where it cannot be read; ``NotATable`` where rows and header do not fit.
    public init(contentsOf url: URL) throws {
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
        let names = (lines.first?.split(separator: ",") ?? []).dropFirst().map(String.init)
        let rows = lines.dropFirst().map { $0.split(separator: ",").map { Double($0) ?? .nan } }
        guard !rows.isEmpty, rows.allSatisfy({ $0.count == names.count + 1 }) else {
            throw NotATable(file: url.lastPathComponent)
        }
        columns = names
        times = rows.map { $0[0] }
        values = rows.flatMap { $0.dropFirst() }
    }

    /// How far a trajectory with the same columns and times is off, worst column first; noise is left out.
    public func deviations(of trajectory: Trajectory) -> [Deviation] { deviations { trajectory[$0, $1] } }

    /// The same for rows of time and columns, missing values being no numbers.
    public func deviations(rows: [[Double]]) -> [Deviation] {
        deviations { time, column in
            rows.indices.contains(time) && rows[time].count > column + 1 ? rows[time][column + 1] : .nan
        }
    }

    private func deviations(value: (_ timeIndex: Int, _ column: Int) -> Double) -> [Deviation] {
        let count = columns.count
        let sizes = columns.indices.map { column in times.indices.map { abs(values[$0 * count + column]) }.max() ?? 0 }
        let largest = sizes.max() ?? 0
        return columns.indices.filter { sizes[$0] == 0 || sizes[$0] >= Self.noise * largest }.map { column in
            var worst = Deviation(column: columns[column], time: 0, error: 0)
            for (timeIndex, time) in times.enumerated() {
                let difference = abs(value(timeIndex, column) - values[timeIndex * count + column])
                let error = difference / (sizes[column] > 0 ? sizes[column] : 1)
                // A value that is no number is as wrong as can be.
                if !(error <= worst.error) {
                    worst = Deviation(column: columns[column], time: time, error: error.isNaN ? .infinity : error)
                }
            }
            return worst
        }.sorted { $0.error > $1.error }
    }
}
