import Codegen
import Foundation
import Modeling
import Physiology
import Solvers
import Studies

/// Ten years of daily doses for several people at once, by the lane solver.
struct TenYearsInLanes {
    let doseInput: String
    let amount: Double
    let relativeTolerance: Double
    var subjectCount = 8
    var years = 10.0

    struct Outcome {
        var runSeconds = 0.0
        var trajectories: [Trajectory] = []
        var balanceSeconds = 0.0
    }

    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(body)
        return Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
    }

    var hours: Double { years * 365.25 * 24 }

    /// People whose parameters are drawn as a study draws them.
    func inputs(_ system: EquationSystem, _ kernel: any Kernel) throws -> (inputs: [SubjectInput], seconds: Double) {
        let draws = ParameterDraws(seed: 1)
        let simulation = try Simulation(kernel: kernel, settings: SolverSettings())
        let dose = kernel.layout.doses.firstIndex { $0.identifier == doseInput }
        let schedule = dose.map { DoseSchedule([Regimen(doseIndex: $0, amount: amount, start: 0, interval: 24, end: hours)]) }
        var inputs: [SubjectInput] = []
        let seconds = try Self.seconds {
            for subject in 0..<subjectCount {
                var overrides: [Slot: Double] = [:]
                for (name, value) in draws.values(for: system.model, drawIndex: subject) {
                    if let index = kernel.layout.parameterIndex(name) { overrides[.parameter(index)] = value }
                }
                guard let start = try simulation.balance(overrides: overrides).state else { continue }
                inputs.append(
                    SubjectInput(
                        overrides: overrides, initialState: start, doses: schedule ?? .none, to: hours,
                        reportTimes: (0...120).map { hours * Double($0) / 120 }, subject: UInt64(subject)))
            }
        }
        return (inputs, seconds)
    }

    func run() throws -> Outcome {
        let system = try EquationSystem(Flagship().model(using: doseInput.isEmpty ? [] : [doseInput]))
        let scalar = try BytecodeKernel(system)
        let lanes = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: scalar,
            settings: SolverSettings(relativeTolerance: relativeTolerance))
        let (inputs, balanceSeconds) = try inputs(system, scalar)
        var outcome = Outcome(balanceSeconds: balanceSeconds)
        outcome.runSeconds = try Self.seconds { outcome.trajectories = try lanes.run(inputs) }
        return outcome
    }

    /// The same people one at a time by CVODES.
    func reference(relativeTolerance: Double) throws -> [Trajectory] {
        let system = try EquationSystem(Flagship().model(using: doseInput.isEmpty ? [] : [doseInput]))
        let scalar = try BytecodeKernel(system)
        let simulation = try Simulation(kernel: scalar, settings: SolverSettings(method: .bdf, relativeTolerance: relativeTolerance))
        return try inputs(system, scalar).inputs.map { try simulation.run($0) }
    }
}
