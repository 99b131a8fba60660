import Foundation
import Modeling
import Studies

extension ClaimFile {
    /// Reads a claim file.
    ///
    /// - Throws: `ScenarioError` with every issue of the file, or one issue where it cannot be read.
    public init(contentsOf url: URL, in context: ClaimContext) throws(ScenarioError) {
        let text = try InputFile.text(of: url)
        try self.init(parsing: text, file: url.lastPathComponent, in: context)
    }

    /// Reads claims from text.
    ///
    /// - Parameters:
    ///   - text: content of the file.
    ///   - file: name for messages.
    ///   - context: whose outputs, studies and works the file may name.
    /// - Throws: `ScenarioError` with every issue of the text.
    public init(parsing text: String, file: String, in context: ClaimContext) throws(ScenarioError) {
        let document = DocumentReader(file: file)
        let reader = ClaimReader(document: document, context: context)
        let claims = document.root(of: text).flatMap(reader.file)
        guard let claims, document.issues.isEmpty else { throw ScenarioError(issues: document.issues) }
        self = claims
    }
}
