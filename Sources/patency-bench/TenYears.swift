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

    private func system() throws -> EquationSystem {
        try EquationSystem(Flagship().model(using: doseInput.isEmpty ? [] : [doseInput]))
    }

    private func inputs(_ system: EquationSystem, _ simulation: Simulation) throws -> [SubjectInput] {
        let layout = simulation.kernel.layout
        let hours = years * Unit.year.scale / Unit.hour.scale
        let regimens = layout.doses.indices.filter { layout.doses[$0].identifier == doseInput }.map {
            Regimen(doseIndex: $0, amount: amount, start: 0, interval: 24, end: hours)
        }
        let draws = ParameterDraws(seed: 1, posterior: Flagship().posterior)
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
    func runInLanes(_ kernels: KernelChoice = .standard) throws -> Outcome {
        var (lanes, inputs, outcome) = try prepared(kernels)
        outcome.seconds = try ProcessorTime.seconds { outcome.trajectories = try lanes.run(inputs) }
        return outcome
    }

    /// Periods passed over, eight people at a time or one after another.
    func runByPeriods(
        _ kernels: KernelChoice = .standard, inLanes: Bool = true
    ) throws -> (outcome: Outcome, work: [MultirevolutionWork]) {
        var (lanes, inputs, outcome) = try prepared(kernels)
        let simulation =
            inLanes
            ? MultirevolutionSimulation(lanes)
            : MultirevolutionSimulation(try Simulation(kernel: lanes.scalar, settings: lanes.settings))
        var work: [MultirevolutionWork] = []
        outcome.seconds = try ProcessorTime.seconds {
            let results = try simulation.run(inputs)
            outcome.trajectories = results.map(\.trajectory)
            work = results.map(\.work)
        }
        return (outcome, work)
    }

    private func prepared(
        _ kernels: KernelChoice
    ) throws -> (lanes: LaneSimulation, inputs: [SubjectInput], outcome: Outcome) {
        let system = try system()
        let scalar = try kernels.makeKernel(system)
        guard let wide = try kernels.makeLaneKernel(system) else {
            throw SolverError.unavailable("it has no lanes", library: "kernel \(kernels.name)")
        }
        let lanes = try LaneSimulation(
            kernel: wide, scalar: scalar,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: relativeTolerance))
        let simulation = try Simulation(kernel: scalar)
        var outcome = Outcome()
        var inputs: [SubjectInput] = []
        outcome.balanceSeconds = try ProcessorTime.seconds { inputs = try self.inputs(system, simulation) }
        return (lanes, inputs, outcome)
    }

    /// One at a time.
    func run(_ kernels: KernelChoice = .standard, method: IntegrationMethod = .bdf) throws -> Outcome {
        let system = try system()
        let simulation = try Simulation(
            kernel: kernels.makeKernel(system),
            settings: SolverSettings(method: method, relativeTolerance: relativeTolerance))
        var outcome = Outcome()
        var inputs: [SubjectInput] = []
        outcome.balanceSeconds = try ProcessorTime.seconds { inputs = try self.inputs(system, simulation) }
        outcome.seconds = try ProcessorTime.seconds { outcome.trajectories = try inputs.map { try simulation.run($0) } }
        return outcome
    }
}
