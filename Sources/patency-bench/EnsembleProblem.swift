import Foundation
import ModelFormats
import Modeling
import Physiology
import Solvers
import Studies

/// One model for many people: its file for others, its equations for us, and the parameters that vary.
struct EnsembleProblem {
    let title: String
    /// What another simulator reads, with its names of outputs and parameters.
    let file: URL
    let peerOutputs: [String]
    let peerParameters: [String]
    let system: EquationSystem
    /// Of ours, in the order of the peer's.
    let outputs: [String]
    let parameters: [String]
    /// [subject][parameter]
    var rows: [[Double]]
    let doses: DoseSchedule
    /// Everyone's, as the file says [stateCount].
    let start: [Double]
    let times: [Double]

    func inputs(_ count: Int) -> [SubjectInput] {
        let indices = parameters.map { system.layout.parameterIndex($0)! }
        return rows.prefix(count).enumerated().map { subject, row in
            SubjectInput(
                overrides: Dictionary(uniqueKeysWithValues: zip(indices.map { Slot.parameter($0) }, row)),
                initialState: start, doses: doses, to: times.last!, reportTimes: times, subject: UInt64(subject))
        }
    }

    /// Four weeks of MK-4 10 mg a day, at rest before; parameters as a study draws them.
    static func flagship(subjectCount: Int) throws -> EnsembleProblem {
        let input = "vitaminK.mk4.oral"
        let file = try Self.exportedFlagship()
        let exported = try SBMLReader.read(contentsOf: file).model
        let family = Flagship()
        let scenario = try Scenario(
            contentsOf: URL(fileURLWithPath: "Examples/newsletter.yaml"), for: family)
        let arm = scenario.arms.first { $0.name == SensitivityBench.arm }!
        let armModel = try ArmModel(family, using: [input], kernel: .bytecode)
        let model = try armModel.model(forPersonWith: scenario.inputs, regimens: arm.regimens, family: family)
        let system = try EquationSystem(model)
        let ofStarts = Self.startSymbols(exported)
        let varying = Set(exported.quantities.filter(\.isConstant).map(\.identifier)).subtracting(ofStarts)
        let draws = ParameterDraws(seed: 1)
        let given = armModel.parameters(from: scenario.inputs)
        let names = draws.values(for: family.model(using: [input]), drawIndex: 0).keys.sorted().filter {
            given[$0] == nil && varying.contains(Self.exported($0)) && system.layout.parameterIndex($0) != nil
        }
        let regimen = arm.regimens[0]
        let layout = system.layout
        let doseIndex = layout.doses.firstIndex { $0.identifier == input }!
        let attributes = regimen.attributes.compactMap { name, value in
            layout.doses[doseIndex].attributeParameters[name].map { ($0, value) }
        }
        let dose = Regimen(
            doseIndex: doseIndex, amount: regimen.amount, start: Self.firstDose, interval: 24, end: .infinity,
            attributes: Dictionary(uniqueKeysWithValues: attributes))
        return EnsembleProblem(
            title: "flagship, 28 daily doses of MK-4 10 mg", file: file,
            peerOutputs: SensitivityBench.outputs, peerParameters: names.map(Self.exported), system: system,
            outputs: SensitivityBench.outputs.map { $0.replacingOccurrences(of: "__", with: ".") }, parameters: names,
            rows: (0..<subjectCount).map { subject in
                let values = draws.values(for: model, drawIndex: subject)
                return names.map { values[$0]! }
            },
            doses: DoseSchedule([dose]), start: try Self.start(system, asIn: exported),
            times: [0] + SensitivityBench.times)
    }

    /// What is due at time 0 libroadrunner gives as it resets, by the file's numbers and not by a person's [h].
    private static let firstDose = 1.0

    /// The flagship's file, its doses later by `firstDose`.
    private static func exportedFlagship() throws -> URL {
        let file = try SensitivityBench.exportedFlagship()
        let start = #"(<parameter id="dose__1__start"[^>]* value=")0""#
        let text = try String(contentsOf: file, encoding: .utf8)
        let later = text.replacingOccurrences(of: start, with: "$1\(firstDose)\"", options: .regularExpression)
        precondition(later != text, "the exported flagship says dose.1.start otherwise than was thought")
        let moved = file.deletingLastPathComponent().appending(path: "bench-flagship-later.xml")
        try later.write(to: moved, atomically: true, encoding: .utf8)
        return moved
    }

    private static func exported(_ identifier: String) -> String {
        identifier.replacingOccurrences(of: ".", with: "__")
    }

    /// A file's course to `end`, each of its constants drawn around its value but those kept.
    static func file(
        _ model: BenchModel, title: String, keeping kept: Set<String> = [], end: Double, subjectCount: Int
    ) throws -> EnsembleProblem {
        let columns = model.reference?.columns ?? []
        let read = try ColumnSelection(columns).applied(to: SBMLReader.read(contentsOf: model.url).model)
        let system = try EquationSystem(read)
        let draws = ParameterDraws(seed: 1)
        let ofStarts = Self.startSymbols(read)
        let constants = read.quantities.filter { quantity in
            guard quantity.kind == .parameter, quantity.isConstant, !ofStarts.contains(quantity.identifier),
                !kept.contains(quantity.identifier),
                let index = system.layout.parameterIndex(quantity.identifier)
            else { return false }
            let parameter = system.layout.parameters[index]
            return parameter.isFree && parameter.defaultValue.isFinite && parameter.defaultValue != 0
                && !quantity.identifier.contains(".")
        }
        return EnsembleProblem(
            title: title, file: model.url, peerOutputs: columns, peerParameters: constants.map(\.identifier),
            system: system, outputs: columns, parameters: constants.map(\.identifier),
            rows: (0..<subjectCount).map { subject in
                constants.map { quantity in
                    let value = system.layout.parameters[system.layout.parameterIndex(quantity.identifier)!]
                        .defaultValue
                    return draws.value(
                        of: quantity.identifier, spread: .logNormal(coefficientOfVariation: 0.02), around: value,
                        drawIndex: subject)
                }
            },
            doses: .none, start: try Self.start(system),
            times: (0...100).map { end * Double($0) / 100 })
    }

    /// What sets a start: once it is changed some simulators set the start again and some do not, so it stays as it is.
    private static func startSymbols(_ model: Model) -> Set<String> {
        Set(model.quantities.flatMap { $0.initial?.symbols ?? [] })
    }

    /// Stored states of `system` where an exported file starts, at rest [stateCount].
    private static func start(_ system: EquationSystem, asIn exported: Model) throws -> [Double] {
        let other = try EquationSystem(exported)
        let values = Dictionary(uniqueKeysWithValues: zip(other.layout.states.map(\.identifier), try start(other)))
        return try zip(system.layout.states, start(system)).map { state, own in
            values[Self.exported(state.identifier)] ?? own
        }
    }

    /// Stored states as the model's formulas give them [stateCount].
    private static func start(_ system: EquationSystem) throws -> [Double] {
        let layout = system.layout
        let workspace = try KernelChoice.bytecode.makeKernel(system).makeWorkspace()
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        var values = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        workspace.evaluate(
            .initialValues, time: [0], state: [Double](repeating: 0, count: layout.states.count), into: &values)
        return Array(values.prefix(layout.states.count))
    }
}
