import Foundation
import Studies

extension StudyResult {
    /// The result with its manifest as JSON: sorted keys, two-space indentation, shortest exact numbers, a line end.
    ///
    /// Equal results are equal bytes. A number that is not finite is the string "NaN", "Infinity" or "-Infinity".
    public var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            encoder.nonConformingFloatEncodingStrategy = .convertToString(
                positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }

    /// Reads what `json` wrote.
    ///
    /// - Throws: `ReportError.unreadableResult` where the text is no study result.
    public init(json: Data) throws {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        do {
            self = try decoder.decode(StudyResult.self, from: json)
        } catch let error as DecodingError {
            throw ReportError.unreadableResult(reason: Self.place(of: error))
        }
    }

    private static func place(of error: DecodingError) -> String {
        let context: DecodingError.Context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: .init(codingPath: [], debugDescription: "\(error)")
            }
        let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
        return path.isEmpty ? context.debugDescription : "at \(path): \(context.debugDescription)"
    }
}
