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

    /// Species and reactions; the fast ones are the first `fast`.
    static func model(_ amounts: [(String, Double)], _ reactions: [Reaction], fast: Int) -> Model {
        var model = Model(name: "fast", timeUnit: .second)
        model.quantities = amounts.map { species($0.0, $0.1) }
        model.reactions = reactions
        for index in 0..<fast { model.reactions[index].isFast = true }
        model.outputs = amounts.map { Output($0.0, .symbol($0.0), unit: .mole, label: $0.0) }
        return model
    }

    static func run(_ model: Model, at times: [Double]) throws -> Trajectory {
        let kernel = try BytecodeKernel(EquationSystem(model))
        return try Simulation(kernel: kernel).run(to: max(1, times.last!), reportTimes: times)
    }

    static let a = Expression.symbol("A")
    static let b = Expression.symbol("B")

    /// v = k A B is zero at A = 0 and at B = 0; the sign of k decides which of them the flow leads to.
    @Test(arguments: [(1.0, [0.0, 5.0]), (-1.0, [5.0, 0.0]), (0.0, [2.0, 3.0]), (1e-6, [0.0, 5.0])])
    func theFlowDecidesAmongEquilibria(factor: Double, expected: [Double]) throws {
        let reaction = Reaction("J", from: [.init("A")], to: [.init("B")], rate: .number(factor) * Self.a * Self.b)
        let result = try Self.run(Self.model([("A", 2), ("B", 3)], [reaction], fast: 1), at: [0, 10])
        for timeIndex in 0...1 {
            for column in 0...1 { #expect(abs(result[timeIndex, column] - expected[column]) < 1e-6) }
        }
    }

    /// Two irreversible ways out share A as their rates do; one that only a square drives also runs its course.
    @Test func waysOutShareByTheirRates() throws {
        let reactions = [
            Reaction("J0", from: [.init("A")], to: [.init("B")], rate: Self.a),
            Reaction("J1", from: [.init("A")], to: [.init("C")], rate: 3 * Self.a),
            Reaction("J2", from: [.init("D", stoichiometry: 2)], to: [.init("E")], rate: .symbol("D") * .symbol("D")),
        ]
        let model = Self.model([("A", 4), ("B", 0), ("C", 0), ("D", 6), ("E", 0)], reactions, fast: 3)
        let result = try Self.run(model, at: [0, 1])
        for (column, expected) in [0, 1, 3, 0, 3.0].enumerated() {
            #expect(abs(result[0, column] - expected) < 1e-5)
            #expect(abs(result[1, column] - expected) < 1e-5)
        }
    }

    /// While its factor is zero a fast reaction does nothing; slow ones go on.
    @Test func anEventSwitchesAFastReactionOn() throws {
        let k = Expression.symbol("k")
        var model = Self.model(
            [("A", 1), ("B", 0)],
            [
                Reaction("J0", from: [.init("A")], to: [.init("B")], rate: k * Self.a),
                Reaction("J1", from: [.init("A")], to: [], rate: .number(0.5) * Self.a),
                Reaction("J2", from: [.init("B")], to: [], rate: .number(0.2) * Self.b),
            ], fast: 1)
        var factor = Quantity("k", .parameter, unit: .dimensionless, initial: 0)
        factor.isConstant = false
        model.quantities.append(factor)
        model.events = [Event("on", when: .time >= 1, assignments: [.init("k", 2)])]
        let result = try Self.run(model, at: [0.5, 1, 3])
        for (timeIndex, expected) in [(exp(-0.25), 0), (0, exp(-0.5)), (0, exp(-0.5 - 0.4))].enumerated() {
            #expect(abs(result[timeIndex, 0] - expected.0) < 1e-5)
            #expect(abs(result[timeIndex, 1] - expected.1) < 1e-5)
        }
    }

    /// A delayed event sets B by what it was when triggered; A keeps what it has when the event is executed.
    @Test func aDelayedEventSetsOneSpeciesOnly() throws {
        var model = Self.chain()
        var event = Event("late", when: .time >= 1, assignments: [.init("B", 10 * Self.b)])
        event.delay = 1
        model.events = [event]
        let result = try Self.run(model, at: [2])
        func total(_ time: Double) -> Double { 3 * exp(-0.2 * time) }
        let after = total(2) / 3 + 10 * 2 * total(1) / 3
        #expect(abs(result[0, 0] - after / 3) < 1e-5)
        #expect(abs(result[0, 1] - 2 * after / 3) < 1e-5)
    }

    /// n A → B with n 1, from 2 s on 3, while 1 A a second comes in.
    @Test func stoichiometryMayChange() throws {
        var model = Self.model(
            [("A", 3), ("B", 0)],
            [
                Reaction("J0", from: [.init("A", stoichiometry: .symbol("n"))], to: [.init("B")], rate: Self.a),
                Reaction("J1", from: [], to: [.init("A")], rate: 1),
            ], fast: 1)
        model.quantities.append(Quantity("n", .parameter, unit: .dimensionless))
        model.rules = [.assignment("n", .apply(.select, [.time < 2, 1, 3]))]
        let result = try Self.run(model, at: [0, 1, 2, 5])
        for (timeIndex, expected) in [3, 4, 5, 6.0].enumerated() {
            #expect(abs(result[timeIndex, 0]) < 1e-5)
            #expect(abs(result[timeIndex, 1] - expected) < 1e-5)
        }
    }

    /// The direction turns with the sign of 2 − t, at 2 itself already.
    @Test func aJumpOfFastRatesIsFollowedAtOnce() throws {
        let rate = Expression.apply(.select, [.time < 2, Self.a, -Self.b])
        let model = Self.model(
            [("A", 1), ("B", 4)], [Reaction("J", from: [.init("A")], to: [.init("B")], rate: rate)], fast: 1)
        let result = try Self.run(model, at: [0, 1.5, 2, 4])
        for (timeIndex, expected) in [0, 0, 5, 5.0].enumerated() {
            #expect(abs(result[timeIndex, 0] - expected) < 1e-5)
        }
    }

    @Test func aFastReactionWithoutRestFails() throws {
        let model = Self.model(
            [("A", 1), ("B", 0)], [Reaction("J", from: [.init("A")], to: [.init("B")], rate: 1)], fast: 1)
        let failure = try Self.run(model, at: [1]).failure
        #expect(failure?.kind == .noFastRest)
        #expect(failure?.reason == "the fast reactions come to no rest")
    }

    @Test func theRateOfAFastSpeciesIsRefused() throws {
        var model = Self.chain()
        model.outputs.append(Output("r", .rate(of: Self.a), unit: .dimensionless, label: "r"))
        let error = #expect(throws: ModelError.self) { _ = try EquationSystem(model) }
        #expect(error?.issues.first?.message == "asks for rateOf('A'), which a fast reaction changes at once")
    }
}
