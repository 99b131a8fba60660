import Codegen
import Foundation
import Modeling
import Solvers
import Testing

/// `delay` against solutions by the method of steps.
@Suite struct DelayTests {
    private static func value(_ name: String, _ initial: Double, isConstant: Bool = false) -> Quantity {
        var quantity = Quantity(name, .parameter, unit: .dimensionless, initial: .number(initial))
        quantity.isConstant = isConstant
        return quantity
    }

    private static func model(_ quantities: [Quantity], rules: [Rule], events: [Event] = []) -> Model {
        var model = Model(name: "late", timeUnit: .second)
        model.quantities = quantities
        model.rules = rules
        model.events = events
        model.outputs = quantities.map {
            Output($0.identifier, .symbol($0.identifier), unit: .dimensionless, label: $0.identifier)
        }
        return model
    }

    private static func past(_ name: String, _ interval: Expression) -> Expression {
        Expression.symbol(name).delayed(by: interval)
    }

    private static func run(
        _ model: Model, to end: Double, reports: [Double], method: IntegrationMethod = .automatic,
        tolerance: Double = 1e-8, isReference: Bool = false
    ) throws -> Trajectory {
        let system = try EquationSystem(model)
        let kernel: any Kernel = isReference ? ReferenceKernel(system) : try BytecodeKernel(system)
        let result = try Simulation(
            kernel: kernel, settings: SolverSettings(method: method, relativeTolerance: tolerance)
        ).run(to: end, reportTimes: reports)
        #expect(result.isCompleted, "\(result.failure?.description ?? "")")
        return result
    }

    /// y′ = −y(t − 1), y = 1 before 0: Σ (−1)ᵏ (t − k + 1)ᵏ ÷ k! over k ≤ t + 1.
    @Test(arguments: [IntegrationMethod.automatic, .bdf, .adams, .ida], [false, true])
    func delayedDecay(method: IntegrationMethod, isReference: Bool) throws {
        let model = Self.model([Self.value("y", 1)], rules: [.rate("y", -Self.past("y", 1))])
        let times = grid(0, 8, 41)
        let result = try Self.run(model, to: 8, reports: times, method: method, isReference: isReference)
        for (timeIndex, time) in times.enumerated() {
            let terms = (0...Int(time) + 1).map { k in
                pow(-1, Double(k)) * pow(time - Double(k) + 1, Double(k)) / tgamma(Double(k) + 1)
            }
            #expect(abs(result[timeIndex, 0] - terms.reduce(0, +)) < 2e-6, "at \(time)")
        }
    }

    /// Before the start an assignment is evaluated at negative time: y = sin(t − 2).
    @Test func assignmentsHaveAPastBeforeTheStart() throws {
        let model = Self.model(
            [Self.value("x", 0), Self.value("y", 0)],
            rules: [.assignment("x", sin(.time)), .assignment("y", Self.past("x", 2))])
        let result = try Self.run(model, to: 4, reports: [0, 1, 4])
        for (timeIndex, time) in result.times.enumerated() {
            #expect(abs(result[timeIndex, 1] - sin(time - 2)) < 1e-12)
        }
    }

    /// x jumps by 3 at 1; y′ = x(t − 0.7) jumps at 1.7; the delayed trigger fires then, too.
    @Test func jumpsComeBackWhenTheyAreDue() throws {
        var seen = Event("seen", when: Self.past("x", 0.7) > 2, assignments: [.init("z", .time)])
        seen.initialTriggerValue = false
        let model = Self.model(
            [Self.value("x", 1), Self.value("y", 0), Self.value("z", 0), Self.value("w", 0)],
            rules: [.rate("y", Self.past("x", 0.7)), .assignment("w", Self.past("x", 0.7))],
            events: [Event("jump", when: .time >= 1, assignments: [.init("x", 4)]), seen])
        let result = try Self.run(model, to: 3, reports: [1.6, 1.7, 2.2, 3])
        for (timeIndex, expected) in [1.6, 1.7, 1.7 + 4 * 0.5, 1.7 + 4 * 1.3].enumerated() {
            #expect(abs(result[timeIndex, 1] - expected) < 1e-9)
        }
        #expect([0, 1, 2, 3].map { result[$0, 3] } == [1, 4, 4, 4])
        #expect(abs(result[3, 2] - 1.7) < 1e-9)
    }

    /// A delay of a delay adds up; the rate of t² at t − 3 is 2 (t − 3), from 3 on.
    @Test func delaysNest() throws {
        let model = Self.model(
            [Self.value("x", 0), Self.value("u", 0), Self.value("w", 0)],
            rules: [
                .rate("x", 2 * .time), .assignment("u", Self.past("x", 1)), .assignment("w", Self.past("u", 2)),
            ])
        let result = try Self.run(model, to: 9, reports: [0, 2, 4.5, 9])
        for (timeIndex, time) in result.times.enumerated() {
            let then = max(time - 3, 0)
            #expect(abs(result[timeIndex, 2] - then * then) < 1e-7 * (1 + then * then))
        }
    }

    /// The pantograph equation y′ = −y(t/2), whose interval vanishes at 0: Σ (−1)ᵏ 2^(−k(k−1)/2) tᵏ ÷ k!.
    @Test func intervalsMayVanishAndVary() throws {
        let model = Self.model([Self.value("y", 1)], rules: [.rate("y", -Self.past("y", .time / 2))])
        let result = try Self.run(model, to: 4, reports: [0.5, 1, 2, 4])
        for (timeIndex, time) in result.times.enumerated() {
            let terms = (0..<30).map { index in
                let k = Double(index)
                return pow(-1, k) * pow(2, -k * (k - 1) / 2) * pow(time, k) / tgamma(k + 1)
            }
            #expect(abs(result[timeIndex, 0] - terms.reduce(0, +)) < 1e-6, "at \(time)")
        }
    }

    /// k doubles at 1, and y′ = k(t − 0.5): the past of what only events change.
    @Test func parametersHaveAPast() throws {
        let model = Self.model(
            [Self.value("k", 1), Self.value("y", 0)], rules: [.rate("y", Self.past("k", 0.5))],
            events: [Event("double", when: .time >= 1, assignments: [.init("k", 2 * .symbol("k"))])])
        let result = try Self.run(model, to: 3, reports: [1, 1.5, 3])
        for (timeIndex, expected) in [1, 1.5, 4.5].enumerated() {
            #expect(abs(result[timeIndex, 1] - expected) < 1e-9)
        }
    }

    @Test func aNegativeIntervalFails() throws {
        let model = Self.model([Self.value("y", 1)], rules: [.rate("y", Self.past("y", 1 - .time))])
        let kernel = try BytecodeKernel(EquationSystem(model))
        let result = try Simulation(kernel: kernel).run(to: 2, reportTimes: [0.5, 2])
        #expect(!result.isCompleted)
        #expect(result[1, 0].isNaN)
    }

    /// Reports come from the same polynomials, so the grid changes nothing.
    @Test func theGridChangesNothing() throws {
        let model = Self.model([Self.value("y", 1)], rules: [.rate("y", -Self.past("y", 1))])
        let coarse = try Self.run(model, to: 6, reports: [3, 6])
        let fine = try Self.run(model, to: 6, reports: grid(0, 6, 600))
        #expect(coarse[0, 0] == fine[300, 0])
        #expect(coarse[1, 0] == fine[600, 0])
    }
}
