import Foundation
import ModelFormats
import Studies

/// A case of our own: an SBML file, what it tests, and its answer as formulas of time.
///
/// `case.txt` holds `key: value` lines (row, tests, span as first time, last time and number of points, seeds, tolerance)
/// and `column = formula` lines. With seeds a column is a mean over that many runs.
struct AnalyticCase: Sendable, CustomStringConvertible {
    let name: String
    let model: URL
    /// Kind of trap, as the cases are grouped.
    let row: String
    let tests: String
    let span: SingleRun.Span?
    let seeds: Int
    let tolerance: Double
    let answers: [(column: String, formula: String)]

    var description: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    /// Every case, by name.
    static let all: [AnalyticCase] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        .compactMap { try? AnalyticCase(folder.appending(path: $0)) }

    init(_ folder: URL) throws {
        name = folder.lastPathComponent
        model = folder.appending(path: "model.xml")
        var keys: [String: String] = [:]
        var answers: [(column: String, formula: String)] = []
        let text = try String(contentsOf: folder.appending(path: "case.txt"), encoding: .utf8)
        for line in text.split(separator: "\n") {
            if let match = line.firstMatch(of: /^([a-z]+): (.*)$/) {
                keys[String(match.1)] = String(match.2)
            } else if let match = line.firstMatch(of: /^([^= ]+) = (.*)$/) {
                answers.append((String(match.1), String(match.2)))
            } else {
                throw ClosedForm.Unreadable(description: "\(name): '\(line)' is neither key nor answer")
            }
        }
        row = keys["row"] ?? ""
        tests = keys["tests"] ?? ""
        let numbers = keys["span"]?.split(separator: " ").compactMap { Double($0) }
        span = numbers.map { SingleRun.Span(from: $0[0], to: $0[1], points: Int($0[2])) }
        seeds = keys["seeds"].flatMap { Int($0) } ?? 1
        tolerance = keys["tolerance"].flatMap { Double($0) } ?? 2e-6
        self.answers = answers
    }

    /// Rows of computed values, each in the order of the answers; one row for a flux balance.
    func computed() throws -> [(time: Double, values: [Double])] {
        let file = try SBMLReader.read(contentsOf: model)
        let names = answers.map(\.column)
        if let problem = file.fluxBalance { return [(0, try FluxColumns(problem, names: names).values)] }
        let run = try SingleRun(try ColumnSelection(names).applied(to: file.model))
        guard let span else { throw ClosedForm.Unreadable(description: "\(name) has no span") }
        var sums = [[Double]](repeating: .init(repeating: 0, count: names.count), count: span.times.count)
        for seed in 0..<seeds {
            let trajectory = try run.trajectory(over: span, seed: UInt64(seed))
            if let failure = trajectory.failure { throw failure }
            for timeIndex in sums.indices {
                for column in names.indices { sums[timeIndex][column] += trajectory[timeIndex, column] }
            }
        }
        return zip(span.times, sums).map { ($0, $1.map { $0 / Double(seeds) }) }
    }
}
