import Foundation
import Testing

/// Data that stands beside the project, where there is any.
enum TestData {
    static let root = ProcessInfo.processInfo.environment["PATENCY_DATA"].map { URL(fileURLWithPath: $0) }
    static let isRequired = ProcessInfo.processInfo.environment["PATENCY_REQUIRE_DATA"] == "1"
    /// Whether tests of it run; where data is required they run and fail without it.
    static let isThere = root != nil || isRequired

    static func folder(_ name: String) throws -> URL {
        try #require(root, "PATENCY_DATA names no folder").appending(path: name)
    }
}
