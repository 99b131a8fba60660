import Foundation
import Modeling

extension Scenario {
    /// Reads a scenario file.
    ///
    /// - Throws: ``ScenarioError`` with every issue of the file, or one issue where it cannot be read.
    public init(contentsOf url: URL, for family: any ModelFamily) throws(ScenarioError) {
        let text = try InputFile.text(of: url)
        try self.init(parsing: text, file: url.lastPathComponent, for: family)
    }

    /// Reads a scenario from text.
    ///
    /// - Parameters:
    ///   - text: content of the file.
    ///   - file: name for messages.
    ///   - family: whose vocabulary the file uses.
    /// - Throws: ``ScenarioError`` with every issue of the text.
    public init(parsing text: String, file: String, for family: any ModelFamily) throws(ScenarioError) {
        let document = DocumentReader(file: file)
        let outputs = family.model(using: []).outputs.map(\.identifier)
        let reader = ScenarioReader(
            document: document, vocabulary: family.vocabulary, modelOutputs: outputs,
            standingDoses: Set(family.standingIntake.keys))
        let scenario = document.root(of: text).flatMap(reader.scenario)
        guard let scenario, document.issues.isEmpty else { throw ScenarioError(issues: document.issues) }
        self = scenario
    }
}

/// Input files of any kind.
package enum InputFile {
    /// The text of a file.
    ///
    /// - Throws: ``ScenarioError`` where it is missing, a folder, unreadable or not UTF-8.
    package static func text(of url: URL) throws(ScenarioError) -> String {
        func failure(_ message: String, _ remedy: String) -> ScenarioError {
            ScenarioError(
                issues: [
                    InputIssue(
                        file: url.relativePath, line: nil, column: nil, key: "", message: message, remedy: remedy)
                ])
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw failure("there is no such file", "check the path")
        }
        guard !isFolder.boolValue else { throw failure("this is a folder", "name the file itself") }
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw failure("the file cannot be read", "check its permissions")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw failure("the file is not UTF-8 text", "save it as UTF-8")
        }
        return text
    }
}
