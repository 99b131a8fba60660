/// A subject readers ask about, such as stiffness, with the outputs that answer it.
public struct ReportTopic: Sendable {
    /// For people, such as "Vitamin K in the blood".
    public var title: String
    /// Output identifiers, the most telling first; those a result lacks are left out.
    public var outputs: [String]
    /// One sentence on what the number means.
    public var meaning: String

    public init(_ title: String, outputs: [String], meaning: String = "") {
        self.title = title
        self.outputs = outputs
        self.meaning = meaning
    }
}
