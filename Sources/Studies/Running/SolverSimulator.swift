import Modeling
import Solvers

/// Simulates subjects one at a time by SUNDIALS.
final class SolverSimulator: SubjectSimulator {
    private let preparation: SubjectPreparation

    /// - Throws: ``Solvers/SolverError`` where the kernel cannot do what the solver needs.
    init(_ kernel: any Kernel, settings: SolverSettings) throws {
        preparation = SubjectPreparation(try Simulation(kernel: kernel, settings: settings))
    }

    func outcome(of subject: Subject) -> SubjectOutcome {
        do {
            return preparation.outcome(try preparation.simulation.run(preparation.input(for: subject)))
        } catch {
            return .failed("\(error)")
        }
    }
}

/// Simulates subjects by a Rosenbrock method, in lanes or alone, passing over periods of repeated doses; balance before
/// day 0 is one at a time.
final class RepeatedDoseSimulator: SubjectSimulator {
    private let preparation: SubjectPreparation
    private let simulation: MultirevolutionSimulation

    /// - Throws: ``Solvers/SolverError`` where a kernel cannot do what the solver needs.
    init(_ kernel: any Kernel, scalar: any Kernel, settings: SolverSettings) throws {
        simulation = MultirevolutionSimulation(
            try LaneSimulation(kernel: kernel, scalar: scalar, settings: settings))
        preparation = SubjectPreparation(try Simulation(kernel: scalar))
    }

    /// One subject at a time.
    ///
    /// - Throws: ``Solvers/SolverError`` where the kernel cannot do what the solver needs.
    init(alone kernel: any Kernel, settings: SolverSettings) throws {
        simulation = MultirevolutionSimulation(try Simulation(kernel: kernel, settings: settings))
        preparation = SubjectPreparation(try Simulation(kernel: kernel))
    }

    func outcome(of subject: Subject) -> SubjectOutcome { outcomes(of: [subject])[0] }

    func outcomes(of subjects: [Subject]) -> [SubjectOutcome] {
        var outcomes = [SubjectOutcome](repeating: .failed("not run"), count: subjects.count)
        var inputs: [SubjectInput] = []
        var indices: [Int] = []
        for (index, subject) in subjects.enumerated() {
            do {
                inputs.append(try preparation.input(for: subject).validated(for: simulation.layout))
                indices.append(index)
            } catch {
                outcomes[index] = .failed("\(error)")
            }
        }
        do {
            for (index, result) in zip(indices, try simulation.run(inputs)) {
                let repeats = subjects[index].regimens.contains { $0.interval != nil }
                outcomes[index] = preparation.outcome(result.trajectory, passedOver: repeats ? result.work : nil)
            }
        } catch {
            for index in indices { outcomes[index] = .failed("\(error)") }
        }
        return outcomes
    }
}
