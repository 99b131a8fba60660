import Foundation
import Solvers

/// The expected values of a case: a table whose first column is time.
struct ExpectedTable {
    let columns: [String]
    let rows: [[Double]]

    init(contentsOf url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        func cells(_ line: Substring) -> [String] {
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
            }
        }
        columns = lines.first.map(cells) ?? []
        rows = lines.dropFirst().map { cells($0).map { Double($0.lowercased()) ?? .nan } }
    }

    /// |computed − expected| ≤ absolute + relative × |expected| for every value; NaN equals NaN.
    func comparison(with trajectory: Trajectory, asked: SuiteSettings) -> SuiteCase.Outcome {
        guard rows.count == trajectory.times.count else {
            return .failed("\(rows.count) rows are expected, \(trajectory.times.count) were asked for")
        }
        for (outputIndex, name) in asked.variables.enumerated() {
            // Column 0 is time; a later column of that name is a symbol of the model.
            guard let column = columns.dropFirst().firstIndex(of: name) else {
                return .failed("the expected table has no column '\(name)'")
            }
            for (timeIndex, row) in rows.enumerated() {
                guard column < row.count else { return .failed("row \(timeIndex + 2) of the expected table is short") }
                let computed = trajectory[timeIndex, outputIndex]
                let expected = row[column]
                if computed == expected || computed.isNaN && expected.isNaN { continue }
                let error = abs(computed - expected)
                guard error <= asked.absolute + asked.relative * abs(expected) else {
                    return .wrong("\(name) at \(trajectory.times[timeIndex]) is \(computed), expected \(expected)")
                }
            }
        }
        return .passed
    }

    /// One row without time, by the same rule.
    func comparison(with columns: FluxColumns, asked: SuiteSettings) -> SuiteCase.Outcome {
        guard let row = rows.first, rows.count == 1 else { return .failed("one row is expected, not \(rows.count)") }
        for (name, computed) in zip(columns.names, columns.values) {
            guard let column = self.columns.firstIndex(of: name), column < row.count else {
                return .failed("the expected table has no column '\(name)'")
            }
            let expected = row[column]
            if computed == expected || computed.isNaN && expected.isNaN { continue }
            guard abs(computed - expected) <= asked.absolute + asked.relative * abs(expected) else {
                return .wrong("\(name) is \(computed), expected \(expected)")
            }
        }
        return .passed
    }
}
