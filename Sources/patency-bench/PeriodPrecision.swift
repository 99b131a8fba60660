import Foundation
import Solvers

/// Passing over periods against every dose simulated: seconds, periods, largest difference of an output.
struct PeriodPrecision {
    let doseInput: String
    let amount: Double
    var subjectCount = 8
    var years = 10.0

    func printTable() throws {
        let problem = TenYears(
            doseInput: doseInput, amount: amount, relativeTolerance: 3e-4, subjectCount: subjectCount, years: years)
        let brute = try problem.runInLanes()
        print(doseInput, amount, "a day over", years, "years: dose by dose", brute.seconds / Double(subjectCount), "s a person")
        for (order, tolerance, growth) in [(2, 1e-4, 2.0), (3, 2e-4, 2), (3, 1e-4, 1.6), (3, 5e-5, 2), (4, 1e-4, 1.6), (4, 5e-5, 1.5)] {
            var settings = MultirevolutionSettings()
            settings.highestOrder = order
            settings.relativeTolerance = tolerance
            settings.largestGrowth = growth
            let (fast, work) = try problem.runByPeriods(settings)
            let error = WorkPrecision(doseInput: doseInput, amount: amount).error(fast.trajectories, brute.trajectories)
            print(order, tolerance, growth, "  by periods", fast.seconds / Double(subjectCount), "s, ratio", brute.seconds / fast.seconds, error, "periods", work.map(\.periodsSimulated).reduce(0, +) / subjectCount, "strides", work.map(\.stridesTaken).reduce(0, +) / subjectCount, "rejected", work.map(\.stridesRejected).reduce(0, +) / subjectCount, "steps", fast.trajectories[0].statistics.steps, "M", work.map(\.derivativesTaken).reduce(0, +) / subjectCount)
            for case let failure? in fast.trajectories.map(\.failure) { print(failure) }
            let (a, b) = (fast.trajectories[0], brute.trajectories[0])
            if order == 9 { for output in a.names.indices {
                print(a.names[output], [1, 2, 3, 6, 12, 30, 60, 90, 120].map { String(format: "%.1e", (a[$0, output] - b[$0, output]) / (abs(b[$0, output]) + 1e-30)) }.joined(separator: " "))
            } }
        }
    }
}
