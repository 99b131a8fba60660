import Claims
import Foundation

extension ClaimResults {
    /// The results as JSON: sorted keys, two-space indentation, shortest exact numbers, a line end. Equal results are equal bytes.
    public var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }
}
