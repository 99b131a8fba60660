import Modeling
import Testing

@testable import Physiology

@Suite struct EvidenceTests {
    private let model = Flagship().model(using: [Flagship.warfarinOral, Flagship.topical])

    @Test func everyReferenceIsInTheBibliography() {
        for quantity in model.quantities {
            guard case .published(let reference, _)? = quantity.evidence?.origin else { continue }
            #expect(Bibliography.entries[reference.key]?.locator != nil, "\(quantity.identifier): \(reference)")
        }
        for food in FoodTable.foods {
            guard case .published(let reference, _) = food.evidence.origin else { continue }
            #expect(Bibliography.entries[reference.key]?.locator != nil, "\(food.name): \(reference)")
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
            "circulation.pressure.adaptation", "circulation.flow.byCompliance", "hair.byFlow", "hair.byCalcium", "calcification.aorta.byPTH",
        ] {
            let quantity = try #require(model.quantity(identifier))
            guard case .number(let value, _)? = quantity.initial?.kind, case .normal = quantity.spread else {
                Issue.record("\(identifier) has no normal spread")
                continue
            }
            #expect(value == 0 && quantity.grade <= .contested)
        }
    }
}
