import Codegen
import Foundation
import Modeling
import Solvers
import Studies
import Testing

@testable import Physiology

/// The flagship by the lane solver against CVODES at a tight tolerance.
@Suite struct LaneFlagshipTests {
    /// Dose inputs with amounts [unit of the input] and intervals [h].
    static let courses: [[(input: String, amount: Double, interval: Double)]] = [
        [], [("vitaminK.mk4.oral", 10, 24)], [("vitaminK.mk4.oral", 15, 8)], [("vitaminK.k1.oral", 1, 24)],
        [("skin.topical", 10, 72)], [("warfarin.oral", 5, 24), ("vitaminK.mk4.oral", 10, 24)],
    ]

    /// The outputs of some drawn people over some days, by lanes at the studies' tolerance and by CVODES at 1e-8.
    func trajectories(course: Int, days: Double, people: Int) throws -> (lanes: [Trajectory], exact: [Trajectory]) {
        let doses = Self.courses[course]
        let system = try EquationSystem(Flagship().model(using: Set(doses.map(\.input))))
        let scalar = try BytecodeKernel(system)
        let layout = scalar.layout
        let regimens = doses.map { dose in
            Regimen(
                doseIndex: layout.doses.firstIndex { $0.identifier == dose.input }!, amount: dose.amount, start: 0,
                interval: dose.interval)
        }
        let exact = try Simulation(kernel: scalar, settings: SolverSettings(method: .bdf, relativeTolerance: 1e-8))
        let draws = ParameterDraws(seed: 3)
        var inputs: [SubjectInput] = []
        for person in 0..<people {
            var overrides: [Slot: Double] = [:]
            for (name, value) in draws.values(for: system.model, drawIndex: person) {
                if let index = layout.parameterIndex(name) { overrides[.parameter(index)] = value }
            }
            inputs.append(
                SubjectInput(
                    overrides: overrides, initialState: try exact.balance(overrides: overrides).state,
                    doses: DoseSchedule(regimens), to: 24 * days, reportTimes: (0...40).map { 0.6 * days * Double($0) },
                    subject: UInt64(person)))
        }
        let lanes = try LaneSimulation(
            kernel: BytecodeKernel(system, laneCount: 8), scalar: scalar,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: SolverChoice.standard.relativeTolerance))
        return (try lanes.run(inputs), try inputs.map { try exact.run($0) })
    }

    /// Epoxide is the small difference of two fast flows and follows each dose over four decades; nothing else reads it.
    private static let shareOfEpoxide = 0.03

    /// Largest error of an output relative to its size, where it is at least a hundredth of its largest.
    func error(_ found: Trajectory, _ expected: Trajectory) -> (Double, String) {
        var worst = (0.0, "")
        for (output, name) in found.names.enumerated() {
            let largest = expected.times.indices.map { abs(expected[$0, output]) }.max()!
            for time in expected.times.indices where largest > 0 {
                let size = max(abs(expected[time, output]), 0.01 * largest)
                let share = name.hasPrefix("epoxide") ? Self.shareOfEpoxide : 1
                let error = share * abs(found[time, output] - expected[time, output]) / size
                if !(error <= worst.0) { worst = (error, "\(name) at \(expected.times[time]) h") }
            }
        }
        return worst
    }

    @Test(arguments: courses.indices) func everyCourseAgreesOverAMonth(course: Int) throws {
        #if DEBUG
            let (days, people) = (10.0, 1)
        #else
            let (days, people) = (30.0, 8)
        #endif
        let (lanes, exact) = try trajectories(course: course, days: days, people: people)
        for (found, expected) in zip(lanes, exact) {
            #expect(found.isCompleted, "\(found.failure?.description ?? "")")
            let (size, place) = error(found, expected)
            #expect(size < 1e-3, "\(place)")
            #expect(found.statistics.dosesGiven == expected.statistics.dosesGiven)
            #expect(found.statistics.restarts == expected.statistics.restarts)
        }
    }

    #if !DEBUG
        @Test func tenYearsOfDailyDosesStayAccurate() throws {
            let (lanes, exact) = try trajectories(course: 1, days: 3652.5, people: 1)
            let (size, place) = error(lanes[0], exact[0])
            #expect(size < 1e-3, "\(place)")
            #expect(lanes[0].statistics.steps < 150_000)
        }
    #endif
}
