import Modeling
import Studies
import Testing

@testable import Physiology

@Suite struct BookGuideTests {
    private let family = Flagship()

    @Test func theReferenceIsAQuestion() throws {
        let scenario = try Scenario(parsing: family.book.reference, file: "reference", for: family)
        #expect(
            !scenario.outputs.isEmpty
                && scenario.arms.map { $0.regimens.map(\.substance) } == [["warfarin"], ["MK-4"], ["MK-4"]])
    }

    /// A figure may name a component that only some arms have; the whole model has them all.
    @Test func everyFigureIsAQuestionOfAComponent() throws {
        let doses = Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput))
        let components = Set(family.model(using: doses).components.map(\.name))
        #expect(family.book.figures.count >= 10)
        for figure in family.book.figures {
            let scenario = try Scenario(parsing: figure.scenario, file: figure.title, for: family)
            #expect(components.contains(figure.component), "\(figure.title): \(figure.component)")
            // More lines than a legend has room for could not be told apart.
            if case .course = figure.form { #expect(scenario.arms.count <= 4, "\(figure.title)") }
        }
    }

    /// Each organ system has a picture of its own.
    @Test(arguments: [
        "vitaminK", "skin", "cycle", "clotting", "matrixGla", "osteocalcin", "mineral", "calcification", "circulation",
        "hair", "risk",
    ])
    func everyOrganSystemHasAFigure(name: String) {
        #expect(family.book.figures.contains { $0.component == name || $0.component.hasPrefix("\(name).") })
    }
}
