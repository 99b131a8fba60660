import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

@testable import ModelFormats

/// Model → SBML → model: the same values.
@Suite struct RoundTripTests {
    /// Values of every quantity that varies and every output, by name in the document.
    static func values(of model: Model, renamed: Bool) throws -> (names: [String], rows: [[Double]]) {
        var asked = renamed ? model : model.withOutputsAsQuantities()
        let columns = asked.quantities.filter { !$0.isConstant }.map(\.identifier)
        asked.outputs = columns.map { Output($0, .symbol($0), unit: .dimensionless, label: $0) }
        let simulation = try Simulation(
            kernel: try BytecodeKernel(try EquationSystem(asked)), settings: SolverSettings(relativeTolerance: 1e-8))
        // The sample of all operations grows without bound soon after; its right-hand sides are compared below.
        let end = model.name == "operations" ? 0.001 : 4
        let times = (0...10).map { $0 == 10 ? end : Double($0) * end / 10 }
        let trajectory = try simulation.run(to: end, reportTimes: times, seed: 3)
        #expect(trajectory.failure == nil)
        let names = SymbolNames(keeping: model.withOutputsAsQuantities().quantities.map(\.identifier))
        return (
            renamed ? columns : columns.map { names[$0] },
            times.indices.map { time in columns.indices.map { trajectory[time, $0] } }
        )
    }

    static func read(_ text: String) throws -> SBMLFile { try SBMLReader.read(text: text, file: "m.xml") }

    static func expectSame(_ model: Model, as other: Model) throws {
        let (names, rows) = try values(of: model, renamed: false)
        let (found, others) = try values(of: other, renamed: true)
        for (place, name) in names.enumerated() {
            let column = try #require(found.firstIndex(of: name), "\(name) is lost")
            let largest = rows.map { abs($0[place]) }.filter(\.isFinite).max() ?? 0
            for (row, otherRow) in zip(rows, others) {
                let (value, back) = (row[place], otherRow[column])
                #expect(
                    value == back || value.isNaN && back.isNaN || abs(value - back) <= 1e-6 * max(largest, 1), "\(name)"
                )
            }
        }
    }

    @Test(arguments: SampleModels.all.map(\.name)) func sampleModelsComeBack(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let text = SBMLWriter.text(of: model)
        try Self.expectSame(model, as: try Self.read(text).model)
        // What was read is written as it stands.
        #expect(SBMLWriter.text(of: try Self.read(text).model) == SBMLWriter.text(of: try Self.readTwice(text)))
    }

    @Test(arguments: SampleModels.all.map(\.name)) func rightHandSidesComeBack(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let back = try Self.read(SBMLWriter.text(of: model)).model
        let probes = try [model, back].map { KernelProbe(ReferenceKernel(try EquationSystem($0))) }
        var random = RepeatableRandom(seed: 5)
        for _ in 0..<20 {
            let state = probes[0].startState.map { $0 + 0.5 * random.uniform() }
            let rates = probes.map { $0.evaluate(.rightHandSide, time: 0.3, state: state) }
            for (rate, other) in zip(rates[0], rates[1]) {
                #expect(rate == other || abs(rate - other) <= 1e-12 * abs(rate) || rate.isNaN && other.isNaN)
            }
        }
    }

    static func readTwice(_ text: String) throws -> Model { try read(SBMLWriter.text(of: try read(text).model)).model }

    @Test(arguments: SampleModels.all.map(\.name)) func sampleModelsAreValidWithUnits(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xml")
        defer { try? FileManager.default.removeItem(at: url) }
        try SBMLWriter.text(of: model).write(to: url, atomically: true, encoding: .utf8)
        let issues = SBMLReader.check(contentsOf: url)
        #expect(issues.isEmpty, "\(issues.map(\.description).joined(separator: "\n"))")
        // The check sees units: the same document with one of them wrong is not clean.
        guard SBMLWriter.text(of: model).contains("kind=\"second\"") else { return }
        let wrong = try String(contentsOf: url, encoding: .utf8).replacing("kind=\"second\"", with: "kind=\"metre\"")
        try wrong.write(to: url, atomically: true, encoding: .utf8)
        #expect(!SBMLReader.check(contentsOf: url).isEmpty)
    }

    /// Random formulas of every operation, as the value of one assignment.
    @Test(arguments: 0..<60) func randomFormulasComeBack(seed: Int) throws {
        var random = RepeatableRandom(seed: UInt64(seed))
        var model = Model(name: "random", timeUnit: .second)
        let symbols = ["a", "b.c", "d"]
        for (index, name) in symbols.enumerated() {
            let initial = Modeling.Expression.number(0.3 + Double(index) * 0.9)
            model.quantities.append(Quantity(name, .parameter, unit: .dimensionless, initial: initial))
        }
        for index in 0..<8 {
            var quantity = Quantity("y.\(index)", .parameter, unit: .dimensionless)
            quantity.isConstant = false
            model.quantities.append(quantity)
            let formula = random.expression(over: symbols.map { .symbol($0) } + [.time], depth: 5)
            model.rules.append(.assignment(quantity.identifier, formula))
        }
        let back = try Self.read(SBMLWriter.text(of: model)).model
        func values(_ model: Model, _ name: (Int) -> String) throws -> [Double] {
            var asked = model
            asked.outputs = (0..<8).map { Output("\($0)", .symbol(name($0)), unit: .dimensionless, label: "") }
            let probe = KernelProbe(ReferenceKernel(try EquationSystem(asked)))
            return [0, 0.7, 3].flatMap { probe.evaluate(.outputs, time: $0, state: probe.startState) }
        }
        for (value, other) in zip(try values(model) { "y.\($0)" }, try values(back) { "y__\($0)" }) {
            #expect(value == other || value.isNaN && other.isNaN || abs(value - other) <= 1e-12 * abs(value))
        }
    }

    @Test func numbersComeBackToTheLastBit() throws {
        var model = Model(name: "numbers", timeUnit: .second)
        var formulas: [Modeling.Expression] = []
        for (index, value) in (NumberTextTests.samples.prefix(200) + [.infinity, -.infinity]).enumerated() {
            model.quantities.append(
                Quantity("p\(index)", .parameter, unit: .dimensionless, initial: .number(value)))
            formulas.append(.number(value))
        }
        model.rules = formulas.map { .algebraic($0) }
        let back = try Self.read(SBMLWriter.text(of: model)).model
        for (quantity, other) in zip(model.quantities, back.quantities) { #expect(quantity.initial == other.initial) }
        for (rule, formula) in zip(back.rules, formulas) {
            // −∞ is written as minus infinity.
            #expect(rule.formula == formula || rule.formula == -(.number(.infinity)))
        }
    }
}
