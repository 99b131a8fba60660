import Codegen
import Foundation
import Modeling
import Solvers
import Testing

/// Fast reactions against exact equilibria.
@Suite struct FastReactionTests {
    static func species(_ name: String, _ amount: Double) -> Quantity {
        var quantity = Quantity(
            name, .species(compartment: nil, isAmountInMath: true, isBoundary: false), unit: .mole,
            initial: .number(amount, .mole))
        quantity.isConstant = false
        return quantity
    }

    /// A ⇌ B fast with B = 2 A at equilibrium; B → C slow with rate 0.3 B.
    static func chain() -> Model {
        var model = Model(name: "chain", timeUnit: .second)
        model.quantities = [species("A", 3), species("B", 0), species("C", 0)]
        var fast = Reaction("J0", from: [.init("A")], to: [.init("B")], rate: 2 * .symbol("A") - .symbol("B"))
        fast.isFast = true
        model.reactions = [
            fast, Reaction("J1", from: [.init("B")], to: [.init("C")], rate: .number(0.3) * .symbol("B")),
        ]
        model.outputs = ["A", "B", "C"].map { Output($0, .symbol($0), unit: .mole, label: $0) }
        return model
    }

    @Test func equilibriumHoldsFromTheStart() throws {
        let kernel = try BytecodeKernel(EquationSystem(Self.chain()))
        let result = try Simulation(kernel: kernel).run(to: 10, reportTimes: [0, 1, 5, 10])
        #expect(result.isCompleted)
        for (timeIndex, time) in result.times.enumerated() {
            // A + B = 3 e^(−0.2 t), since 2/3 of it is B.
            let total = 3 * exp(-0.2 * time)
            for (column, expected) in [total / 3, 2 * total / 3, 3 - total].enumerated() {
                #expect(abs(result[timeIndex, column] - expected) < 1e-4)
            }
        }
    }

    @Test func anEventSetsTheTotal() throws {
        var model = Self.chain()
        model.reactions.removeLast()
        model.events = [Event("add", when: .time >= 1, assignments: [.init("A", .number(5))])]
        let kernel = try BytecodeKernel(EquationSystem(model))
        let result = try Simulation(kernel: kernel).run(to: 2, reportTimes: [0, 2])
        // Before: A 1, B 2. The event makes it A 5, B 2: seven in all.
        #expect(abs(result[1, 0] - 7.0 / 3) < 1e-6)
        #expect(abs(result[1, 1] - 14.0 / 3) < 1e-6)
    }

    @Test func bytecodeAgreesWithTheInterpreter() throws {
        let system = try EquationSystem(Self.chain())
        let compiled = try Simulation(kernel: BytecodeKernel(system)).run(to: 5, reportTimes: [0, 1, 5])
        let walked = try Simulation(kernel: ReferenceKernel(system)).run(to: 5, reportTimes: [0, 1, 5])
        for (left, right) in zip(compiled.values, walked.values) { #expect(abs(left - right) < 1e-6) }
    }

    @Test func theRateOfAFastReactionIsRefused() throws {
        var model = Self.chain()
        model.outputs.append(Output("J0", .symbol("J0"), unit: .dimensionless, label: "J0"))
        let error = #expect(throws: ModelError.self) { _ = try EquationSystem(model) }
        #expect(error?.issues.first?.message == "asks for the rate of the fast reaction 'J0', which has none")
    }
}
