import Foundation
import Modeling

/// A sample of the fitted numbers together, as a fit left them: what studies draw them from.
public struct PosteriorDraws: Sendable, Equatable {
    /// A fitted number: shared, or of one study alone.
    public struct Column: Sendable, Hashable {
        public var identifier: String
        public var study: String?
    }

    public let columns: [Column]
    /// `[drawIndex][columnIndex]` [each number's unit].
    public let rows: [[Double]]

    public init(columns: [Column], rows: [[Double]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Reads ``text``; `nil` for anything else.
    public init?(parsing text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let head = lines.first, lines.count > 1 else { return nil }
        let columns = head.split(separator: ",").map { cell -> Column in
            let parts = cell.split(separator: "|")
            return Column(identifier: String(parts[0]), study: parts.count > 1 ? String(parts[1]) : nil)
        }
        var rows: [[Double]] = []
        for line in lines.dropFirst() {
            let row = line.split(separator: ",").compactMap { Double($0) }
            guard row.count == columns.count else { return nil }
            rows.append(row)
        }
        self.init(columns: columns, rows: rows)
    }

    /// A line of names, `identifier` or `identifier|study`, then a line a draw to four digits.
    public var text: String {
        let head = columns.map { [$0.identifier, $0.study].compactMap(\.self).joined(separator: "|") }
        let lines = rows.map { $0.map { String(format: "%.4g", $0) }.joined(separator: ",") }
        return ([head.joined(separator: ",")] + lines).joined(separator: "\n")
    }

    /// Keeps these numbers apart from those other purposes draw with the same seed.
    private static let stream: UInt32 = 0x6669_7474

    /// The row of one draw; it depends on seed and index alone, so that arms share it.
    private func row(seed: UInt64, drawIndex: Int) -> [Double] {
        var generator = CounterGenerator(seed: seed, stream: Self.stream, subject: UInt64(drawIndex))
        return rows[min(Int(generator.uniform() * Double(rows.count)), rows.count - 1)]
    }

    /// The shared numbers of one draw, by identifier.
    public func shared(seed: UInt64, drawIndex: Int) -> [String: Double] {
        let row = row(seed: seed, drawIndex: drawIndex)
        var values: [String: Double] = [:]
        for (column, value) in zip(columns, row) where column.study == nil { values[column.identifier] = value }
        return values
    }

    /// What is unknown about one study in one draw, by identifier.
    public func nuisance(of study: String, seed: UInt64, drawIndex: Int) -> [String: Double] {
        let row = row(seed: seed, drawIndex: drawIndex)
        var values: [String: Double] = [:]
        for (column, value) in zip(columns, row) where column.study == study { values[column.identifier] = value }
        return values
    }

    /// Every draw of one shared number; empty for another.
    public func values(of identifier: String) -> [Double] {
        columns.firstIndex { $0.identifier == identifier && $0.study == nil }.map { index in rows.map { $0[index] } }
            ?? []
    }

    /// Variance of the logarithm of a shared number; 0 for one that is not here.
    func logVariance(of identifier: String) -> Double {
        let logs = values(of: identifier).filter { $0 > 0 }.map { log($0) }
        guard logs.count > 1 else { return 0 }
        let mean = logs.reduce(0, +) / Double(logs.count)
        return logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count - 1)
    }
}
