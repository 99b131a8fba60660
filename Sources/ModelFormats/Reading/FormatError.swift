/// A file that cannot be turned into a model, with every reason at once.
public struct FormatError: Error, Sendable, CustomStringConvertible {
    public let issues: [FormatIssue]

    public init(_ issues: [FormatIssue]) { self.issues = issues }

    /// One issue a line.
    public var description: String { issues.map(\.description).joined(separator: "\n") }

    /// Whether the file is sound and only says something that Patency does not do.
    public var isRefusal: Bool { issues.allSatisfy { $0.severity != .error } }
}
