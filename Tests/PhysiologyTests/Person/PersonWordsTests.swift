import Testing

@testable import Physiology
@testable import Studies

/// What a scenario may say of a person beside single fields.
@Suite struct PersonWordsTests {
    private func scenario(_ person: String, arm: String = "{name: a}") throws -> Scenario {
        try Scenario(
            parsing: "person: \(person)\narms: [\(arm)]\nhorizon: 1 year", file: "s.yaml", for: Flagship())
    }

    /// Heinz Nixdorf Recall: men 2.3, 41, 192.6, 557 AU and women 0, 1, 24.5, 139.8 AU at 25, 50, 75, 90 %.
    @Test(arguments: [
        ("{CAC percentile: 50 %}", 41), ("{CAC percentile: 25 %}", 2.3), ("{CAC percentile: 90 %, sex: male}", 557),
        ("{CAC percentile: 0.75, sex: female}", 24.5), ("{sex: female, CAC percentile: 90 %}", 139.8),
        ("{CAC percentile: 62.5 %}", 116.8), ("{CAC percentile: 50 %, sex: mixed}", 21),
    ])
    func calciumByPercentile(person: String, score: Double) throws {
        let read = try scenario(person)
        #expect(abs(read.inputs["person.coronaryCalcium"]! - score) < 1e-9)
        let said = read.personText.first { $0.key == "CAC" }
        #expect(said?.isDefault == false && said?.text.hasSuffix(", by CAC percentile") == true, "\(said?.text ?? "")")
    }

    /// An arm's percentile is that of the arm's own sex, else of the scenario's.
    @Test func armsHavePercentilesToo() throws {
        let women = try scenario("{sex: female}", arm: "{name: a, person: {CAC percentile: 75 %}}")
        #expect(women.arms[0].inputs["person.coronaryCalcium"] == 24.5)
        let men = try scenario("{sex: female}", arm: "{name: a, person: {sex: male, CAC percentile: 75 %}}")
        #expect(men.arms[0].inputs["person.coronaryCalcium"] == 192.6)
    }

    @Test(arguments: [
        (
            "{CAC percentile: 95 %}",
            "s.yaml:1:26: person.CAC percentile: '95 %' is out of range (allowed: 25 to 90 %)"
        ),
        (
            "{CAC: 10 AU, CAC percentile: 50 %}",
            "s.yaml:1:38: person.CAC percentile: says what 'CAC' says already (keep one of them)"
        ),
        (
            "{systolic pressure: 100 mmHg, diastolic pressure: 130 mmHg}",
            "s.yaml:1:29: person.systolic pressure: systolic pressure, 100 mmHg, is not above diastolic pressure, 130 mmHg (correct one of them; what is not said has its default)"
        ),
        (
            "{diastolic pressure: 130 mmHg}",
            "s.yaml:1:30: person.diastolic pressure: systolic pressure, 130 mmHg, is not above diastolic pressure, 130 mmHg (correct one of them; what is not said has its default)"
        ),
    ])
    func whatCannotBeIsRefused(person: String, message: String) throws {
        let error = #expect(throws: ScenarioError.self) { try scenario(person) }
        #expect(error?.issues.map(\.description) == [message])
    }

    /// Pressures that fit together one by one and not with an arm's other one.
    @Test func armsAreCheckedWithWhatTheyReplace() throws {
        let error = #expect(throws: ScenarioError.self) {
            try scenario("{diastolic pressure: 90 mmHg}", arm: "{name: a, person: {systolic pressure: 85 mmHg}}")
        }
        #expect(error?.issues.first?.key == "arms[1].person.systolic pressure", "\(error?.description ?? "")")
    }
}
