import Foundation
import Solvers
import Studies

/// Measures what later work must beat and prints one table.
@main struct PatencyBench {
    static func main() throws {
        print("patency \(BuildFacts.version), SUNDIALS \(BuildFacts.sundials), Swift \(BuildFacts.swiftVersion)")
        if CommandLine.arguments.contains("precision") {
            for (input, amount) in [
                ("vitaminK.mk4.oral", 10.0), ("vitaminK.k1.oral", 1), ("vitaminK.mk7.oral", 0.18), ("skin.topical", 10),
                ("warfarin.oral", 5), ("", 0),
            ] { try WorkPrecision(doseInput: input, amount: amount).printTable() }
            return
        }
        let input = "vitaminK.mk4.oral"
        for tolerance in [Double]() {
            let case0 = TenYears(name: "MK-4 10 mg", doseInput: input, amount: 10, relativeTolerance: tolerance)
            let outcome = try case0.run()
            print(tolerance, outcome)
        }
        for tolerance in [3e-4] {
            let lanes = try TenYearsInLanes(doseInput: input, amount: 10, relativeTolerance: tolerance).run()
            let count = lanes.trajectories.count
            for trajectory in lanes.trajectories { if let failure = trajectory.failure { print(failure) } }
            let s = lanes.trajectories[0].statistics
            print(tolerance, lanes.runSeconds / Double(count), "s per person,", count, s.steps, s.errorTestFailures, s.rightHandSideCalls, s.methods, "balance", lanes.balanceSeconds / Double(count))
        }
    }
}
