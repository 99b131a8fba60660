import Foundation
import ModelFormats
import Modeling
import Solvers
import Studies
import Testing

/// The SBML Test Suite and curated BioModels, where they are at hand (PATENCY_DATA).
@Suite struct SuiteTests {
    @Test(.enabled(if: TestData.isThere, "PATENCY_DATA is not set"))
    func noCaseIsAnsweredWrongly() throws {
        let suite = try SuiteRun(folder: try TestData.folder("sbml-test-suite-dev"), threads: 2)
        for (each, outcome) in zip(suite.cases, suite.outcomes) {
            switch outcome {
            case .passed, .refused: break
            case .wrong(let message): Issue.record("\(each.name) is wrong: \(message)")
            case .failed(let message): Issue.record("\(each.name) failed: \(message)")
            }
        }
        #expect(suite.cases.count == 1276)
        #expect(suite.passed >= 1276)
    }

    @Test func settingsNameLineAndField() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
        defer { try? FileManager.default.removeItem(at: url) }
        try "start: 0\nduration: long\n".write(to: url, atomically: true, encoding: .utf8)
        let error = #expect(throws: SuiteSettings.SettingsError.self) { _ = try SuiteSettings(contentsOf: url) }
        #expect(error?.description.hasSuffix(":2: duration is no number: 'long'") == true)
    }

    @Test func selectionByAmountAndConcentration() throws {
        let text = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"><model id="m">
            <listOfCompartments><compartment id="c" size="4" constant="true" spatialDimensions="3"/></listOfCompartments>
            <listOfSpecies><species id="S" compartment="c" initialAmount="8" hasOnlySubstanceUnits="false"
            boundaryCondition="false" constant="false"/></listOfSpecies>
            <listOfReactions><reaction id="J" reversible="false" fast="false"><listOfReactants><speciesReference species="S"
            stoichiometry="1" constant="true"/></listOfReactants><kineticLaw><math
            xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci>k</ci><ci>S</ci><ci>c</ci></apply></math>
            <listOfLocalParameters><localParameter id="k" value="0.5"/></listOfLocalParameters></kineticLaw></reaction>
            </listOfReactions></model></sbml>
            """
        let file = try SBMLReader.read(text: text, file: "m.xml")
        let model = try ColumnSelection(["S", "[S]", "c", "J", "J.k"]).applied(to: file.model)
        let trajectory = try SingleRun(model).trajectory(over: SingleRun.Span(to: 2, points: 3))
        for (timeIndex, time) in trajectory.times.enumerated() {
            let amount = 8 * exp(-0.5 * time)
            for (column, expected) in [amount, amount / 4, 4, 0.5 * amount, 0.5].enumerated() {
                #expect(abs(trajectory[timeIndex, column] - expected) <= 1e-6 * expected)
            }
        }
        #expect(throws: ModelError.self) { _ = try ColumnSelection(["[c]", "nobody"]).applied(to: file.model) }
    }
}
