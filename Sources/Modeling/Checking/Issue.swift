/// Something wrong with a model, with its place and a way to mend it.
public struct Issue: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case duplicateIdentifier, undefined, unitMismatch, negativeSize, unsourcedNumber, unusedState, overdetermined,
            underdetermined, circular, notAVariable, invalidNumber, unsupported
    }

    public let kind: Kind
    /// Identifier of the element.
    public let element: String
    public let message: String
    public let remedy: String
    /// Line in the file the element was read from.
    public let line: Int?

    public init(_ kind: Kind, _ element: String, _ message: String, remedy: String, line: Int? = nil) {
        self.kind = kind
        self.element = element
        self.message = message
        self.remedy = remedy
        self.line = line
    }

    public var description: String {
        let place = line.map { "line \($0), " } ?? ""
        return "\(place)\(element): \(message) (\(remedy))"
    }
}

/// The issues that stop a model from being used, all at once.
public struct ModelError: Error, Sendable, CustomStringConvertible {
    public let model: String
    public let issues: [Issue]

    public init(model: String, issues: [Issue]) {
        self.model = model
        self.issues = issues
    }

    public var description: String {
        "model \(model) has \(issues.count) issue\(issues.count == 1 ? "" : "s"):\n"
            + issues.map { "  \($0)" }.joined(separator: "\n")
    }
}
