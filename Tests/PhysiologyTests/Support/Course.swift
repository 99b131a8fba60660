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
    ///   - anyone: number of a person of `Anyone`, in place of `person` and `diet`.
    ///   - family: whose model; people's, where none is named.
    ///   - change: what is done to the model before it runs, such as a leak.
    init(
        person: String = "{}", diet: String = "{}", doses: [String] = [], hours: [Double],
        parameters: [String: Double] = [:], anyone: Int? = nil, family: any ModelFamily = Flagship(),
        relativeTolerance: Double = 1e-6, change: (@Sendable (inout Model) -> Void)? = nil
    ) throws {
        let scenario = try Self.scenario(person: person, diet: diet, doses: doses, hours: hours, family: family)
        try self.init(
            arm: scenario.arms[0], inputs: scenario.inputs, hours: hours, parameters: parameters, anyone: anyone,
            family: family, relativeTolerance: relativeTolerance, change: change)
    }

    init(
        arm: Scenario.Arm, inputs: [String: Double], hours: [Double], parameters: [String: Double] = [:],
        anyone: Int? = nil, family: any ModelFamily = Flagship(),
        relativeTolerance: Double = 1e-6, change: (@Sendable (inout Model) -> Void)? = nil
    ) throws {
        let model = try OpenFlagship(family: family, change: change)
            .armModel(using: Set(arm.regimens.map(\.doseInput)))
        let drawn = anyone.map { Anyone.parameters($0, of: model) } ?? [:]
        let subject = Subject(
            parameters: model.parameters(from: inputs.merging(arm.inputs) { _, own in own })
                .merging(drawn) { _, own in own }.merging(parameters) { _, own in own },
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

    /// What a scenario file would say of one arm.
    static func scenario(
        person: String, diet: String, doses: [String], hours: [Double], family: any ModelFamily
    ) throws -> Scenario {
        let lines = doses.map { "\"\($0)\"" }.joined(separator: ", ")
        let text = """
            person: \(person)
            diet: \(diet)
            arms:
              - {name: arm, doses: [\(lines)]}
            horizon: \(max(hours.last ?? 0, 1)) h
            report: every \(max(hours.last ?? 0, 1)) h
            """
        return try Scenario(parsing: text, file: "course.yaml", for: family)
    }

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
struct OpenFlagship: ModelFamily {
    var family: any ModelFamily = Flagship()
    let change: (@Sendable (inout Model) -> Void)?

    var vocabulary: ScenarioVocabulary { family.vocabulary }
    var standingIntake: [String: String] { family.standingIntake }
    func safetyStatements(for scenario: Scenario) -> [String] { family.safetyStatements(for: scenario) }

    func model(using doseInputs: Set<String>) -> Model {
        var model = family.model(using: doseInputs)
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

    /// Models of the unchanged flagship are made once, by species and doses.
    private static let known = Mutex<[[String]: ArmModel]>([:])

    func armModel(using doseInputs: Set<String>) throws -> ArmModel {
        if change != nil { return try ArmModel(self, using: doseInputs, kernel: .standard) }
        let key = ["\(type(of: family))"] + doseInputs.sorted()
        if let model = Self.known.withLock({ $0[key] }) { return model }
        let model = try ArmModel(self, using: doseInputs, kernel: .standard)
        Self.known.withLock { $0[key] = model }
        return model
    }
}

/// Hours of whole days.
func days(_ numbers: Double...) -> [Double] { numbers.map { $0 * 24 } }
/// From 0 to `end` in equal steps [h].
func every(_ step: Double, to end: Double) -> [Double] { Array(stride(from: 0, through: end, by: step)) }

extension Model {
    /// Makes what an assignment or a reaction says 0 from a time on [h].
    mutating func stop(_ identifier: String, at hour: Double) {
        func stopped(_ formula: Modeling.Expression, _ unit: Modeling.Unit) -> Modeling.Expression {
            piecewise([(formula, when: .time < .number(hour, .hour))], otherwise: .number(0, unit))
        }
        for index in rules.indices {
            guard case .assignment(identifier, let formula) = rules[index] else { continue }
            rules[index] = .assignment(identifier, stopped(formula, quantity(identifier)!.unit))
        }
        for index in reactions.indices where reactions[index].identifier == identifier {
            reactions[index].rate = stopped(reactions[index].rate, .picomolePerHour)
        }
    }

    /// Replaces the formula of a quantity that an assignment determines.
    mutating func assign(_ identifier: String, _ formula: Modeling.Expression) {
        rules = rules.map { rule in
            if case .assignment(identifier, _) = rule { return .assignment(identifier, formula) }
            return rule
        }
    }
}

extension Model {
    /// Counts what some flows move in all, as the state `total.name`.
    mutating func count(_ flows: [String], as name: String, unit: Modeling.Unit) {
        var total = Quantity(
            "total.\(name)", .species(compartment: nil, isAmountInMath: true, isBoundary: false), unit: unit)
        total.initial = .number(0, unit)
        total.isConstant = false
        total.isPinned = true
        quantities.append(total)
        let output = "state.\(total.identifier)"
        outputs.append(Output(output, .symbol(total.identifier), unit: unit, label: total.identifier))
        for index in reactions.indices where flows.contains(reactions[index].identifier) {
            reactions[index].products.append(.init(total.identifier))
        }
    }
}

/// Whether values never go down along a list, but for what a solver's tolerance leaves open.
func neverFalls(_ values: [Double], slack: Double = 1e-5) -> Bool {
    let room = slack * (values.map(abs).max() ?? 0)
    return zip(values, values.dropFirst()).allSatisfy { $1 >= $0 - room }
}

/// Whether values never go up along a list, but for the same.
func neverRises(_ values: [Double], slack: Double = 1e-5) -> Bool { neverFalls(values.map { -$0 }, slack: slack) }
