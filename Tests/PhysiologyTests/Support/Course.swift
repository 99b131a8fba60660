import Foundation
import Modeling
import Solvers
import Synchronization

@testable import Physiology
@testable import Studies

/// The flagship run once with its own numbers, no draw: outputs and states over time for one person and some doses.
struct Course {
    /// [h]
    let times: [Double]
    private let values: [String: [Double]]
    /// Typical magnitude of each state [its unit].
    let typicalMagnitudes: [String: Double]

    /// - Parameters:
    ///   - person, diet: as in a scenario file, such as `{age: 70 y}`.
    ///   - doses: dose lines.
    ///   - hours: report times, ascending from 0.
    ///   - parameters: values that replace the model's.
    ///   - change: what is done to the model before it runs, such as a leak.
    init(
        person: String = "{}", diet: String = "{}", doses: [String] = [], hours: [Double],
        parameters: [String: Double] = [:],
        relativeTolerance: Double = 1e-6, change: (@Sendable (inout Model) -> Void)? = nil
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
        try self.init(
            arm: scenario.arms[0], inputs: scenario.inputs, hours: hours, parameters: parameters,
            relativeTolerance: relativeTolerance,
            change: change)
    }

    init(
        arm: Scenario.Arm, inputs: [String: Double], hours: [Double], parameters: [String: Double] = [:],
        relativeTolerance: Double = 1e-6, change: (@Sendable (inout Model) -> Void)? = nil
    ) throws {
        let model = try OpenFlagship(change: change).armModel(using: Set(arm.regimens.map(\.doseInput)))
        let subject = Subject(
            parameters: model.parameters(from: inputs.merging(arm.inputs) { _, own in own }).merging(parameters) {
                _, own in own
            },
            balanceParameters: try model.standingParameters(of: arm.regimens, family: Flagship()),
            regimens: arm.regimens,
            times: hours, seed: 1, drawIndex: 0)
        let solver = SolverChoice.sundials(SolverSettings(relativeTolerance: relativeTolerance))
        switch try solver.makeSimulator(model.kernel).outcome(of: subject) {
        case .failed(let message): throw Failure(message: message)
        case .solved(let found, _):
            times = hours
            values = Dictionary(uniqueKeysWithValues: zip(model.kernel.layout.outputs.map(\.identifier), found))
        }
        typicalMagnitudes = Dictionary(
            uniqueKeysWithValues: model.kernel.layout.states.map { ($0.identifier, $0.typicalMagnitude ?? 1) })
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

    /// Values of a state at the report times.
    func state(_ identifier: String) -> [Double] { values["state.\(identifier)"]! }

    /// Sum of the states whose identifiers begin so, at the report times: counted here, not by the model.
    func sum(ofStates prefix: String) -> [Double] {
        let series = values.filter { $0.key.hasPrefix("state.\(prefix)") }.sorted { $0.key < $1.key }.map(\.value)
        return times.indices.map { time in series.reduce(0) { $0 + $1[time] } }
    }
}

/// The flagship with every state as an output of its own, and whatever else is done to it.
private struct OpenFlagship: ModelFamily {
    let change: (@Sendable (inout Model) -> Void)?

    var vocabulary: ScenarioVocabulary { Flagship().vocabulary }
    var standingIntake: [String: String] { Flagship().standingIntake }
    func safetyStatements(for scenario: Scenario) -> [String] { Flagship().safetyStatements(for: scenario) }

    func model(using doseInputs: Set<String>) -> Model {
        var model = Flagship().model(using: doseInputs)
        for quantity in model.quantities {
            guard case .species = quantity.kind else { continue }
            model.outputs.append(
                Output(
                    "state.\(quantity.identifier)", .symbol(quantity.identifier), unit: quantity.unit,
                    label: quantity.identifier))
        }
        change?(&model)
        return model
    }

    /// Models of the unchanged flagship are made once.
    private static let known = Mutex<[Set<String>: ArmModel]>([:])

    func armModel(using doseInputs: Set<String>) throws -> ArmModel {
        if change != nil { return try ArmModel(self, using: doseInputs, kernel: .standard) }
        if let model = Self.known.withLock({ $0[doseInputs] }) { return model }
        let model = try ArmModel(self, using: doseInputs, kernel: .standard)
        Self.known.withLock { $0[doseInputs] = model }
        return model
    }
}

/// Hours of whole days.
func days(_ numbers: Double...) -> [Double] { numbers.map { $0 * 24 } }
/// From 0 to `end` in equal steps [h].
func every(_ step: Double, to end: Double) -> [Double] { Array(stride(from: 0, through: end, by: step)) }

extension Model {
    /// Replaces the formula of a quantity that an assignment determines.
    mutating func assign(_ identifier: String, _ formula: Modeling.Expression) {
        rules = rules.map { rule in
            if case .assignment(identifier, _) = rule { return .assignment(identifier, formula) }
            return rule
        }
    }
}
