/// Something wrong in an input file, with its place and what would be right.
public struct InputIssue: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// Line from 1; `nil` where the file as a whole is meant.
    public let line: Int?
    /// Column from 1, counted in characters.
    public let column: Int?
    /// Path of the key, such as `arms[2].doses[1]`; empty for the file as a whole.
    public let key: String
    public let message: String
    /// What to write instead.
    public let remedy: String

    public init(file: String, line: Int?, column: Int?, key: String, message: String, remedy: String) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
        self.remedy = remedy
    }

    public var description: String {
        var place = file
        if let line { place += ":\(line)" }
        if let column { place += ":\(column)" }
        let subject = key.isEmpty ? "" : "\(key): "
        return "\(place): \(subject)\(message) (\(remedy))"
    }
}

/// The issues that stop an input file from being used, all at once, in the order of the file.
public struct ScenarioError: Error, Sendable, CustomStringConvertible {
    public let issues: [InputIssue]

    public init(issues: [InputIssue]) {
        self.issues = issues.enumerated().sorted { left, right in
            let a = (left.element.line ?? 0, left.element.column ?? 0, left.offset)
            return a < (right.element.line ?? 0, right.element.column ?? 0, right.offset)
        }.map(\.element)
    }

    /// Issues of several files, in the order given.
    init(keepingOrder issues: [InputIssue]) { self.issues = issues }

    public var description: String { issues.map(\.description).joined(separator: "\n") }
}
