import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

@Suite struct SensitivityTests {
    @Test func decayHasItsExactDerivative() throws {
        let problem = ExactProblems.decay
        let found = try SensitivityProbe(model: problem.model, end: 10).run(["d.k"])
        for (index, time) in found.times.enumerated() {
            let exact = -time * 10 * exp(-0.5 * time)
            let derivative = found.derivative(timeIndex: index, outputIndex: 0, parameterIndex: 0)
            #expect(abs(derivative - exact) < 1e-5, "at \(time)")
        }
    }

    @Test func derivativesConvergeWithTheTolerance() throws {
        func error(_ tolerance: Double) throws -> Double {
            let found = try SensitivityProbe(model: ExactProblems.decay.model, end: 10).run(
                ["d.k"], tolerance: tolerance)
            return found.times.indices.reduce(0) { worst, index in
                let time = found.times[index]
                let derivative = found.derivative(timeIndex: index, outputIndex: 0, parameterIndex: 0)
                return max(worst, abs(derivative + time * 10 * exp(-0.5 * time)))
            }
        }
        let (coarse, fine) = (try error(1e-3), try error(1e-7))
        #expect(coarse < 0.05)
        #expect(fine < 1e-3 * coarse)
    }

    @Test(arguments: ["variable volume", "non-autonomous", "events"])
    func samplesAgreeWithDifferences(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let names = try EquationSystem(model).layout.parameters.filter(\.isFree).map(\.identifier)
        #expect(try SensitivityProbe(model: model, end: name == "events" ? 24 : 2).error(names) < 2e-4)
    }

    @Test func dosesAndTheirAttributesAgreeWithDifferences() throws {
        let doses: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 100, start: 1, interval: 7),
            Regimen(doseIndex: 0, amount: 40, start: 3, interval: 9, duration: 2),
        ]
        let names = ["ka", "kpt", "ktp", "vmax", "km", "v", "oral.fraction"].map { "drug.\($0)" }
        let known = try EquationSystem(SampleModels.pharmacokinetics).layout.parameters.map(\.identifier)
        let found = names.filter { known.contains($0) }
        #expect(found.count == names.count, "\(known)")
        #expect(try SensitivityProbe(model: SampleModels.pharmacokinetics, doses: doses).error(found) < 1e-4)
    }

    @Test func anAttributeThatADoseSetsNoLongerMatters() throws {
        let model = SampleModels.pharmacokinetics
        let layout = try EquationSystem(model).layout
        let fraction = try #require(layout.doses[0].attributeParameters["fraction"])
        let doses: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 100, start: 1, interval: 7, attributes: [fraction: 0.5])
        ]
        let found = try SensitivityProbe(model: model, doses: doses).run([layout.parameters[fraction].identifier])
        #expect(found.derivatives.allSatisfy { $0 == 0 })
    }

    @Test func lotkaVolterraAgreesWithDifferences() throws {
        let model = Self.lotkaVolterra
        #expect(
            try SensitivityProbe(model: model, end: 20).error(["lv.birth", "lv.catch", "lv.yield", "lv.death"]) < 1e-4)
    }

    static var lotkaVolterra: Model {
        let builder = ModelBuilder(name: "lotkaVolterra", timeUnit: .second)
        let scope = builder.scope("lv", grade: .established)
        let evidence = Evidence.assumed(because: "test problem")
        let perSecond = Unit.dimensionless / .second
        let birth = scope.parameter("birth", 1, perSecond, evidence, "births of prey")
        let capture = scope.parameter("catch", 0.1, perSecond, evidence, "captures")
        let yield = scope.parameter("yield", 0.75, .dimensionless, evidence, "predators by capture")
        let death = scope.parameter("death", 1.5, perSecond, evidence, "deaths of predators")
        let prey = scope.state("prey", .dimensionless, initial: 10, typical: 10, "prey")
        let predator = scope.state("predator", .dimensionless, initial: 5, typical: 10, "predators")
        scope.rate(of: prey, birth * prey - capture * prey * predator)
        scope.rate(of: predator, yield * capture * prey * predator - death * predator)
        builder.output("prey", prey, .dimensionless, label: "prey")
        builder.output("predator", predator, .dimensionless, label: "predators")
        return builder.model
    }

    /// y′ = −k y from y₀; at y = θ it is set to y₀ again, so that the n-th time is n · ln(y₀/θ)/k.
    @Test func theTimeOfAnEventDependsOnParameters() throws {
        var model = Self.relaxation(trigger: .symbol("y") <= .symbol("low"), value: .symbol("high"))
        model.quantities[0].initial = .symbol("high")
        #expect(try SensitivityProbe(model: model, end: 7.3).error(["k", "low", "high"]) < 1e-4)
    }

    @Test func anEventAtATimeThatIsAParameter() throws {
        let model = Self.relaxation(trigger: .time >= .symbol("low"), value: .symbol("y") + .symbol("high"))
        #expect(try SensitivityProbe(model: model, end: 7.3).error(["k", "low", "high"]) < 1e-4)
    }

    @Test func aRateThatJumpsAtATimeThatIsAParameter() throws {
        var model = Self.relaxation(trigger: .time >= 1e6, value: 0)
        model.rules = [
            .rate(
                "y",
                piecewise([(.symbol("high"), when: .time < .symbol("low"))], otherwise: -(.symbol("k") * .symbol("y"))))
        ]
        #expect(try SensitivityProbe(model: model, end: 7.3).error(["k", "low", "high"]) < 1e-4)
    }

    static func relaxation(trigger: Expression, value: Expression) -> Model {
        var model = eventModel(
            [event("reset", trigger, "y", value)], states: ["y"], rates: [("y", -(.symbol("k") * .symbol("y")))])
        model.quantities[0].initial = 3
        for (name, number) in [("k", 0.9), ("low", 1.1), ("high", 3.0)] {
            var quantity = Quantity(name, .parameter, unit: .dimensionless, initial: .number(number, .dimensionless))
            quantity.isConstant = true
            model.quantities.append(quantity)
        }
        return model
    }

    @Test func restDependsOnParametersAndKeepsConservedTotals() throws {
        let builder = ModelBuilder(name: "rest", timeUnit: .hour)
        let scope = builder.scope("r", grade: .established)
        let evidence = Evidence.assumed(because: "test problem")
        let total = scope.parameter("total", 4, .nanomole, evidence, "both forms together")
        let forth = scope.parameter("forth", 2, .perHour, evidence, "one way")
        let back = scope.parameter("back", 0.5, .perHour, evidence, "the other way")
        let source = scope.parameter("source", 3, .nanomole / .hour, evidence, "made")
        let loss = scope.parameter("loss", 0.01, .perHour, evidence, "lost")
        let stock = scope.parameter("stock", 7, .nanomole, evidence, "of the pinned")
        let one = scope.state("one", .nanomole, initial: total, typical: 1, "one form")
        let other = scope.state("other", .nanomole, typical: 1, "the other form")
        let free = scope.state("free", .nanomole, typical: 100, "made and lost")
        let pinned = scope.state("pinned", .nanomole, initial: 2 * stock, typical: 10, pinned: true, "pinned")
        scope.flow("there", from: one, to: other, rate: forth * one)
        scope.flow("again", from: other, to: one, rate: back * other)
        scope.flow("making", from: nil, to: free, rate: source * other / (other + one) * (pinned / stock))
        scope.flow("losing", from: free, to: nil, rate: loss * free * (1 + free / stock))
        builder.output("one", one, .nanomole, label: "one")
        builder.output("free", free, .nanomole, label: "free")
        builder.output("pinned", pinned, .nanomole, label: "pinned")
        let probe = SensitivityProbe(model: builder.model, end: 30, fromBalance: true)
        let names = ["r.total", "r.forth", "r.back", "r.source", "r.loss", "r.stock"]
        #expect(try probe.error(names) < 1e-4)
        let found = try probe.run(names)
        #expect(abs(found.derivative(timeIndex: 0, outputIndex: 0, parameterIndex: 0) - 0.2) < 1e-6)
        #expect(abs(found.derivative(timeIndex: 0, outputIndex: 2, parameterIndex: 5) - 2) < 1e-12)
    }

    @Test func whatHasNoSensitivitiesIsRefusedByName() throws {
        func message(_ model: Model, _ names: [String]) -> String {
            do {
                _ = try EquationSystem(model, sensitivities: names)
                return ""
            } catch { return error.description }
        }
        let decay = ExactProblems.decay.model
        #expect(message(decay, ["d.missing"]).contains("d.missing: is not declared"))
        #expect(message(decay, ["d.y"]).contains("d.y: is not a parameter whose value is a number"))
        #expect(message(decay, ["d.k", "d.k"]).contains("d.k: is asked for twice"))
        #expect(message(SampleModels.tinyDAE, ["dae.k"]).contains("it follows from an algebraic rule"))
        let kernel = ReferenceKernel(try EquationSystem(decay, sensitivities: ["d.k"]))
        #expect(throws: SolverError.self) { try Simulation(kernel: kernel) }
        let lanes = try BytecodeKernel(EquationSystem(decay, sensitivities: ["d.k"]), laneCount: 8)
        #expect(!LaneSimulation.accepts(lanes))
    }
}
