import Modeling

/// Something a file's reader has to say: a refusal, an error of the file, or a warning.
public struct FormatIssue: Error, Hashable, Sendable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Codable {
        /// The file breaks the standard or cannot be read.
        case error
        /// The file is sound, but says something that Patency does not do.
        case refusal
        /// Read all the same.
        case warning
    }

    public let severity: Severity
    /// Which construct or rule, one short word group such as `fast reaction`, the same for all issues of its kind.
    public let construct: String
    /// Identifier of the element, empty where it has none.
    public let element: String
    public let message: String
    /// What to do about it.
    public let remedy: String
    public let file: String
    /// Line in the file, where known.
    public let line: Int?

    public init(
        _ severity: Severity, _ construct: String, element: String, _ message: String, remedy: String, file: String,
        line: Int?
    ) {
        self.severity = severity
        self.construct = construct
        self.element = element
        self.message = message
        self.remedy = remedy
        self.file = file
        self.line = line
    }

    /// `FILE:LINE: error: ELEMENT: message (remedy)`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = element.isEmpty ? "" : "\(element.shortened(to: 100)): "
        return "\(place): \(severity.rawValue): \(subject)\(message.shortened(to: 1500)) (\(remedy))"
    }
}

extension String {
    /// The text, cut off with `…` where a file made it longer than anybody would read, and on one line.
    func shortened(to length: Int) -> String {
        let plain = contains(where: \.isNewline) ? replacing("\n", with: " ") : self
        return plain.count <= length ? plain : plain.prefix(length) + "…"
    }
}
