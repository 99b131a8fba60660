import Foundation
import Modeling
import Studies
import Testing

@testable import Physiology

@Suite struct BookGuideTests {
    private static let family = Flagship()
    /// With every part that some dose brings.
    private static let whole = family.model(
        using: Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput)))
    private static let figures = family.book.figures

    private static func hasFigure(in component: String) -> Bool {
        figures.contains { $0.component == component || $0.component.hasPrefix("\(component).") }
    }

    @Test func theReferenceIsAQuestion() throws {
        let scenario = try Scenario(parsing: Self.family.book.reference, file: "reference", for: Self.family)
        #expect(
            !scenario.outputs.isEmpty
                && scenario.arms.map { $0.regimens.map(\.substance) } == [["warfarin"], ["MK-4"], ["MK-4"]])
    }

    /// A figure may name a component that only some arms have; the whole model has them all.
    @Test(arguments: figures.indices) func everyFigureIsAQuestionOfAComponent(index: Int) throws {
        let figure = Self.figures[index]
        let (family, scenario) = try figure.question(of: Self.family)
        #expect(Self.whole.components.contains { $0.name == figure.component }, "\(figure.component)")
        for arm in scenario.arms {
            let outputs = Set(family.model(using: Set(arm.regimens.map(\.doseInput))).outputs.map(\.identifier))
            let missing = Set(scenario.outputs).subtracting(outputs)
            #expect(!scenario.outputs.isEmpty && missing.isEmpty, "\(arm.name): \(missing)")
        }
        // More lines than a legend has room for could not be told apart.
        if case .course = figure.form { #expect(scenario.arms.count <= 4) }
        #expect(figure.caption.hasSuffix(".") && figure.caption.count > 20)
    }

    @Test func titlesAndQuestionsAreEachOnce() {
        let titles = Self.figures.map(\.title)
        #expect(Set(titles).count == titles.count)
        #expect(Set(Self.figures.map(\.scenario)).count == titles.count)
    }

    @Test func everyTopOfTheTreeHasAFigure() {
        let tops = Self.whole.components.map(\.name).filter { !$0.contains(".") }
        #expect(tops.count >= 12)
        for name in tops { #expect(Self.hasFigure(in: name), "\(name)") }
    }

    /// What each folder of organs declares in the model; a new folder needs a line here and a figure.
    private static let components = [
        "Anticoagulant": "warfarin", "Bone": "osteocalcin", "Calcification": "calcification",
        "Circulation": "circulation", "Clotting": "clotting", "Cycle": "cycle", "Distribution": "vitaminK",
        "Hair": "hair", "Intake": "meal", "MatrixGlaProtein": "matrixGla", "Mineral": "mineral", "Person": "person",
        "Risk": "risk", "Skin": "skin",
    ]

    @Test func everyFolderOfOrgansHasAFigure() throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Physiology")
        let all = try FileManager.default.contentsOfDirectory(
            at: source, includingPropertiesForKeys: [.isDirectoryKey])
        let folders = try all.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
            .map(\.lastPathComponent)
        #expect(Set(folders) == Set(Self.components.keys).union(["Species", "Studies"]))
        for (folder, component) in Self.components { #expect(Self.hasFigure(in: component), "\(folder)") }
        #expect(Self.figures.contains { $0.species == "rat" }, "Species")
    }

    @Test func everyTitleIsThatOfAComponent() {
        let names = Set(Self.whole.components.map(\.name))
        for name in Self.family.book.titles.keys { #expect(names.contains(name), "\(name)") }
    }

    @Test func anUnknownSpeciesIsNamed() {
        let figure = BookFigure("A fish", component: "cycle", caption: "None.", scenario: "title: x", species: "fish")
        #expect {
            try figure.question(of: Self.family)
        } throws: { error in
            "\(error)" == "figure 'A fish' is of a fish, which is no species of this family"
        }
    }
}
