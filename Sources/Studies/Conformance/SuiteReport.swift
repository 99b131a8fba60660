import Foundation

/// The outcome of every case as JSON, refusals by construct.
public struct SuiteReport: Codable, Sendable {
    public struct Case: Codable, Sendable {
        public var name: String
        public var outcome: String
        public var message: String?
    }

    public struct Tag: Codable, Sendable {
        public var tag: String
        public var passed: Int
        public var count: Int
    }

    public var summary: String
    public var cases: [Case]
    public var refusals: [String: [String]]
    public var tags: [Tag]

    /// - Parameter suite: what was run.
    public init(_ suite: SuiteRun) {
        summary = suite.summary
        refusals = suite.refusals
        tags = suite.byTag.map { Tag(tag: $0.tag, passed: $0.passed, count: $0.count) }
        cases = zip(suite.cases, suite.outcomes).map { each, outcome in
            switch outcome {
            case .passed: Case(name: each.name, outcome: "passed", message: nil)
            case .refused(_, let message): Case(name: each.name, outcome: "refused", message: message)
            case .wrong(let message): Case(name: each.name, outcome: "wrong", message: message)
            case .failed(let message): Case(name: each.name, outcome: "failed", message: message)
            }
        }
    }

    /// JSON with sorted keys.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings and whole numbers only: encoding cannot fail.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
