import Foundation
import ModelFormats
import Testing

/// Every message of the reader, on the small inputs of `Corpus`: beside each `NAME.xml` stands what is said of it in `NAME.txt`.
///
/// `scripts/diagnostics.sh` writes the texts anew; the difference is then read by a person.
@Suite struct DiagnosticTests {
    static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus")

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? [])
        .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

    @Test func corpusIsThere() { #expect(Self.names.count > 90) }

    @Test(arguments: names)
    func message(_ name: String) throws {
        let expected = try String(contentsOf: Self.corpus.appending(path: "\(name).txt"), encoding: .utf8)
        let issues = SBMLReader.check(contentsOf: Self.corpus.appending(path: "\(name).xml"))
        let text = issues.filter { $0.severity != .warning }.map { "\($0)\n" }.joined()
        #expect(text == expected)
    }

    /// A message without a place or a way out is of no use.
    @Test(arguments: names)
    func everyIssueSaysWhereAndHow(_ name: String) {
        let placeless: Set = [
            "file", "not SBML", "size", "no model", "compressed", "encoding",
        ]
        for issue in SBMLReader.check(contentsOf: Self.corpus.appending(path: "\(name).xml")) {
            #expect(!issue.remedy.isEmpty && !issue.message.isEmpty && !issue.file.isEmpty)
            // In a hierarchy of files libSBML does not say which file its line is of.
            let isOfSeveralFiles = name == "external" && issue.construct.hasPrefix("SBML rule")
            #expect(issue.line != nil || placeless.contains(issue.construct) || isOfSeveralFiles, "\(issue)")
        }
    }

    /// Reading alone refuses whatever checking calls an error, unless only libSBML's own checks see it.
    @Test(arguments: names)
    func readingNeverAcceptsWhatCannotBeParsed(_ name: String) {
        let url = Self.corpus.appending(path: "\(name).xml")
        let isSound = SBMLReader.check(contentsOf: url).allSatisfy { $0.severity == .warning }
        if name.hasPrefix("ok-") { #expect(isSound) }
        if isSound { #expect(throws: Never.self) { _ = try SBMLReader.read(contentsOf: url) } }
    }
}
