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
    ///
    /// - Throws: ``Failure`` with `wrongInput` where the file lacks some of the identifiers, all of them named, or the table of a study's
    ///   own values.
    func updated(with result: FitResult) throws -> String {
        var shared = text
        var missing: [String] = []
        for value in result.values where value.study == nil {
            if let place = Self.place(of: value.identifier, in: shared) {
                shared.replaceSubrange(place, with: Self.number(value.value))
            } else {
                missing.append(value.identifier)
            }
        }
        guard missing.isEmpty else {
            throw Failure(
                .wrongInput,
                "the file of fitted values has no entry for \(missing.joined(separator: ", ")) (add a FittedValue for each)"
            )
        }
        guard let start = shared.range(of: "nuisance: [String: [String: Double]] = "),
            let end = shared[start.upperBound...].range(of: "]\n}")
        else {
            guard !result.values.contains(where: { $0.study != nil }) else {
                throw Failure(
                    .wrongInput, "the file of fitted values has no table 'nuisance: [String: [String: Double]]'")
            }
            return shared
        }
        return shared.replacingCharacters(
            in: start.upperBound..<end.lowerBound, with: Self.nuisanceLines(result).dropLast())
    }

    /// Where the number behind an identifier stands.
    private static func place(of identifier: String, in text: String) -> Range<String.Index>? {
        guard let start = text.range(of: "\"\(identifier)\", "),
            let end = text[start.upperBound...].firstIndex(of: ",")
        else { return nil }
        return start.upperBound..<end
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
