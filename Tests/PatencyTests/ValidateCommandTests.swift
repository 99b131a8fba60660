import Foundation
import Testing

/// `patency validate` as a user meets it.
@Suite struct ValidateCommandTests {
    private static let studies = ["--study", "PK1", "--study", "NH3", "--study", "WF1", "--draws", "4"]

    /// The page with all its pictures is the same from any number of threads and from run to run.
    @Test func theQualificationReportIsTheSameByteForByte() throws {
        let folder = try ScratchFolder()
        func page(threads: String) throws -> Data {
            let outcome = try Program.run(
                ["validate"] + Self.studies + ["--qualification", "\(threads).html", "--threads", threads, "-q"],
                in: folder.url)
            #expect(outcome.code == 0, "\(outcome.errors)")
            return try Data(contentsOf: folder.url.appending(path: "\(threads).html"))
        }
        let one = try page(threads: "1")
        #expect(try one == page(threads: "3"))
        #expect(try one == page(threads: "1"))
        let text = String(decoding: one, as: UTF8.self)
        for chart in ["predicted", "residuals", "null"] { #expect(text.contains("id=\"\(chart)-spec\""), "\(chart)") }
    }

    @Test func theTableSaysWhatWasAskedAndSeen() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.run(
            ["validate"] + Self.studies + ["--markdown", "t.md", "-q"], in: folder.url)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let table = try String(contentsOf: folder.url.appending(path: "t.md"), encoding: .utf8)
        #expect(table.contains("PK1") && table.contains("z") && table.contains("WF1"))
    }

    @Test func anUnknownStudyEndsWithTwo() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.run("validate", "--study", "PK99", in: folder.url)
        #expect(outcome.code == 2 && outcome.errors.contains("'PK99' is not a study"))
    }
}
