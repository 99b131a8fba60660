import Foundation

/// The settings file of a case of the SBML Test Suite.
public struct SuiteSettings: Hashable, Sendable {
    public var start = 0.0
    public var duration = 0.0
    /// Number of intervals between reports.
    public var steps = 0
    /// Columns after time, in order.
    public var variables: [String] = []
    public var absolute = 0.0
    public var relative = 0.0
    /// Species asked as concentrations; all others are amounts or values.
    public var concentrations: Set<String> = []

    /// What is wrong with a settings file.
    public struct SettingsError: Error, Sendable, CustomStringConvertible {
        /// Where and what.
        public let description: String
    }

    /// Reads `key: value` lines.
    ///
    /// - Parameter url: the file.
    /// - Throws: ``SettingsError`` for a file that cannot be read, a line without a colon, a number that is none.
    public init(contentsOf url: URL) throws(SettingsError) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw SettingsError(description: "\(url.lastPathComponent): cannot be read (check the path)")
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            func fail(_ what: String) -> SettingsError {
                SettingsError(description: "\(url.lastPathComponent):\(index + 1): \(what)")
            }
            guard parts.count == 2 else { throw fail("has no colon") }
            let key = parts[0].trimmingCharacters(in: .whitespaces)
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            // Flux balance cases have no time course and leave these empty.
            if value.isEmpty { continue }
            func number() throws(SettingsError) -> Double {
                guard let number = Double(value), number.isFinite else { throw fail("\(key) is no number: '\(value)'") }
                return number
            }
            let list = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            switch key {
            case "start": start = try number()
            case "duration": duration = try number()
            case "steps":
                let count = try number()
                guard (0...10_000_000).contains(count) else { throw fail("steps is out of range: '\(value)'") }
                steps = Int(count)
            case "absolute": absolute = try number()
            case "relative": relative = try number()
            case "variables": variables = list
            case "concentration": concentrations = Set(list)
            default: break
            }
        }
        guard !variables.isEmpty else {
            throw SettingsError(description: "\(url.lastPathComponent): names no variables")
        }
    }

    /// Reports asked for.
    public var span: SingleRun.Span { SingleRun.Span(from: start, to: start + duration, points: steps + 1) }
    /// Columns asked for.
    public var selection: ColumnSelection { ColumnSelection(variables, concentrations: concentrations) }
}
