import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

func makeKernel(_ model: Model) throws -> BytecodeKernel { try BytecodeKernel(EquationSystem(model)) }

func simulation(
    _ model: Model, _ method: IntegrationMethod = .automatic, tolerance: Double = 1e-6
) throws -> Simulation {
    try Simulation(kernel: makeKernel(model), settings: SolverSettings(method: method, relativeTolerance: tolerance))
}

func grid(_ start: Double, _ end: Double, _ count: Int) -> [Double] {
    (0...count).map { start + (end - start) * Double($0) / Double(count) }
}

@Suite struct IntegrationTests {
    static func error(_ problem: ExactProblem, _ method: IntegrationMethod, _ tolerance: Double) throws -> Double {
        let times = grid(0, problem.end, 37)
        let result = try simulation(problem.model, method, tolerance: tolerance).run(
            to: problem.end, reportTimes: times)
        #expect(result.isCompleted, "\(result.failure?.description ?? "")")
        var worst = 0.0
        for (timeIndex, time) in times.enumerated() {
            for (outputIndex, expected) in problem.solution(time).enumerated() {
                worst = max(worst, abs(result[timeIndex, outputIndex] - expected))
            }
        }
        return worst
    }

    @Test(arguments: ExactProblems.smooth.map(\.name), [IntegrationMethod.automatic, .bdf, .adams, .ida])
    func errorFallsWithTheTolerance(name: String, method: IntegrationMethod) throws {
        let problem = try #require(ExactProblems.smooth.first { $0.name == name })
        if name == "stiffPair", method == .adams { return }
        let size = abs(problem.solution(0).max() ?? 1) + 1
        let coarse = try Self.error(problem, method, 1e-4)
        let fine = try Self.error(problem, method, 1e-8)
        #expect(coarse < 0.05 * size)
        #expect(fine < 1e-5 * size)
        #expect(fine < 0.05 * coarse)
    }

    @Test func adamsAndBDFAgree() throws {
        let model = SampleModels.pharmacokinetics
        let times = grid(0, 24, 10)
        let doses: DoseSchedule = [Regimen(doseIndex: 0, amount: 100, start: 1, interval: 8)]
        let adams = try simulation(model, .adams, tolerance: 1e-8).run(doses: doses, to: 24, reportTimes: times)
        let bdf = try simulation(model, .bdf, tolerance: 1e-8).run(doses: doses, to: 24, reportTimes: times)
        #expect(adams.statistics.methods == ["CVODES Adams"])
        #expect(bdf.statistics.methods == ["CVODES BDF"])
        for (a, b) in zip(adams.values, bdf.values) { #expect(abs(a - b) <= 1e-5 * (1 + abs(a))) }
    }

    @Test func stiffSystemsStartWithBDF() throws {
        let robertson = try simulation(ReferenceProblems.robertson(conserving: false), tolerance: 1e-8)
            .run(to: 40, reportTimes: [40])
        #expect(robertson.statistics.methods.last == "CVODES BDF")
        for (found, expected) in zip(robertson.values, ReferenceProblems.robertsonAt40) {
            #expect(abs(found - expected) < 1e-6 * expected)
        }
        let oscillator = try simulation(ExactProblems.oscillator.model).run(to: 25, reportTimes: [25])
        #expect(oscillator.statistics.methods == ["CVODES Adams"])
    }

    /// What a user asks for by tolerance and size alone; algebraic states, delays and kernels without a Jacobian keep their own methods.
    @Test func looseTolerancesAndFewStatesTakeRodas4() throws {
        func methods(_ tolerance: Double, stateLimit: Int = 200) throws -> [String] {
            var settings = SolverSettings(relativeTolerance: tolerance)
            settings.rosenbrockStateLimit = stateLimit
            let kernel = try BytecodeKernel(EquationSystem(ReferenceProblems.robertson(conserving: false)))
            let run = try Simulation(kernel: kernel, settings: settings).run(to: 40, reportTimes: [40])
            #expect(zip(run.values, ReferenceProblems.robertsonAt40).allSatisfy { abs($0 - $1) < 1e-2 * $1 })
            return run.statistics.methods
        }
        #expect(try methods(1e-4) == ["Rodas4"])
        #expect(try methods(1e-6).allSatisfy { $0.hasPrefix("CVODES") })
        #expect(try methods(1e-4, stateLimit: 2).allSatisfy { $0.hasPrefix("CVODES") })
    }

    @Test func robertsonWithAConservedTotalRunsByIDA() throws {
        let times = [0.4, 4, 40]
        let result = try simulation(ReferenceProblems.robertson(conserving: true), tolerance: 1e-8)
            .run(to: 40, reportTimes: times)
        #expect(result.isCompleted, "\(result.failure?.description ?? "")")
        #expect(result.statistics.methods == ["IDA"])
        for (found, expected) in zip(result.values.suffix(3), ReferenceProblems.robertsonAt40) {
            #expect(abs(found - expected) < 1e-6 * expected)
        }
        for timeIndex in times.indices {
            #expect(abs((0..<3).reduce(0) { $0 + result[timeIndex, $1] } - 1) < 1e-9)
        }
    }

    @Test func algebraicStatesAreConsistentFromTheFirstReport() throws {
        let result = try simulation(SampleModels.tinyDAE).run(to: 5, reportTimes: grid(0, 5, 20))
        #expect(result.isCompleted)
        for residual in try #require(result.values(of: "residual")) { #expect(abs(residual) < 1e-5) }
        #expect(abs(result[0, 0] - 1) < 1e-8)
    }

    @Test func aKernelWithoutJacobianIsIntegratedByDifferences() throws {
        let kernel = try makeKernel(ExactProblems.stiffPair.model)
        let plain = try Simulation(kernel: kernel, settings: .init(method: .bdf)).run(to: 5, reportTimes: [5])
        let blind = try Simulation(kernel: WithoutJacobian(base: kernel), settings: .init(method: .bdf))
            .run(to: 5, reportTimes: [5])
        #expect(abs(plain.values[0] - blind.values[0]) < 1e-6)
        #expect(blind.statistics.rightHandSideCalls > plain.statistics.rightHandSideCalls)
    }

    @Test(arguments: ["pharmacokinetics", "variable volume", "non-autonomous", "events", "tiny DAE"])
    func everyKernelGivesTheSameTrajectory(name: String) throws {
        let system = try EquationSystem(#require(SampleModels.all.first { $0.name == name }).model)
        let kernels: [any Kernel] = [ReferenceKernel(system), try BytecodeKernel(system)]
        let doses: DoseSchedule = system.layout.doses.isEmpty ? .none : [Regimen(doseIndex: 0, amount: 9, start: 0.5)]
        let runs = try kernels.map {
            try Simulation(kernel: $0, settings: SolverSettings(relativeTolerance: 1e-9))
                .run(doses: doses, to: 4, reportTimes: grid(0, 4, 9))
        }
        #expect(runs[0].isCompleted)
        for (a, b) in zip(runs[0].values, runs[1].values) { #expect(abs(a - b) <= 1e-6 * (1 + abs(a))) }
    }

    @Test func aModelWithoutStatesReportsItsFormulas() throws {
        let builder = ModelBuilder(name: "still", timeUnit: .second)
        builder.output("twice", 2 * Expression.time, .second, label: "twice")
        let result = try simulation(builder.model).run(to: 3, reportTimes: [0, 1.5, 3])
        #expect(result.values == [0, 3, 6])
    }
}

/// A kernel that hides its derivatives.
struct WithoutJacobian: Kernel {
    let base: any Kernel
    var name: String { "blind \(base.name)" }
    var layout: KernelLayout { base.layout }
    var capabilities: KernelCapabilities { [] }
    var laneCount: Int { base.laneCount }
    func makeWorkspace() -> any KernelWorkspace { base.makeWorkspace() }
}
