import Foundation
import Modeling

@testable import Physiology
@testable import Studies

/// The flagship run once with its own numbers, no draw: outputs over time for one person and some doses.
struct Course {
    /// [h]
    let times: [Double]
    private let values: [String: [Double]]

    /// - Parameters:
    ///   - person, diet: as in a scenario file, such as `{age: 70 y}`.
    ///   - doses: dose lines.
    ///   - hours: report times, ascending from 0.
    ///   - parameters: values that replace the model's.
    init(
        person: String = "{}", diet: String = "{}", doses: [String] = [], hours: [Double], parameters: [String: Double] = [:]
    ) throws {
        let lines = doses.map { "\"\($0)\"" }.joined(separator: ", ")
        let text = """
            person: \(person)
            diet: \(diet)
            arms:
              - {name: arm, doses: [\(lines)]}
            horizon: \(max(hours.last ?? 0, 1)) h
            report: every \(max(hours.last ?? 0, 1)) h
            """
        let scenario = try Scenario(parsing: text, file: "course.yaml", for: Flagship())
        let arm = scenario.arms[0]
        let model = try ArmModel(Flagship(), using: Set(arm.regimens.map(\.doseInput)), kernel: .standard)
        let subject = Subject(
            parameters: model.parameters(from: scenario.inputs).merging(parameters) { _, own in own },
            balanceParameters: try model.standingParameters(of: arm.regimens, family: Flagship()), regimens: arm.regimens,
            times: hours, seed: 1, drawIndex: 0)
        switch try SolverChoice.standard.makeSimulator(model.kernel).outcome(of: subject) {
        case .failed(let message): throw Failure(message: message)
        case .solved(let found, _):
            times = hours
            values = Dictionary(uniqueKeysWithValues: zip(model.kernel.layout.outputs.map(\.identifier), found))
        }
    }

    struct Failure: Error { let message: String }

    /// Values of an output at the report times.
    subscript(output: String) -> [Double] { values[output]! }

    /// Value of an output at one of the report times.
    func value(_ output: String, at hour: Double) -> Double { values[output]![times.firstIndex(of: hour)!] }

    /// Value at the start.
    func start(_ output: String) -> Double { values[output]![0] }

    /// Value at the end.
    func end(_ output: String) -> Double { values[output]!.last! }

    /// Largest value.
    func maximum(_ output: String) -> Double { values[output]!.max()! }

    /// Area under the course by trapezes [output unit · h].
    func area(_ output: String) -> Double {
        let values = self[output]
        return times.indices.dropFirst().reduce(0) { sum, index in
            sum + (times[index] - times[index - 1]) * (values[index] + values[index - 1]) / 2
        }
    }
}

/// Hours of whole days.
func days(_ numbers: Double...) -> [Double] { numbers.map { $0 * 24 } }
/// From 0 to `end` in equal steps [h].
func every(_ step: Double, to end: Double) -> [Double] { Array(stride(from: 0, through: end, by: step)) }
