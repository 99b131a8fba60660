import Foundation

extension SuiteRun {
    /// The score as Markdown: the summary, what is refused by construct, and passed of all cases by tag, three tags a row.
    public var markdown: String {
        var lines = ["**\(summary)**", ""]
        if !refusals.isEmpty {
            let parts = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
            lines += ["Refused by construct: \(parts.joined(separator: ", ")).", ""]
        }
        lines += [
            "<details><summary>Passed by tag</summary>", "", "| tag | passed | tag | passed | tag | passed |",
            "|---|---|---|---|---|---|",
        ]
        let cells = byTag.map { "\($0.tag) | \($0.passed) of \($0.count)" }
        let rowCount = (cells.count + 2) / 3
        for row in 0..<rowCount {
            let columns = (0..<3).map { column in
                let index = column * rowCount + row
                return index < cells.count ? cells[index] : " | "
            }
            lines.append("| \(columns.joined(separator: " | ")) |")
        }
        return (lines + ["", "</details>"]).joined(separator: "\n")
    }
}

/// The part of a text between two marks, which a command rewrites.
public struct MarkedSection: Sendable {
    /// Why a text cannot be rewritten.
    public struct MissingMark: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    private let opening: String
    private let closing: String

    /// - Parameter name: the marks are `<!-- name -->` and `<!-- end of name -->`.
    public init(_ name: String) {
        opening = "<!-- \(name) -->"
        closing = "<!-- end of \(name) -->"
    }

    /// The text with the lines between the marks replaced.
    ///
    /// - Parameters:
    ///   - text: with both marks.
    ///   - content: the new lines.
    /// - Throws: ``MissingMark`` where the marks are missing or in the wrong order.
    public func replaced(in text: String, by content: String) throws(MissingMark) -> String {
        guard let start = text.range(of: opening), let end = text[start.upperBound...].range(of: closing) else {
            throw MissingMark(description: "has no lines '\(opening)' and '\(closing)' to write between")
        }
        return text[..<start.upperBound] + "\n" + content + "\n" + text[end.lowerBound...]
    }
}
