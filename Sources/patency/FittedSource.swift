import Foundation
import Studies

/// The Swift file of fitted values, whose numbers a fit replaces and whose names it keeps.
struct FittedSource {
    let text: String

    /// - Throws: ``Failure`` with `wrongInput` where the file cannot be read.
    init(contentsOf path: String) throws {
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw Failure(
                .wrongInput, "cannot read \(path) (run this in the package's folder, or name the file with --to)")
        }
        self.text = text
    }

    init(text: String) { self.text = text }

    /// The file with `"identifier", number` changed, on whichever line it stands, for each shared value of the result, to four digits, and
    /// with the table `nuisance` written again.
    func updated(with result: FitResult) -> String {
        let shared = result.values.filter { $0.study == nil }.reduce(text) { text, value in
            let start = "\"\(value.identifier)\", "
            guard let place = text.range(of: start), let end = text[place.upperBound...].firstIndex(of: ",") else {
                return text
            }
            return text.replacingCharacters(in: place.upperBound..<end, with: Self.number(value.value))
        }
        guard let start = shared.range(of: "nuisance: [String: [String: Double]] = "),
            let end = shared[start.upperBound...].range(of: "]\n}")
        else { return shared }
        return shared.replacingCharacters(
            in: start.upperBound..<end.lowerBound, with: Self.nuisanceLines(result).dropLast())
    }

    private static func number(_ value: Double) -> String { String(format: "%.4g", value) }

    /// `[` to `]` with a line a study.
    private static func nuisanceLines(_ result: FitResult) -> String {
        let studies = Set(result.values.compactMap(\.study)).sorted()
        if studies.isEmpty { return "[:]" }
        let lines = studies.map { study in
            let own = result.values.filter { $0.study == study }
                .map { "\"\($0.identifier)\": \(number($0.value))" }
            return "        \"\(study)\": [\(own.joined(separator: ", "))],\n"
        }
        return "[\n\(lines.joined())    ]"
    }
}
