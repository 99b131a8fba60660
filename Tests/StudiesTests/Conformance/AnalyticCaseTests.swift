import Foundation
import ModelFormats
import Testing

/// SBML files of our own against answers in closed form: one or more for each trap of the language.
@Suite struct AnalyticCaseTests {
    @Test(arguments: AnalyticCase.all) func theAnswerIsExact(of each: AnalyticCase) throws {
        for row in try each.computed() {
            for ((column, formula), found) in zip(each.answers, row.values) {
                let expected = try ClosedForm.value(of: formula, at: row.time)
                if found == expected || found.isNaN && expected.isNaN { continue }
                #expect(
                    abs(found - expected) <= each.tolerance * max(1, abs(expected)),
                    "\(column) at \(row.time) is \(found), not \(formula) = \(expected); \(each.tests)")
            }
        }
    }

    /// Files read at once by several threads give the models that each gives alone, in the same words.
    @Test func readingIsRepeatable() async throws {
        let alone = try AnalyticCase.all.map { "\(try SBMLReader.read(contentsOf: $0.model).model)" }
        let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (index, each) in AnalyticCase.all.enumerated() {
                group.addTask { (index, "\(try SBMLReader.read(contentsOf: each.model).model)") }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        for (index, text) in alone.enumerated() { #expect(together[index] == text) }
    }

    /// libSBML's flattening leaves `rateOf` in the outer model's unit of time.
    @Test func aRateBesideATimeFactorIsRefused() throws {
        let each = try #require(AnalyticCase.all.first { $0.name == "376-time-conversion-factor" })
        let text = try String(contentsOf: each.model, encoding: .utf8)
        let symbol = #"encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/"#
        let asking = text.replacingOccurrences(
            of: "<csymbol \(symbol)time\">time</csymbol>",
            with: "<apply><csymbol \(symbol)rateOf\">rateOf</csymbol><ci>x</ci></apply>")
        #expect(asking != text)
        let error = #expect(throws: FormatError.self) { _ = try SBMLReader.read(text: asking, file: "m.xml") }
        #expect(error?.issues.map(\.construct) == ["rateOf beside a time conversion factor"])
    }

    /// A folder that cannot be read would drop out unseen.
    @Test func everyFolderIsACase() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: AnalyticCase.folder.path)
        #expect(AnalyticCase.all.count == folders.count)
        #expect(folders.count >= 90)
        for each in AnalyticCase.all { #expect(!each.row.isEmpty && !each.tests.isEmpty && !each.answers.isEmpty) }
    }

    @Test func formulasAreReadAsUsual() throws {
        let expected: [String: Double] = [
            "2-3*t^2": -10, "-t^2": -4, "if(t<2,1,if(t<=2,5,7))": 5, "exp(-0.5*t)/2": 0.5 * exp(-1), "2^-t": 0.25,
            "1/(1+t)-INF": -.infinity,
        ]
        for (text, value) in expected { #expect(try ClosedForm.value(of: text, at: 2) == value) }
    }

    @Test func nonsenseIsRefused() {
        for text in ["", "2+", "f(t)", "(t", "if(t,1,2)", "1 2"] {
            #expect(throws: ClosedForm.Unreadable.self) { _ = try ClosedForm.value(of: text, at: 0) }
        }
    }
}
