import Foundation
import Studies

/// The Swift file of the posterior, whose written part is replaced.
struct PosteriorSource {
    let text: String

    /// - Throws: ``Failure`` with `wrongInput` where the file cannot be read.
    init(contentsOf path: String) throws { text = try FittedSource(contentsOf: path).text }

    private static let mark = "    // Written from here on.\n"

    /// - Throws: ``Failure`` with `wrongInput` where the file has no mark to write behind; an error of encoding.
    func updated(draws: PosteriorDraws?, evidence: FitEvidence) throws -> String {
        guard let place = text.range(of: Self.mark) else {
            throw Failure(
                .wrongInput, "the file has no line '\(Self.mark.trimmingCharacters(in: .whitespacesAndNewlines))'")
        }
        func literal(_ name: String, _ text: String) -> String {
            let lines = text.split(whereSeparator: \.isNewline).map { "        \($0)\n" }.joined()
            return "\n    static let \(name) = \"\"\"\n\(lines)        \"\"\"\n"
        }
        return text[..<place.upperBound] + literal("drawsText", draws?.text ?? "")
            + literal("evidenceText", try evidence.json) + "}\n"
    }
}
