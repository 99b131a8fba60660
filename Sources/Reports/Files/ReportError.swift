/// Why a report could not be made or kept, with a way to mend it.
public enum ReportError: Error, Equatable, CustomStringConvertible {
    /// The file could not be written; nothing half-written is left.
    case unwritable(path: String, reason: String, remedy: String)
    /// No chart bundle at any of the places.
    case bundleMissing(places: [String])
    /// The chart bundle is not the reviewed one.
    case bundleChanged(path: String, expected: String, found: String)
    /// The text is not a study result.
    case unreadableResult(reason: String)

    public var description: String {
        switch self {
        case .unwritable(let path, let reason, let remedy):
            "cannot write \(path): \(reason) (\(remedy))"
        case .bundleMissing(let places):
            "the chart bundle was not found at \(places.joined(separator: " or ")) (run `make setup`, or set"
                + " PATENCY_VEGA to the file vega-bundle.js that it made)"
        case .bundleChanged(let path, let expected, let found):
            "the chart bundle \(path) is not the reviewed one: SHA-256 is \(found), expected \(expected) (run"
                + " `make setup` to make it again)"
        case .unreadableResult(let reason):
            "this is not a study result: \(reason) (give a file written by `patency run --json`)"
        }
    }
}
