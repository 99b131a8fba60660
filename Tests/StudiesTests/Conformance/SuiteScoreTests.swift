import Foundation
import Studies
import Testing

/// A folder laid out as the SBML Test Suite's, made of our own cases: outcomes, score by tag, the text that is rewritten.
@Suite struct SuiteScoreTests {
    /// Case 1 passes, case 2 expects a wrong value, case 3 asks for what does not exist.
    private static func folder() throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "suite-\(UUID())")
        let model = try #require(AnalyticCase.all.first { $0.name.hasPrefix("101") }).model
        let rows = (0...4).map { "\($0),\(8 * exp(-0.25 * Double($0)))" }
        for (number, tags, variable, results) in [
            ("00001", "Amount, Species", "S1", rows), ("00002", "Amount", "S1", rows.map { $0 + "e1" }),
            ("00003", "Species", "S2", rows),
        ] {
            let folder = root.appending(path: number)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: model, to: folder.appending(path: "\(number)-sbml-l3v2.xml"))
            let texts = [
                "settings.txt":
                    "start: 0\nduration: 4\nsteps: 4\nvariables: \(variable)\nabsolute: 1e-6\nrelative: 1e-6\n",
                "model.m": "componentTags: \(tags)\ntestTags:\n",
                "results.csv": (["time,\(variable)"] + results).joined(separator: "\n"),
            ]
            for (name, text) in texts {
                try text.write(to: folder.appending(path: "\(number)-\(name)"), atomically: true, encoding: .utf8)
            }
        }
        return root
    }

    @Test func outcomesAndTags() throws {
        let root = try Self.folder()
        defer { try? FileManager.default.removeItem(at: root) }
        let suite = try SuiteRun(folder: root, threads: 2)
        #expect(suite.summary == "passed 1 of 3; wrong 1; refused 1; failed 0")
        let tags = suite.byTag.map { "\($0.tag) \($0.passed)/\($0.count)" }
        #expect(tags == ["Amount 1/2", "Species 1/2"])
        #expect(suite.refusals == ["undefined": ["00003"]])
        #expect(
            suite.markdown == """
                **passed 1 of 3; wrong 1; refused 1; failed 0**

                Refused by construct: undefined 1.

                <details><summary>Passed by tag</summary>

                | tag | passed | tag | passed | tag | passed |
                |---|---|---|---|---|---|
                | Amount | 1 of 2 | Species | 1 of 2 |  |  |

                </details>
                """)
    }

    @Test func onlyTheMarkedLinesAreRewritten() throws {
        let section = MarkedSection("score")
        let text = "before\n<!-- score -->\nold\n<!-- end of score -->\nafter\n"
        let changed = try section.replaced(in: text, by: "new")
        #expect(changed == "before\n<!-- score -->\nnew\n<!-- end of score -->\nafter\n")
        #expect(try section.replaced(in: changed, by: "new") == changed)
        let error = #expect(throws: MarkedSection.MissingMark.self) {
            _ = try section.replaced(in: "<!-- end of score --><!-- score -->", by: "new")
        }
        #expect(error?.description == "has no lines '<!-- score -->' and '<!-- end of score -->' to write between")
    }
}
