import Foundation
import Modeling
import Studies
import Testing

@Suite struct ScenarioReadingTests {
    func read(_ text: String) throws -> Scenario { try Scenario(parsing: text, file: "s.yaml", for: TinyFamily()) }

    static let good = """
        title: A test
        person: {age: 62 years, sex: female, smoker: yes, stone: 150 AU}
        diet:
          vitamin A: 1 mg/day
        arms:
          - name: nothing
          - name: treated
            doses:
              - A 10 mg oral with 30 g fat daily
              - "B-4 5 mg oral daily, standing"
            person: {age: 70}
        """

    @Test func everyKeyIsRead() throws {
        let text =
            Self.good.replacing("{age: 70}", with: "{age: 70 years}")
            + "\nreference: treated\nhorizon: 10 days\nreport: every 2 days\noutputs: [stone]\ndraws: 7\nseed: 42\n"
        let scenario = try read(text)
        #expect(scenario.title == "A test")
        #expect(scenario.inputs["person.age"] == 62)
        #expect(scenario.inputs["person.sex"] == 0)
        #expect(scenario.inputs["person.smoker"] == 1)
        #expect(abs(scenario.inputs["diet.vitaminA"]! - 1000) < 1e-9)
        #expect(scenario.arms.map(\.name) == ["nothing", "treated"])
        #expect(scenario.arms[1].inputs == ["person.age": 70])
        #expect(scenario.arms[1].regimens.map(\.doseInput) == ["gut.dose", "gut.doseB"])
        #expect(scenario.arms[1].regimens[0].attributes == ["fat": 30])
        #expect(scenario.arms[1].regimens[1].isStanding)
        #expect(scenario.referenceArm == "treated")
        #expect(scenario.horizon == 240)
        #expect(scenario.reportTimes == [0, 48, 96, 144, 192, 240])
        #expect(scenario.outputs == ["stone"])
        #expect(scenario.drawCount == 7)
        #expect(scenario.seed == 42)
        #expect(scenario.personText.first?.text == "62 years" && scenario.personText.first?.isDefault == false)
    }

    @Test func anArmNamesWhatItIsComparedWith() throws {
        let scenario = try read(
            "horizon: 1 year\narms:\n  - {name: a}\n  - {name: b, against: c}\n  - {name: c}\n  - {name: d, against: a}\n"
        )
        #expect(scenario.arms.map(\.reference) == [nil, "c", "a", "a"])
        let other = try read("horizon: 1 year\narms: [{name: a}, {name: b}]\nreference: b\n")
        #expect(other.arms.map(\.reference) == ["b", nil])
    }

    @Test func whatIsLeftOutHasADefault() throws {
        let scenario = try read("arms: [{name: only}]\nhorizon: 10 years")
        #expect(scenario.inputs["person.stone"] == 100)
        #expect(scenario.referenceArm == "only")
        #expect(scenario.outputs == ["amount", "stone"])
        #expect((100...140).contains(scenario.reportTimes.count))
        #expect(scenario.reportTimes.first == 0 && scenario.reportTimes.last == scenario.horizon)
        #expect(zip(scenario.reportTimes, scenario.reportTimes.dropFirst()).allSatisfy { $0 < $1 })
        #expect(scenario.personText[3].text == "100 AU" && scenario.personText[3].isDefault)
    }

    /// Body of a file with one fault, and the whole message.
    static let faults: [(String, String)] = [
        ("", "s.yaml: the file is empty (see docs/scenario.md for an example)"),
        ("# nothing\n", "s.yaml: the file is empty (see docs/scenario.md for an example)"),
        (
            "a: [",
            "s.yaml:2:1: not valid YAML: did not find expected node content (check indentation, quotes and colons)"
        ),
        (
            "just words",
            "s.yaml:1:1: found the text 'just words' where 'key: value' lines are needed (write one 'key: value' a line)"
        ),
        (
            "horizn: 1 year\nhorizon: 1 year\narms: [{name: a}]",
            "s.yaml:1:1: 'horizn' is not a key here (did you mean horizon?)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nhorizon: 2 years",
            "s.yaml:3:1: 'horizon' is given twice (keep one of them)"
        ),
        (
            "arms: [{name: a}]",
            "s.yaml:1:1: 'horizon' is missing (say how long to simulate, such as 'horizon: 10 years')"
        ),
        ("horizon: 1 year", "s.yaml:1:1: 'arms' is missing (list what to compare, such as 'arms: [{name: nothing}]')"),
        (
            "horizon: 0 days\narms: [{name: a}]",
            "s.yaml:1:10: horizon: '0 days' is not a time above zero (write for example 10 years)"
        ),
        ("horizon: 10\narms: [{name: a}]", "s.yaml:1:10: horizon: '10' has no unit (write for example 10 years)"),
        (
            "horizon: 10 kg\narms: [{name: a}]",
            "s.yaml:1:10: horizon: 'kg' does not fit, since the value is in h (write for example 10 years)"
        ),
        (
            "horizon: 500 years\narms: [{name: a}]",
            "s.yaml:1:10: horizon: the horizon is longer than any life (at most 100 years)"
        ),
        (
            "horizon: [1]\narms: [{name: a}]",
            "s.yaml:1:10: horizon: found a list where a single value is needed (write one value after the colon)"
        ),
        (
            "horizon: 1 year\narms: none",
            "s.yaml:2:7: arms: found the text 'none' where a list is needed (start each item with '- ')"
        ),
        (
            "horizon: 1 year\narms: []",
            "s.yaml:2:7: arms: there is no arm (write at least one, such as '- name: nothing')"
        ),
        ("horizon: 1 year\narms: [{doses: []}]", "s.yaml:2:8: arms[1]: the arm has no name (add 'name: …')"),
        (
            "horizon: 1 year\narms:\n  - name: a\n  - name: a",
            "s.yaml:4:11: arms[2].name: an arm named 'a' stands already on line 3 (give each arm its own name)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nreference: b2",
            "s.yaml:3:12: reference: 'b2' is not an arm (allowed: a)"
        ),
        (
            "horizon: 1 year\narms:\n  - name: a\n  - name: b\n    against: aa\n  - name: c",
            "s.yaml:5:14: arms[2].against: 'aa' is not an arm (allowed: a, c)"
        ),
        (
            "horizon: 1 year\narms:\n  - name: a\n  - name: b\n    against: b",
            "s.yaml:5:14: arms[2].against: an arm cannot be compared with itself (allowed: a)"
        ),
        (
            "horizon: 1 year\narms: [{name: a, against: b}]",
            "s.yaml:2:27: arms[1].against: 'b' is not an arm (leave 'against' out)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}, {name: b, against: [a]}]",
            "s.yaml:2:38: arms[2].against: found a list where a single value is needed (write one value after the colon)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {age: 200 years}",
            "s.yaml:3:15: person.age: '200 years' is out of range (allowed: 18 to 110 y)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {age: 62}",
            "s.yaml:3:15: person.age: '62' has no unit (write for example 60 y)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {age: old}",
            "s.yaml:3:15: person.age: 'old' is not a quantity (write a number with a unit, such as 60 y)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {aeg: 62 years}",
            "s.yaml:3:10: person: 'aeg' is not a key here (did you mean age?)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {sex: man}",
            "s.yaml:3:15: person.sex: 'man' is not allowed (allowed: female, male)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nperson: {smoker: perhaps}",
            "s.yaml:3:18: person.smoker: 'perhaps' is not allowed (allowed: yes, no)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\ndraws: 0",
            "s.yaml:3:8: draws: '0' is not allowed (write a whole number from 1 to 1000000)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nseed: -1",
            "s.yaml:3:7: seed: '-1' is not allowed (write a whole number of 0 or more)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\noutputs: [ston]",
            "s.yaml:3:11: outputs[1]: 'ston' is not an output of the model (did you mean stone?)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\noutputs: [stone, stone]",
            "s.yaml:3:18: outputs[2]: 'stone' is listed twice (keep one of them)"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nreport: daily",
            "s.yaml:3:9: report: 'daily' does not say when to report (write for example 'report: every 30 days')"
        ),
        (
            "horizon: 1 year\narms: [{name: a}]\nreport: every 1 s",
            "s.yaml:3:9: report: 'every 1 s' makes 31557600 report times (at most 100000)"
        ),
    ]

    @Test(arguments: faults)
    func faultIsReported(text: String, message: String) {
        let error = #expect(throws: ScenarioError.self) { try read(text) }
        #expect(error?.description == message)
    }

    @Test func allIssuesAreReportedAtOnceInFileOrder() {
        let error = #expect(throws: ScenarioError.self) {
            try read(
                "person: {age: 200 years}\nhorizon: 0 h\narms:\n  - name: a\n    doses: [A 10 mgg oral daily]\nseeed: 3"
            )
        }
        #expect(error?.issues.map(\.key) == ["person.age", "horizon", "arms[1].doses[1]", ""])
        #expect(error?.issues.compactMap(\.line) == [1, 2, 5, 6])
    }

    @Test func missingFile() {
        let error = #expect(throws: ScenarioError.self) {
            try Scenario(contentsOf: URL(filePath: "no-such.yaml"), for: TinyFamily())
        }
        #expect(error?.description == "no-such.yaml: there is no such file (check the path)")
    }

    @Test func folderInsteadOfFile() {
        let error = #expect(throws: ScenarioError.self) {
            try Scenario(contentsOf: URL(filePath: "/"), for: TinyFamily())
        }
        #expect(error?.issues.first?.message == "this is a folder")
    }
}
