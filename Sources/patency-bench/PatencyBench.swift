import Foundation
import Solvers
import Studies

/// Measures what later work must beat and prints one table; `precision` prints error against cost instead.
@main struct PatencyBench {
    static func main() throws {
        print("patency \(BuildFacts.version), SUNDIALS \(BuildFacts.sundials), \(BuildFacts.cpuFeatures)")
        let courses = [
            ("vitaminK.mk4.oral", 10.0), ("vitaminK.k1.oral", 1), ("vitaminK.mk7.oral", 0.18), ("skin.topical", 10),
            ("warfarin.oral", 5), ("", 0),
        ]
        if CommandLine.arguments.contains("precision") {
            for (input, amount) in courses { try WorkPrecision(doseInput: input, amount: amount).printTable() }
            return
        }
        if CommandLine.arguments.contains("periods") {
            for (input, amount) in courses where !input.isEmpty {
                try PeriodPrecision(doseInput: input, amount: amount).printTable()
            }
            return
        }
        print("Ten years, a dose a day: MK-4 10 mg by mouth. Seconds a person; eight people with drawn parameters.")
        let alone = try TenYears(doseInput: courses[0].0, amount: courses[0].1, relativeTolerance: 1e-4).run()
        let baseline = alone.seconds / Double(alone.trajectories.count)
        show("CVODES 1e-4", alone, baseline: baseline)
        for tolerance in [1e-3, 3e-4, 1e-4] {
            let problem = TenYears(doseInput: courses[0].0, amount: courses[0].1, relativeTolerance: tolerance)
            show("lanes \(tolerance)", try problem.runInLanes(), baseline: baseline)
        }
    }

    private static func show(_ name: String, _ outcome: TenYears.Outcome, baseline: Double) {
        let count = outcome.trajectories.count
        let statistics = outcome.trajectories.map(\.statistics)
        func mean(_ value: (SolverStatistics) -> Int) -> Int { statistics.reduce(0) { $0 + value($1) } / count }
        let seconds = outcome.seconds / Double(count)
        print(
            String(
                format: "%@  %.3f s  ratio %.1f  steps %d  rejected %d  f calls %d  balance %.4f s", name, seconds,
                baseline / seconds, mean(\.steps), mean(\.errorTestFailures), mean(\.rightHandSideCalls),
                outcome.balanceSeconds / Double(count)))
        for case let failure? in outcome.trajectories.map(\.failure) { print(failure) }
    }
}
