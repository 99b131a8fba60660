import Foundation
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
