import Codegen
import Foundation
import Modeling
import Physiology
import Solvers
import Studies

/// Long dosing: years of doses every day, every dose a restart, for people drawn as a study draws them.
struct TenYears {
    let doseInput: String
    let amount: Double
    let relativeTolerance: Double
    var subjectCount = 8
    var years = 10.0

    struct Outcome {
        /// Of all people together.
        var seconds = 0.0
        var balanceSeconds = 0.0
        var trajectories: [Trajectory] = []
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(body)
        return Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
    }

    private func system() throws -> EquationSystem {
        try EquationSystem(Flagship().model(using: doseInput.isEmpty ? [] : [doseInput]))
    }

    private func inputs(_ system: EquationSystem, _ simulation: Simulation) throws -> [SubjectInput] {
        let layout = simulation.kernel.layout
        let hours = years * Unit.year.scale / Unit.hour.scale
        let regimens = layout.doses.indices.filter { layout.doses[$0].identifier == doseInput }.map {
            Regimen(doseIndex: $0, amount: amount, start: 0, interval: 24, end: hours)
        }
        let draws = ParameterDraws(seed: 1)
        return try (0..<subjectCount).map { subject in
            var overrides: [Slot: Double] = [:]
            for (name, value) in draws.values(for: system.model, drawIndex: subject) {
                if let index = layout.parameterIndex(name) { overrides[.parameter(index)] = value }
            }
            return SubjectInput(
                overrides: overrides, initialState: try simulation.balance(overrides: overrides).state,
                doses: DoseSchedule(regimens), to: hours, reportTimes: (0...120).map { hours * Double($0) / 120 },
                subject: UInt64(subject))
        }
    }

    /// Eight at a time by the lane solver.
    func runInLanes() throws -> Outcome {
        let system = try system()
        let scalar = try BytecodeKernel(system)
        let lanes = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: scalar,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: relativeTolerance))
        let simulation = try Simulation(kernel: scalar)
        var outcome = Outcome()
        var inputs: [SubjectInput] = []
        outcome.balanceSeconds = try Self.seconds { inputs = try self.inputs(system, simulation) }
        outcome.seconds = try Self.seconds { outcome.trajectories = try lanes.run(inputs) }
        return outcome
    }

    /// Eight at a time, periods passed over.
    func runByPeriods(_ settings: MultirevolutionSettings = MultirevolutionSettings()) throws -> (
        Outcome, [MultirevolutionWork]
    ) {
        let system = try system()
        let scalar = try BytecodeKernel(system)
        let lanes = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: scalar,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: relativeTolerance))
        let simulation = try Simulation(kernel: scalar)
        var outcome = Outcome()
        var inputs: [SubjectInput] = []
        var work: [MultirevolutionWork] = []
        outcome.balanceSeconds = try Self.seconds { inputs = try self.inputs(system, simulation) }
        outcome.seconds = try Self.seconds {
            let results = try MultirevolutionSimulation(lanes, settings: settings).run(inputs)
            outcome.trajectories = results.map(\.trajectory)
            work = results.map(\.work)
        }
        return (outcome, work)
    }

    /// One at a time by CVODES.
    func run() throws -> Outcome {
        let system = try system()
        let simulation = try Simulation(
            kernel: BytecodeKernel(system),
            settings: SolverSettings(method: .bdf, relativeTolerance: relativeTolerance))
        var outcome = Outcome()
        var inputs: [SubjectInput] = []
        outcome.balanceSeconds = try Self.seconds { inputs = try self.inputs(system, simulation) }
        outcome.seconds = try Self.seconds { outcome.trajectories = try inputs.map { try simulation.run($0) } }
        return outcome
    }
}
