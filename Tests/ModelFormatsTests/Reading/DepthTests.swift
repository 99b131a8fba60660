import Codegen
import Foundation
import ModelFormats
import Modeling
import Solvers
import TestSupport
import Testing

/// Long and deep formulas on a thread with a small stack: they work, or are refused; they never overflow it.
@Suite struct DepthTests {
    static let math = "xmlns=\"http://www.w3.org/1998/Math/MathML\""

    static func model(_ body: String) throws -> Model {
        try SBMLReader.read(text: BadInputTests.sbml(body), file: "m.xml").model
    }

    static func parameters(_ names: [String], value: Int = 1) -> String {
        let all = names.map { "<parameter id=\"\($0)\" value=\"\(value)\" constant=\"false\"/>" }
        return "<listOfParameters>\(all.joined())</listOfParameters>"
    }

    static func rule(_ variable: String, _ formula: String, kind: String = "assignmentRule") -> String {
        "<\(kind) variable=\"\(variable)\"><math \(math)>\(formula)</math></\(kind)>"
    }

    /// Everything that is done with a model, and the value of its one output at the start.
    static func value(_ name: String, in model: Model) throws -> Double {
        var model = model
        model.outputs = [Output(name, .symbol(name), unit: .dimensionless, label: name)]
        _ = model.checkUnits()
        _ = model.description
        _ = model.allFormulas.map { $0.substituting { .symbol("\($0)_") } }
        let system = try EquationSystem(model)
        _ = system.description
        var results: [Double] = []
        for kernel in [ReferenceKernel(system) as any Kernel, try BytecodeKernel(system)] {
            let run = try Simulation(kernel: kernel).run(from: 0, to: 1, reportTimes: [0, 1])
            results.append(run[0, 0])
        }
        try #require(results[0] == results[1])
        return results[1]
    }

    @Test func sumOfManyTerms() throws {
        try SmallStack.run {
            let count = 100_000
            let terms = String(repeating: "<ci>y</ci>", count: count)
            let model = try Self.model(
                Self.parameters(["x", "y"])
                    + "<listOfRules>\(Self.rule("x", "<apply><plus/>\(terms)</apply>"))</listOfRules>")
            try #require(try Self.value("x", in: model) == Double(count))
        }
    }

    @Test(arguments: ["times", "and", "or", "xor", "max", "min"])
    func otherOperationsOfManyOperands(_ operation: String) throws {
        try SmallStack.run {
            let operands = String(repeating: "<ci>y</ci>", count: 20_000)
            let model = try Self.model(
                Self.parameters(["x", "y"])
                    + "<listOfRules>\(Self.rule("x", "<apply><\(operation)/>\(operands)</apply>"))</listOfRules>")
            try #require(try Self.value("x", in: model) == (operation == "xor" ? 0 : 1))
        }
    }

    @Test func longTable() throws {
        try SmallStack.run {
            let pieces = (0..<5000).map { index in
                "<piece><cn>\(index)</cn><apply><lt/><ci>y</ci><cn>\(index)</cn></apply></piece>"
            }
            let table = "<piecewise>\(pieces.joined())<otherwise><cn>-1</cn></otherwise></piecewise>"
            for (value, expected) in [(4321, 4322.0), (0, 1), (4999, -1), (17, 18)] {
                let model = try Self.model(
                    Self.parameters(["x", "y"], value: value)
                        + "<listOfRules>\(Self.rule("x", table))</listOfRules>")
                try #require(try Self.value("x", in: model) == expected)
            }
        }
    }

    @Test func longChainOfRules() throws {
        try SmallStack.run {
            let count = 50_000
            let names = (0...count).map { "x\($0)" }
            let rules = (1...count).reversed().map {
                Self.rule("x\($0)", "<apply><plus/><ci>x\($0 - 1)</ci><cn>1</cn></apply>")
            }
            let model = try Self.model(
                Self.parameters(names) + "<listOfRules>\(rules.joined())</listOfRules>")
            try #require(try Self.value("x\(count)", in: model) == Double(count + 1))
        }
    }

    @Test func longChainOfInitialAssignments() throws {
        try SmallStack.run {
            let count = 20_000
            let starts = (1...count).reversed().map { index in
                """
                <initialAssignment symbol="x\(index)"><math \(Self.math)><apply><plus/><ci>x\(index - 1)</ci><cn>1</cn></apply>
                </math></initialAssignment>
                """
            }
            let model = try Self.model(
                Self.parameters((0...count).map { "x\($0)" })
                    + "<listOfInitialAssignments>\(starts.joined())</listOfInitialAssignments>")
            try #require(try Self.value("x\(count)", in: model) == Double(count + 1))
        }
    }

    @Test func longCircleIsRefused() throws {
        try SmallStack.run {
            let count = 20_000
            let rules = (0..<count).map {
                Self.rule("x\($0)", "<apply><plus/><ci>x\(($0 + 1) % count)</ci><cn>1</cn></apply>")
            }
            let model = try Self.model(
                Self.parameters((0..<count).map { "x\($0)" }) + "<listOfRules>\(rules.joined())</listOfRules>")
            let error = try #require(throws: ModelError.self) { _ = try EquationSystem(model) }
            try #require(error.issues.count == 1)
            try #require(error.issues.first?.kind == .circular)
        }
    }

    @Test func longChainOfAlgebraicRules() throws {
        try SmallStack.run {
            let count = 2000
            let rules = (1...count).map { index in
                """
                <algebraicRule><math \(Self.math)><apply><minus/><ci>x\(index)</ci><ci>x\(index - 1)</ci></apply></math>
                </algebraicRule>
                """
            }
            let names = (0...count).map { "x\($0)" }
            let model = try Self.model(Self.parameters(names) + "<listOfRules>\(rules.joined())</listOfRules>")
            try #require(try EquationSystem(model).layout.states.count == count)
        }
    }

    @Test func chainOfRatesIsRefused() throws {
        try SmallStack.run {
            let rate =
                "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/rateOf\">r</csymbol>"
            let count = 5000
            let rules = (1...count).map {
                Self.rule("x\($0)", "<apply>\(rate)<ci>x\($0 - 1)</ci></apply>", kind: "rateRule")
            }
            let model = try Self.model(
                Self.parameters((0...count).map { "x\($0)" })
                    + "<listOfRules>\(Self.rule("x0", "<cn>1</cn>", kind: "rateRule"))\(rules.joined())</listOfRules>")
            let error = try #require(throws: ModelError.self) { _ = try EquationSystem(model) }
            try #require(error.issues.first?.kind == .circular)
        }
    }

    @Test func functionsSharedDeepDownStayLinear() throws {
        try SmallStack.run {
            let functions = (0..<60).map { index in
                let inner = index == 0 ? "<ci>x</ci>" : "<apply><ci>f\(index - 1)</ci><ci>x</ci></apply>"
                return """
                    <functionDefinition id="f\(index)"><math \(Self.math)><lambda><bvar><ci>x</ci></bvar>
                    <apply><plus/>\(inner)\(inner)</apply></lambda></math></functionDefinition>
                    """
            }
            let model = try Self.model(
                "<listOfFunctionDefinitions>\(functions.joined())</listOfFunctionDefinitions>"
                    + Self.parameters(["x", "y"])
                    + "<listOfRules>\(Self.rule("y", "<apply><ci>f59</ci><ci>x</ci></apply>"))</listOfRules>")
            try #require(try Self.value("y", in: model) == 0x1p60)
        }
    }
}
