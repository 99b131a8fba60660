import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// The Rosenbrock methods for one subject: coefficients by observed order, agreement with lanes and with CVODES.
@Suite struct RosenbrockTests {
    private static func settings(_ method: RosenbrockMethod, tolerance: Double) -> SolverSettings {
        var settings = SolverSettings(method: .rosenbrock, relativeTolerance: tolerance)
        settings.rosenbrock = method
        return settings
    }

    /// Largest error at times in steps of fixed length: at their ends, and at four points within each.
    private func errors(
        _ problem: ExactProblem, _ method: RosenbrockMethod, stepCount: Int
    ) throws -> (atEnds: Double, within: Double) {
        var settings = Self.settings(method, tolerance: 1e9)
        settings.absoluteTolerance = 1e9
        settings.maximumStep = problem.end / Double(stepCount)
        let times = grid(0, problem.end, 5 * stepCount)
        let found = try Simulation(kernel: makeKernel(problem.model), settings: settings)
            .run(to: problem.end, reportTimes: times)
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

    @Test(arguments: RosenbrockMethod.allCases, ["stiff", "driven"])
    func errorsFallWithThePowerOfTheOrder(method: RosenbrockMethod, name: String) throws {
        let problem = name == "stiff" ? LaneOrderTests.stiff : LaneOrderTests.driven
        // At order five the stiff problem reaches rounding with more steps.
        let count = name == "stiff" ? 10 : 20
        let coarse = try errors(problem, method, stepCount: count)
        let fine = try errors(problem, method, stepCount: 2 * count)
        let order = log2(coarse.atEnds / fine.atEnds)
        let expected = method == .rodas5 || method == .rodas5P ? 5.0 : 4
        #expect(order > expected - 0.5, "\(method) \(name) \(order): \(coarse) \(fine)")
        #expect(log2(coarse.within / fine.within) > expected - 1.3, "\(method) \(name): \(coarse) \(fine)")
    }

    @Test(arguments: ExactProblems.smooth.map(\.name), RosenbrockMethod.allCases)
    func errorsFallWithTheTolerance(name: String, method: RosenbrockMethod) throws {
        let problem = try #require(ExactProblems.smooth.first { $0.name == name })
        let times = grid(0, problem.end, 37)
        func error(_ tolerance: Double) throws -> Double {
            let found = try Simulation(
                kernel: makeKernel(problem.model), settings: Self.settings(method, tolerance: tolerance)
            ).run(to: problem.end, reportTimes: times)
            #expect(found.isCompleted, "\(found.failure?.description ?? "")")
            return times.indices.map { time in
                zip(problem.solution(times[time]).indices, problem.solution(times[time]))
                    .map { abs(found[time, $0] - $1) }.max() ?? 0
            }.max() ?? 0
        }
        let size = abs(problem.solution(0).max() ?? 1) + 1
        let (coarse, fine) = (try error(1e-3), try error(1e-8))
        #expect(coarse < 0.02 * size)
        #expect(fine < 1e-6 * size)
        #expect(fine < 0.05 * coarse)
    }

    /// The same steps as a lane takes, but for the order of additions.
    @Test func oneSubjectIsAsInALane() throws {
        let model = SampleModels.pharmacokinetics
        let times = grid(0, 48, 96)
        let doses: DoseSchedule = [Regimen(doseIndex: 0, amount: 100, start: 1, interval: 8)]
        let alone = try simulation(model, .rosenbrock, tolerance: 1e-5).run(doses: doses, to: 48, reportTimes: times)
        let lane = try laneSimulation(model, tolerance: 1e-5).run([
            SubjectInput(doses: doses, to: 48, reportTimes: times)
        ])[0]
        #expect(alone.statistics.steps == lane.statistics.steps)
        for (a, b) in zip(alone.values, lane.values) { #expect(abs(a - b) <= 1e-9 * (1 + abs(a))) }
    }

    @Test(arguments: RosenbrockMethod.allCases) func robertsonIsStiffOverElevenDecades(method: RosenbrockMethod) throws
    {
        let model = ReferenceProblems.robertson(conserving: false)
        let simulation = try Simulation(kernel: makeKernel(model), settings: Self.settings(method, tolerance: 1e-6))
        let early = try simulation.run(to: 40, reportTimes: [40])
        for (value, expected) in zip(early.values, ReferenceProblems.robertsonAt40) {
            #expect(abs(value - expected) < 1e-5 * expected)
        }
        let late = try simulation.run(to: 1e9, reportTimes: [1e9])
        #expect(abs(late.values.reduce(0, +) - 1) < 1e-8)
        #expect(late.statistics.steps < 400)
    }

    @Test func resultsDoNotDependOnRunsBefore() throws {
        let simulation = try simulation(ReferenceProblems.robertson(conserving: false), .rosenbrock)
        let first = try simulation.run(to: 40, reportTimes: [1, 40])
        _ = try simulation.run(to: 1e6, reportTimes: [1e6])
        let again = try simulation.run(to: 40, reportTimes: [1, 40])
        #expect(first.values == again.values)
    }

    @Test func whatItCannotDoIsRefusedByName() throws {
        let error = #expect(throws: SolverError.self) { _ = try simulation(SampleModels.tinyDAE, .rosenbrock) }
        #expect(error?.description.contains("has algebraic states (dae.z)") == true)
    }
}
