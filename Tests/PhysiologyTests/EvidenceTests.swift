import Modeling
import Testing

@testable import Physiology

@Suite struct EvidenceTests {
    private let model = Flagship().model(
        using: [Flagship.warfarinOral, Flagship.topical, PTHDose.subcutaneous, VitaminDDose.oral])

    @Test func everyReferenceIsInTheBibliography() {
        for quantity in model.quantities {
            guard case .published(let reference, _)? = quantity.evidence?.origin else { continue }
            #expect(Bibliography.entries[reference.key]?.locator != nil, "\(quantity.identifier): \(reference)")
        }
        for food in FoodTable.foods {
            for content in [food.phylloquinone, food.menaquinone4, food.menaquinone7, food.longMenaquinones] {
                guard case .published(let reference, _)? = content?.evidence.origin else { continue }
                #expect(Bibliography.entries[reference.key]?.locator != nil, "\(food.name): \(reference)")
            }
        }
    }

    @Test func everyEntryCanBeFound() {
        #expect(Bibliography.entries.count == Bibliography.text.split(separator: "\n").count { $0.hasPrefix("@") })
        for entry in Bibliography.entries.values {
            #expect(entry.fields["title"]?.isEmpty == false && entry.locator != nil, "\(entry.key)")
        }
    }

    @Test func fittedValuesBelongToParameters() {
        for fitted in FittedValues.all {
            let quantity = model.quantity(fitted.identifier)
            guard case .number(let value, _)? = quantity?.initial?.kind else {
                Issue.record("\(fitted.identifier) is no parameter")
                continue
            }
            #expect(value == fitted.value)
            #expect(quantity?.evidence?.origin == .fitted(study: fitted.study), "\(fitted.identifier)")
        }
        let declared = model.quantities.filter { if case .fitted? = $0.evidence?.origin { true } else { false } }
        #expect(declared.count == FittedValues.all.count)
    }

    @Test func speculationIsSaid() throws {
        let grades = model.outputGrades()
        for output in ["CAC", "cfPWV", "hairDensity", "adipose.mk4"] {
            #expect(try #require(grades[output]).grade <= .contested, "\(output)")
        }
    }

    /// What an open term does once it is not 0, and that at 0 the same disturbance does nothing by it.
    struct OpenTerm: Sendable, CustomTestStringConvertible {
        let number: String
        let disturbance: String
        let output: String
        let sign: Double
        var testDescription: String { "\(number) on \(output)" }
    }

    @Test(arguments: [
        OpenTerm(number: "mineral.pthControl.stressEffect", disturbance: "{stress: 1}", output: "PTH", sign: 1),
        OpenTerm(
            number: "calcification.aorta.byPTH", disturbance: "{eGFR: 20 mL/min}", output: "aorticCalcium", sign: 1),
        OpenTerm(
            number: "calcification.inhibitors.byParticles", disturbance: "{eGFR: 8 mL/min}", output: "CAC", sign: 1),
        OpenTerm(number: "circulation.flow.byCompliance", disturbance: "{}", output: "flow.limb", sign: -1),
        OpenTerm(
            number: "circulation.flow.pelvis.reserveByCompliance", disturbance: "{}", output: "erectileFlow", sign: -1),
        OpenTerm(number: "hair.byFlow", disturbance: "{}", output: "hairDensity", sign: 0),
    ])
    func openTermsActByTheirOwnPath(term: OpenTerm) throws {
        let year = 8766.0
        func end(_ value: Double) throws -> Double {
            try Course(person: term.disturbance, hours: [0, 5 * year], parameters: [term.number: value]).end(
                term.output)
        }
        let (less, none, more) = (try end(-0.5), try end(0), try end(0.5))
        #expect((more - none) * term.sign >= 0 && (none - less) * term.sign >= 0, "\(less) \(none) \(more)")
        if term.sign != 0 { #expect(abs(more - none) > 1e-4 * abs(none), "\(less) \(none) \(more)") }
    }

    /// Stress has one way in: with its effect at 0 a stressed person is the same as any other.
    @Test func stressWithoutEffectDoesNothing() throws {
        let (calm, stressed) = (
            try Course(hours: [0, 8766]), try Course(person: "{stress: 3}", hours: [0, 8766])
        )
        for output in ["PTH", "calcium", "CAC", "aorticCalcium", "cfPWV", "MAP", "hairDensity"] {
            #expect(calm[output] == stressed[output], "\(output)")
        }
    }

    @Test func theContestedEffectsAreCentredOnNone() throws {
        for identifier in [
            "calcification.vitaminK.effect", "calcification.vitaminK.warfarinEffect", "mineral.pthControl.stressEffect",
            "circulation.pressure.adaptation", "circulation.flow.byCompliance", "hair.byFlow", "hair.byCalcium",
            "calcification.aorta.byPTH", "calcification.inhibitors.byFetuin", "calcification.inhibitors.byParticles",
        ] {
            let quantity = try #require(model.quantity(identifier))
            guard case .number(let value, _)? = quantity.initial?.kind, case .normal = quantity.spread else {
                Issue.record("\(identifier) has no normal spread")
                continue
            }
            #expect(value == 0 && quantity.grade <= .contested)
        }
    }

    @Test func whatIsDerivedNamesParameters() {
        let parameters = Set(model.quantities.filter { $0.kind == .parameter }.map(\.identifier))
        for quantity in model.quantities {
            guard case .derived(let sources, _)? = quantity.evidence?.origin else { continue }
            for source in sources {
                #expect(parameters.contains(source), "\(quantity.identifier) is derived from \(source)")
            }
        }
    }

    /// Grades of the organ systems, as the model's description states them.
    @Test(arguments: [
        ("vitaminK.k1", Grade.established), ("vitaminK.mk4", .supported), ("vitaminK.mk7", .supported),
        ("skin", .speculative),
        ("cycle.liver", .established), ("cycle.vessel", .supported), ("clotting", .established),
        ("matrixGla", .supported),
        ("osteocalcin", .established), ("warfarin", .established), ("mineral", .established),
        ("calcification", .supported),
        ("calcification.vitaminK", .contested), ("circulation", .established), ("hair", .speculative),
        ("risk", .supported),
    ])
    func componentsHaveTheirGrades(name: String, grade: Grade) throws {
        #expect(try #require(model.components.first { $0.name == name }).grade == grade)
    }

    /// Single numbers that are surer or less sure than their component.
    @Test(arguments: [
        ("cycle.vessel.weightMK4", Grade.speculative), ("vitaminK.mk4.adiposeClearance", .speculative),
        ("vitaminK.mk4.adiposeReturnRate", .speculative), ("mineral.pthControl.stressEffect", .speculative),
        ("calcification.aorta.byPTH", .contested), ("circulation.pressure.adaptation", .contested),
        ("calcification.vitaminK.effect", .contested), ("calcification.vitaminK.warfarinEffect", .contested),
    ])
    func numbersHaveTheirGrades(identifier: String, grade: Grade) throws {
        #expect(try #require(model.quantity(identifier)).grade == grade)
    }

    /// No dp-ucMGP was ever measured after MK-4 in people: what MK-4 does to it is extrapolated, and said so.
    @Test func whatMK4DoesToTheWallIsSpeculative() throws {
        let plain = Flagship().model(using: [])
        let grade = try #require(plain.outputGrades(usingDoses: ["vitaminK.mk4.oral"], zeros: [])["dpucMGP"])
        #expect(grade.grade == .speculative)
        guard case .assumed(let reason)? = plain.quantity("cycle.vessel.weightMK4")?.evidence?.origin else {
            return #expect(Bool(false))
        }
        #expect(reason.contains("extrapolated"))
    }
}
