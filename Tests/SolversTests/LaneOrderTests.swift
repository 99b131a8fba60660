import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

func laneSimulation(_ model: Model, _ settings: SolverSettings) throws -> LaneSimulation {
    let system = try EquationSystem(model)
    return try LaneSimulation(
        kernel: BytecodeKernel(system, laneCount: 8), scalar: BytecodeKernel(system), settings: settings)
}

func laneSimulation(_ model: Model, tolerance: Double = 1e-6) throws -> LaneSimulation {
    try laneSimulation(model, SolverSettings(method: .rosenbrock, relativeTolerance: tolerance))
}

/// The coefficients, by the order that errors show at fixed steps.
@Suite struct LaneOrderTests {
    /// Kaps' problem: y₁ = e^(−2t) relaxes 10⁷ times faster than y₂ = e^(−t), nearly an algebraic state.
    ///
    /// Where the step is about the fast time, every Rosenbrock method shows a lower order for a while.
    static var stiff: ExactProblem {
        let (a, b) = (Expression.symbol("a"), Expression.symbol("b"))
        var model = eventModel([], rates: [("a", 1e7 * b * b - 10_000_002 * a), ("b", a - b - b * b)])
        for index in 0..<2 { model.quantities[index].initial = 1 }
        return ExactProblem(name: "stiff", model: model, end: 2) { [exp(-2 * $0), exp(-$0)] }
    }

    /// a′ = −t a², which is 1 ÷ (1 + t²/2), and b′ = b cos t, which is e^(sin t).
    static var driven: ExactProblem {
        let (a, b) = (Expression.symbol("a"), Expression.symbol("b"))
        var model = eventModel([], rates: [("a", -(Expression.time * a * a)), ("b", b * cos(.time))])
        for index in 0..<2 { model.quantities[index].initial = 1 }
        return ExactProblem(name: "driven", model: model, end: 2) { [1 / (1 + $0 * $0 / 2), exp(sin($0))] }
    }

    /// Largest error at times in steps of fixed length: at their ends, and at four points within each.
    private func errors(_ problem: ExactProblem, stepCount: Int) throws -> (atEnds: Double, within: Double) {
        let span = problem.end
        var settings = SolverSettings(method: .rosenbrock, relativeTolerance: 1e9, absoluteTolerance: 1e9)
        settings.maximumStep = span / Double(stepCount)
        let times = grid(0, span, 5 * stepCount)
        let found = try laneSimulation(problem.model, settings).run([SubjectInput(to: span, reportTimes: times)])[0]
        #expect(found.statistics.steps == stepCount)
        var errors = [0.0, 0.0]
        for (timeIndex, time) in times.enumerated() {
            for (outputIndex, expected) in problem.solution(time).enumerated() {
                let place = timeIndex % 5 == 0 ? 0 : 1
                errors[place] = max(errors[place], abs(found[timeIndex, outputIndex] - expected))
            }
        }
        return (errors[0], errors[1])
    }

    @Test(arguments: ["stiff", "driven"]) func errorsFallWithTheFourthPowerOfTheStep(name: String) throws {
        let problem = name == "stiff" ? Self.stiff : Self.driven
        let coarse = try errors(problem, stepCount: 20)
        let fine = try errors(problem, stepCount: 40)
        let order = log2(coarse.atEnds / fine.atEnds)
        let denseOrder = log2(coarse.within / fine.within)
        #expect(order > 3.6 && order < 5.5, "\(coarse) \(fine)")
        #expect(denseOrder > 2.8, "\(coarse) \(fine)")
        #expect(fine.atEnds < 1e-6 && fine.within < 1e-5)
    }

    @Test(arguments: ExactProblems.smooth.map(\.name)) func errorsFallWithTheTolerance(name: String) throws {
        let problem = try #require(ExactProblems.smooth.first { $0.name == name })
        let times = grid(0, problem.end, 37)
        func error(_ tolerance: Double) throws -> Double {
            let input = SubjectInput(to: problem.end, reportTimes: times)
            let found = try laneSimulation(problem.model, tolerance: tolerance).run([input])[0]
            #expect(found.isCompleted, "\(found.failure?.description ?? "")")
            var worst = 0.0
            for (timeIndex, time) in times.enumerated() {
                for (outputIndex, expected) in problem.solution(time).enumerated() {
                    worst = max(worst, abs(found[timeIndex, outputIndex] - expected))
                }
            }
            return worst
        }
        let size = abs(problem.solution(0).max() ?? 1) + 1
        let coarse = try error(1e-3)
        let fine = try error(1e-6)
        #expect(coarse < 0.02 * size)
        #expect(fine < 2e-5 * size)
        #expect(fine < 0.05 * coarse)
    }

    @Test func robertsonIsStiffOverElevenDecades() throws {
        let model = ReferenceProblems.robertson(conserving: false)
        let found = try laneSimulation(model, tolerance: 1e-6).run([
            SubjectInput(to: 40, reportTimes: [40]), SubjectInput(to: 1e9, reportTimes: [1e9]),
        ])
        for (value, expected) in zip(found[0].values, ReferenceProblems.robertsonAt40) {
            #expect(abs(value - expected) < 1e-5 * expected)
        }
        #expect(abs(found[1].values.reduce(0, +) - 1) < 1e-9)
        #expect(found[1].values[0] > 0 && found[1].values[0] < 1e-4)
        #expect(found[1].statistics.steps < 400)
        #expect(found[1].statistics.methods == ["Rodas4, 8 lanes"])
    }
}
