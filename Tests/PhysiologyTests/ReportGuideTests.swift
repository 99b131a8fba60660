import Studies
import Testing

@testable import Physiology

@Suite struct ReportGuideTests {
    private let guide = Flagship().guide

    @Test func everyOutputExistsAndIsReportedUnasked() {
        let known = Set(Flagship().model(using: []).outputs.map(\.identifier))
        for output in guide.topics.flatMap(\.outputs) + guide.courseGroups.map(\.output) {
            #expect(known.contains(output), "\(output)")
        }
        let asked = [
            "flow.heart", "flow.brain", "flow.pelvis", "flow.limb", "flow.scalp", "oxygenDelivery", "hairDensity",
            "risk10y",
            "adipose.mk4", "dpucMGP", "CAC",
        ]
        #expect(Set(asked).isSubset(of: Flagship().vocabulary.defaultOutputs))
    }

    @Test func everyCourseGroupHasADoseThatCanBeGiven() {
        let doses = Set(Flagship().vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        for group in guide.courseGroups { #expect(group.doseInputs.isSubset(of: doses) && !group.doseInputs.isEmpty) }
    }

    @Test func riskIsOfTheStart() {
        #expect(guide.outputsOfTheStart == ["risk10y"])
        #expect(!guide.courseGroups.contains { $0.output == "risk10y" })
    }

    /// What readers must find among the limits.
    static let named = [
        "brain", "kidney", "soft tissue", "fatigue", "Risk is shown for the start only", "dp-ucMGP", "vessel wall",
        "extrapolated", "on the skin", "40 to 80",
    ]

    @Test(arguments: named) func limitIsNamed(words: String) {
        #expect(guide.limits.contains { $0.contains(words) })
    }
}
