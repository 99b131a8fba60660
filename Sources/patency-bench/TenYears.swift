import Codegen
import Foundation
import Modeling
import Physiology
import Solvers
import Studies

/// The baseline of long dosing: one person, one arm, ten years of doses every day, every dose a restart.
struct TenYears {
    let name: String
    let doseInput: String
    let amount: Double
    let relativeTolerance: Double

    struct Outcome {
        var buildSeconds = 0.0
        var balanceSeconds = 0.0
        var runSeconds = 0.0
        var statistics = SolverStatistics()
        var states = 0
        var instructions = 0
        var failure: String?
    }

    func run() throws -> Outcome {
        var outcome = Outcome()
        let clock = ContinuousClock()
        func seconds(_ body: () throws -> Void) rethrows -> Double {
            let elapsed = try clock.measure(body)
            return Double(elapsed.components.seconds) + 1e-18 * Double(elapsed.components.attoseconds)
        }
        var kernel: BytecodeKernel!
        outcome.buildSeconds = try seconds {
            kernel = try BytecodeKernel(EquationSystem(Flagship().model(using: [doseInput])))
        }
        outcome.states = kernel.layout.states.count
        outcome.instructions = kernel.instructionCount(of: .rightHandSide)
        let simulation = try Simulation(kernel: kernel, settings: SolverSettings(relativeTolerance: relativeTolerance))
        var start: [Double]?
        outcome.balanceSeconds = try seconds {
            if case .atRest(let state) = try simulation.balance() { start = state }
        }
        let hours = 10 * 365.25 * 24
        let dose = kernel.layout.doses.firstIndex { $0.identifier == doseInput }!
        let schedule: DoseSchedule = [Regimen(doseIndex: dose, amount: amount, start: 0, interval: 24, end: hours)]
        outcome.runSeconds = try seconds {
            let times = (0...120).map { hours * Double($0) / 120 }
            let trajectory = try simulation.run(initialState: start, doses: schedule, to: hours, reportTimes: times)
            outcome.statistics = trajectory.statistics
            outcome.failure = trajectory.failure.map { "\($0)" }
        }
        return outcome
    }
}
