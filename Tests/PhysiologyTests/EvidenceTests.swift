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
        let plain = Flagship().model(using: []).outputGrades()
        #expect(try #require(plain["calcium"]).grade >= .speculative)
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
