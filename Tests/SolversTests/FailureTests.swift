import Codegen
import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

@Suite struct FailureTests {
    @Test(arguments: [IntegrationMethod.automatic, .bdf, .adams, .ida])
    func growthWithoutBoundNamesTimeStateAndRemedy(method: IntegrationMethod) throws {
        let result = try simulation(ReferenceProblems.blowUp, method).run(to: 2, reportTimes: [0.5, 1.5], subject: 17)
        let failure = try #require(result.failure)
        #expect(abs(failure.time - 1) < 0.01)
        #expect(failure.suspects.first?.identifier == "b.y")
        #expect(failure.suspects.first!.value > 100)
        #expect(failure.subject == 17)
        let text = failure.description
        for part in ["blowUp, subject 17: stopped at", " h: ", "b.y = ", "last event: none", "remedy: "] {
            #expect(text.contains(part), "\(part) is missing in\n\(text)")
        }
        #expect(abs(result[0, 0] - 2) < 1e-4)
        #expect(result[1, 0].isNaN)
    }

    @Test func rateThatIsNoNumberIsNamed() throws {
        let model = eventModel([], states: ["a", "b"], rates: [("a", -1), ("b", sqrt(1 + .symbol("a")))])
        let failure = try #require(simulation(model).run(to: 5, reportTimes: [5]).failure)
        #expect(failure.suspects.contains { $0.identifier == "b" })
        #expect(abs(failure.time - 1) < 0.01, "\(failure)")
    }

    @Test func stepLimitIsReported() throws {
        var settings = SolverSettings()
        settings.maximumSteps = 10
        let result = try Simulation(kernel: makeKernel(ExactProblems.oscillator.model), settings: settings)
            .run(to: 25, reportTimes: [25])
        #expect(result.failure?.kind == .tooManySteps)
        #expect(result.failure?.description.contains("more than 10 steps") == true)
    }

    @Test func refusalsNameKernelAndCapability() throws {
        let lanes = try BytecodeKernel(EquationSystem(ExactProblems.decay.model), laneCount: 8)
        #expect(throws: SolverError.self) { try Simulation(kernel: lanes) }
        do {
            _ = try Simulation(kernel: lanes)
        } catch {
            #expect(error.description.contains("bytecode, 8 lanes") && error.description.contains("8 subjects at once"))
        }
        #expect(throws: SolverError.self) { try simulation(SampleModels.tinyDAE, .bdf) }
    }
}
