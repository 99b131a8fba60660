import Foundation
import Solvers

/// Passing over periods against every dose simulated: seconds, periods, largest difference of an output.
struct PeriodPrecision {
    let doseInput: String
    let amount: Double
    /// Three times the lanes, so that few stand empty while the last courses end.
    var subjectCount = 24
    var years = 10.0
    /// Of the steps, on both sides: at what studies run on, 3e-4, the steps' own errors in the vitamin K cycle reach 2 %.
    var relativeTolerance = 1e-4

    func printTable() throws {
        let problem = TenYears(
            doseInput: doseInput, amount: amount, relativeTolerance: relativeTolerance, subjectCount: subjectCount,
            years: years)
        let brute = try problem.runInLanes()
        print("\(doseInput) \(amount) a day over \(years) years, \(subjectCount) people, seconds a person")
        let (fast, work) = try problem.runByPeriods()
        let error = WorkPrecision(doseInput: doseInput, amount: amount).error(fast.trajectories, brute.trajectories)
        func mean(_ value: (MultirevolutionWork) -> Int) -> Double {
            Double(work.map(value).reduce(0, +)) / Double(subjectCount)
        }
        print(
            String(
                format: "  dose by dose %.4f s; by periods %.4f s, ratio %.1f, ", brute.seconds / Double(subjectCount),
                fast.seconds / Double(subjectCount), brute.seconds / fast.seconds) + error)
        print(
            String(
                format:
                    "  of %.0f periods %.0f simulated, %.1f strides, %.1f rejected; dose by dose %.2f %% of the time",
                years * 365.25, mean(\.periodsSimulated), mean(\.stridesTaken), mean(\.stridesRejected),
                100 * work.map(\.timeSimulatedDirectly).reduce(0, +) / (years * 8766 * Double(subjectCount))))
        if CommandLine.arguments.contains("truth") {
            let tight = TenYears(
                doseInput: doseInput, amount: amount, relativeTolerance: 1e-5, subjectCount: subjectCount, years: years)
            let truth = try tight.runInLanes().trajectories
            let measure = WorkPrecision(doseInput: doseInput, amount: amount)
            print("  against every dose at 1e-5: every dose,", measure.error(brute.trajectories, truth))
            print("  against every dose at 1e-5: by periods,", measure.error(fast.trajectories, truth))
        }
        for case let failure? in fast.trajectories.map(\.failure) { print(failure) }
        try printAlone()
    }

    /// One person, against the faster way to simulate every dose of one.
    private func printAlone() throws {
        let problem = TenYears(
            doseInput: doseInput, amount: amount, relativeTolerance: relativeTolerance, subjectCount: 1, years: years)
        let every = try [("CVODES", problem.run()), ("Rodas4", problem.run(method: .rosenbrock))]
        let fast = try problem.runByPeriods(inLanes: false).outcome
        let fastest = every.map(\.1.seconds).min()!
        let times = every.map { String(format: "%.3f s by \($0.0)", $0.1.seconds) }.joined(separator: ", ")
        let error = WorkPrecision(doseInput: doseInput, amount: amount).error(
            fast.trajectories, every[1].1.trajectories)
        print(
            "  one person alone: dose by dose \(times); "
                + String(format: "by periods %.3f s, ratio %.1f, ", fast.seconds, fastest / fast.seconds) + error)
    }
}
