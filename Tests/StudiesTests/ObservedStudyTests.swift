import Foundation
import Modeling
import Synchronization
import Testing

@testable import Studies

@Suite struct ObservedStudyTests {
    static let good = """
        id: T1
        title: Ten milligrams by mouth
        reference: Test2000
        use: calibration
        person: {stone: 50 AU}
        arms:
          - name: placebo
          - name: treated
            doses: [A 10 mg oral with 30 g fat once]
        settings: {stone.dissolution: 0 1/h/mg}
        nuisance: [gut.absorption]
        observations:
          - {arm: treated, output: amount, statistic: area from 0 h to 24 h, value: 60, sd: 20, n: 16, unit: mg·h}
          - {arm: treated, against: placebo, output: amount, statistic: value at 12 h, value: 3000, sd: 600, n: 9, sdAgainst: 800, nAgainst: 16, unit: µg}
          - {arm: placebo, output: amount, statistic: maximum from 0 h to 24 h, censoredBelow: 0.1, unit: mg, note: Below the limit.}
        """

    func read(_ text: String) throws -> ObservedStudy {
        try ObservedStudy(parsing: text, file: "t.yaml", for: TinyFamily())
    }

    @Test func everyKeyIsRead() throws {
        let study = try read(Self.good)
        #expect(study.id == "T1" && study.use == .calibration && study.inputs["person.stone"] == 50)
        #expect(study.settings == ["stone.dissolution": 0] && study.nuisance.map(\.identifier) == ["gut.absorption"])
        #expect(study.observations[0].standardError == 5)
        #expect(abs(study.observations[1].standardError! - (600.0 * 600 / 9 + 800.0 * 800 / 16).squareRoot()) < 1e-9)
        #expect(study.observations[0].finding == .value(60) && study.observations[2].finding == .below(0.1))
        #expect(study.arms[1].regimens[0].doseInput == "gut.dose")
    }

    static let faults: [(String, String, String)] = [
        ("id: T1\n", "", "t.yaml:1:1: 'id' is missing (give the study a short name)"),
        (
            "use: calibration", "species: rat\nuse: calibration",
            "t.yaml:4:10: species: 'rat' is not a species of this model (leave 'species' out; there are none)"
        ),
        ("use: calibration", "use: calibrate", "t.yaml:4:6: use: 'calibrate' is not a use (did you mean calibration?)"),
        (
            "arm: treated, output", "arm: treatd, output",
            "t.yaml:13:11: observations[1].arm: 'treatd' is not an arm (did you mean treated?)"
        ),
        ("unit: mg·h", "unit: mg", "t.yaml:13:102: observations[1].unit: 'mg' does not fit (the statistic is in mg·h)"),
        ("sd: 20", "sd: -1", "t.yaml:13:85: observations[1].sd: '-1' is not above zero (leave it out if unknown)"),
        (
            "sd: 20", "sd: 20, assumed se: 4, note: guess",
            "t.yaml:13:101: observations[1].assumed se: the study tells the standard error (leave the assumed one out)"
        ),
        (
            "sd: 20, n: 16", "assumed se: 4",
            "t.yaml:13:93: observations[1].assumed se: it has no reason (say why in 'note')"
        ),
        (
            ", value: 60", "",
            "t.yaml:13:5: observations[1]: it does not say what was found (give one of 'value', 'below', 'above' and 'direction')"
        ),
        (
            "{stone.dissolution", "{stone.disolution",
            "t.yaml:10:12: settings: 'stone.disolution' is not a parameter of the model (did you mean stone.dissolution?)"
        ),
        (
            "[gut.absorption]", "[gut.absorptoin]",
            "t.yaml:11:12: nuisance[1]: 'gut.absorptoin' is not a parameter of the model (did you mean gut.absorption?)"
        ),
    ]

    @Test(arguments: faults)
    func faultIsReported(old: String, new: String, message: String) {
        let error = #expect(throws: ScenarioError.self) {
            try read(Self.good.replacing(old, with: new, maxReplacements: 1))
        }
        #expect(error?.description == message)
    }

    /// Arms by name, bare numbers, several references, unknowns of every kind, limits, directions, shares, ratios.
    static let short = """
        id: T2
        title: Short forms
        reference: [One2000, Two2001]
        use: validation
        null aware: yes
        nuisance:
          - {parameter: gut.absorption, range: [0.1, 10]}
          - {field: stone, arm: large, range: [10, 1000]}
          - {attribute: fat, of: A oral, range: [5, 50]}
        person: {age: 54, stone: 50}
        arms:
          none: []
          treated: [A 10 mg oral with 30 g fat once]
          large: {person: {stone: 300}}
        observations:
          - {arm: treated, against: none, output: amount, statistic: half-life from 12 h to 24 h, value: 7, se: 1, unit: h}
          - {arm: treated, output: amount, statistic: maximum, value: 8, quartiles: [6, 10], n: 16, unit: mg}
          - {arm: treated, against: none, output: stone, statistic: change from 0 to 1 day, direction: down, unit: AU}
          - {arm: large, output: stone, statistic: share above 200 AU at 1 day, value: 100, unit: "%", of: population}
          - {arm: large, output: stone, relative to: {arm: none, output: stone}, statistic: value at 0 h, value: 6, se: 1, unit: "1"}
          - {arm: none, output: amount, statistic: value at 0 h, below: unknown, unit: mg}
          - {arm: none, output: stone, statistic: value at 0 h, above: 60, unit: AU, note: It starts at 50.}
        """

    @Test func shortFormsAreRead() throws {
        let study = try read(Self.short)
        #expect(study.references == ["One2000", "Two2001"] && study.isNullAware && study.inputs["person.age"] == 54)
        #expect(
            study.arms.map(\.name) == ["none", "treated", "large"] && study.arms[2].inputs == ["person.stone": 300])
        #expect(study.nuisance.map(\.identifier) == ["gut.absorption", "person.stone of large", "fat of gut.dose"])
        #expect(abs(study.observations[1].standardError! - 4 / 1.34898 / 4) < 1e-4)
        #expect(study.observations[1].statistic == .maximum(.init(start: 0, end: 72)))
    }

    @Test func shortFormsAreScored() throws {
        let library = StudyLibrary(files: [.init(name: "t.yaml", text: Self.short)])
        var validation = Validation(
            family: TinyFamily(), library: library, solver: FixedStepSimulator.choice(), threadCount: 2)
        validation.drawCount = 5
        let scores = try validation.scores()
        #expect(abs(scores[0].predicted! - 7) < 5 && scores[0].z != nil)
        #expect(scores[2].limit == "down" && scores[2].isMet == true)
        #expect(scores[3].predicted == 100 && scores[3].predictedLower == nil)
        #expect(scores[4].predicted == 6 && scores[4].z == 0)
        #expect(scores[5].isMet == nil)
        #expect(scores[6].isMet == false && scores[6].cause == "It starts at 50.")
    }

    @Test func aStudyStaysInTheFolderOfItsUse() {
        let library = StudyLibrary { _ in [.init(name: "validation/t.yaml", text: Self.good)] }
        let error = #expect(throws: ScenarioError.self) { try library.studies([.validation], for: TinyFamily()) }
        #expect(error?.issues.first?.message == "the use is 'calibration' in the folder 'validation'")
    }

    @Test func oneIdOneStudy() {
        let library = StudyLibrary { _ in
            [.init(name: "a.yaml", text: Self.good), .init(name: "b.yaml", text: Self.good)]
        }
        let error = #expect(throws: ScenarioError.self) { try library.studies([.calibration], for: TinyFamily()) }
        #expect(error?.description == "b.yaml: id: 'T1' is also the id in a.yaml (give each study its own)")
    }

    @Test func scoresAgainstTheStandardError() throws {
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: Self.good)] : [] }
        var validation = Validation(
            family: TinyFamily(), library: library, solver: FixedStepSimulator.choice(), threadCount: 2)
        validation.drawCount = 11
        let scores = try validation.scores()
        #expect(scores.map(\.study) == ["T1", "T1", "T1"])
        let area = scores[0]
        #expect(area.predictedLower! < area.predicted! && area.predicted! < area.predictedUpper!)
        #expect(abs(area.z! - (area.predicted! - 60) / 5) < 1e-12)
        #expect(scores[1].unit == "µg" && scores[1].predicted! > 500)
        #expect(scores[2].z == nil && scores[2].isMet == true && scores[2].limit == "below 0.1")
        #expect(scores[0].isMet == (abs(area.z!) <= 2))
    }

    @Test func anAssumedErrorScoresAndSaysSo() throws {
        let text = Self.good.replacing("sd: 20, n: 16", with: "assumed se: 4, note: None is given., cause: Too little.")
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: text)] : [] }
        var validation = Validation(
            family: TinyFamily(), library: library, solver: FixedStepSimulator.choice(), threadCount: 2)
        validation.drawCount = 3
        let scores = try validation.scores()
        #expect(scores[0].hasAssumedError && scores[0].standardError == 4 && scores[0].hasStatedCause)
        #expect(abs(scores[0].z! - (scores[0].predicted! - 60) / 4) < 1e-12)
        #expect(!scores[1].hasAssumedError && !scores[1].hasStatedCause && scores.allSatisfy { $0.drawCount == 3 })
    }

    @Test func aMissHasItsCause() throws {
        let text = Self.good.replacing("censoredBelow: 0.1", with: "value: 5, se: 1")
        let library = StudyLibrary { $0 == .calibration ? [.init(name: "t.yaml", text: text)] : [] }
        var validation = Validation(
            family: TinyFamily(), library: library, solver: FixedStepSimulator.choice(failing: [1]), threadCount: 2)
        validation.drawCount = 3
        let score = try validation.scores()[2]
        #expect(
            score.z == -5 && score.isMet == false && score.cause == "Below the limit." && score.failedDrawCount == 1)
    }
}

extension ObservedStudyTests {
    @Test func filesInTheProgramAreSortedByTheirUse() throws {
        let other = "id: V\nuse: validation # frozen\nbroken: ["
        let library = StudyLibrary(files: [.init(name: "b.yaml", text: other), .init(name: "a.yaml", text: Self.good)])
        #expect(try library.studies([.calibration], for: TinyFamily()).map(\.id) == ["T1"])
        #expect(throws: ScenarioError.self) { try library.studies([.validation], for: TinyFamily()) }
        let faulty = StudyLibrary(files: [.init(name: "c.yaml", text: "id: X")])
        #expect(throws: ScenarioError.self) { try faulty.studies([.calibration], for: TinyFamily()) }
    }

    @Test func sundialsIsDescribedWithoutAPath() {
        #expect(
            BuildFacts.describe(library: "/cache/sundials-6.4.1-O3/lib/libsundials_cvodes.so.6.4.1")
                == "cvodes 6.4.1, built at -O3")
        #expect(BuildFacts.describe(library: "/usr/lib/libsundials_cvodes.so.6.4.1") == "cvodes 6.4.1, system package")
    }
}
