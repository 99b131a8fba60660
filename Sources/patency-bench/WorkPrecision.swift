import Foundation
import Solvers

/// Error against cost: outputs by the lane solver and by CVODES at several tolerances, against CVODES at 1e-9.
struct WorkPrecision {
    let doseInput: String
    let amount: Double
    var subjectCount = 8
    var years = 1.0

    func printTable() throws {
        func problem(_ tolerance: Double) -> TenYears {
            TenYears(
                doseInput: doseInput, amount: amount, relativeTolerance: tolerance, subjectCount: subjectCount,
                years: years)
        }
        print(doseInput.isEmpty ? "no dose" : "\(doseInput) \(amount) a day", "over \(years) years")
        let truth = try problem(1e-9).run().trajectories
        for tolerance in [1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5] {
            for (name, outcome) in [
                ("lanes", try problem(tolerance).runInLanes()), ("CVODES", try problem(tolerance).run()),
            ] {
                print(
                    "  \(name) \(tolerance): \(error(outcome.trajectories, truth)),",
                    "steps \(outcome.trajectories[0].statistics.steps), seconds \(outcome.seconds / Double(subjectCount))"
                )
            }
        }
    }

    /// Largest and root-mean-square relative error over people, times and outputs, with the worst output.
    ///
    /// Relative to the value, and where the output passes through zero to a hundredth of its largest.
    func error(_ found: [Trajectory], _ truth: [Trajectory]) -> String {
        var worst = 0.0
        var name = ""
        var sum = 0.0
        var count = 0.0
        var farCount = 0.0
        for (own, other) in zip(found, truth) {
            for output in other.names.indices {
                let largest = other.times.indices.map { abs(other[$0, output]) }.max() ?? 0
                for time in other.times.indices {
                    let size = max(abs(other[time, output]), 0.01 * largest)
                    guard size > 0 else { continue }
                    let error = abs(own[time, output] - other[time, output]) / size
                    sum += error * error
                    count += 1
                    if !(error <= 1e-3) { farCount += 1 }
                    if !(error <= worst) {
                        worst = error
                        name = "\(other.names[output]) at \(other.times[time])"
                    }
                }
            }
        }
        return String(
            format: "largest error %.1e (%@), rms %.1e, over 0.1 %% in %.4f %%", worst, name,
            (sum / count).squareRoot(), 100 * farCount / count)
    }
}
