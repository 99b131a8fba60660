import Modeling

/// The model of an arm, ready to run: checked, turned into equations and a kernel.
public struct ArmModel: Sendable {
    /// What tells models of one study apart.
    struct Identity: Hashable {
        /// Species of a family differ in name.
        let name: String
        let doseInputs: Set<String>
    }

    public let doseInputs: Set<String>
    var identity: Identity { Identity(name: model.name, doseInputs: doseInputs) }
    public let model: Model
    public let system: EquationSystem
    /// One subject at a time.
    public let kernel: any Kernel
    /// Several subjects at a time, where the kernel choice has such a kernel.
    public let laneKernel: (any Kernel)?
    /// Factor from the scenario's unit to the model's, for each input the model has.
    private let inputFactors: [String: Double]

    /// - Throws: `ModelError` for a faulty model; ``StudyError`` where vocabulary and model disagree.
    public init(_ family: any ModelFamily, using doseInputs: Set<String>, kernel choice: KernelChoice) throws {
        self.doseInputs = doseInputs
        model = try family.model(using: doseInputs).validated()
        system = try EquationSystem(model)
        kernel = try choice.makeKernel(system)
        laneKernel = try choice.makeLaneKernel(system)
        for identifier in doseInputs.sorted()
        where !kernel.layout.doses.contains(where: { $0.identifier == identifier }) {
            throw StudyError.missingDoseInput(identifier: identifier, model: model.name)
        }
        var factors: [String: Double] = [:]
        for field in family.vocabulary.fields {
            guard let quantity = model.quantity(field.input) else { continue }
            guard case .quantity(let unit, _) = field.form else { factors[field.input] = 1; continue }
            guard unit.isSameDimension(as: quantity.unit) else {
                throw StudyError.unitMismatch(input: field.input, field: unit, model: quantity.unit)
            }
            factors[field.input] = unit == quantity.unit ? 1 : unit.scale / quantity.unit.scale
        }
        inputFactors = factors
        for input in factors.keys.sorted() { try checkSettable(input) }
    }

    /// - Throws: ``StudyError/notSettable(identifier:model:)`` unless a caller may replace the value.
    public func checkSettable(_ identifier: String) throws(StudyError) {
        guard let index = kernel.layout.parameterIndex(identifier), kernel.layout.parameters[index].isFree else {
            throw .notSettable(identifier: identifier, model: model.name)
        }
    }

    /// Scenario inputs as parameters in the model's units; inputs that this model does not need fall away.
    public func parameters(from inputs: [String: Double]) -> [String: Double] {
        var result: [String: Double] = [:]
        for (input, value) in inputs {
            if let factor = inputFactors[input] { result[input] = value * factor }
        }
        return result
    }

    /// Average intake by standing regimens before day 0, as parameters.
    ///
    /// - Throws: ``StudyError/notStanding(substance:doseInput:)``.
    public func standingParameters(
        of regimens: [Scenario.Regimen], family: any ModelFamily
    ) throws(StudyError) -> [String: Double] {
        var result: [String: Double] = [:]
        for regimen in regimens where regimen.isStanding {
            guard let input = family.standingIntake[regimen.doseInput], let interval = regimen.interval,
                kernel.layout.parameterIndex(input) != nil
            else { throw .notStanding(substance: regimen.substance, doseInput: regimen.doseInput) }
            result[input, default: 0] += regimen.amount / interval
        }
        return result
    }

    /// Index of an output in the kernel's layout.
    ///
    /// - Throws: ``StudyError/missingOutput(identifier:model:)``.
    public func outputIndex(_ identifier: String) throws(StudyError) -> Int {
        guard let index = kernel.layout.outputIndex(identifier) else {
            throw .missingOutput(identifier: identifier, model: model.name)
        }
        return index
    }
}

/// Arm models by the doses they take, so that arms with the same doses share one.
public struct ArmModelLibrary {
    public let family: any ModelFamily
    public let kernel: KernelChoice
    private var models: [Key: ArmModel] = [:]

    private struct Key: Hashable {
        let species: String?
        let doseInputs: Set<String>
    }

    public init(family: any ModelFamily, kernel: KernelChoice) {
        self.family = family
        self.kernel = kernel
    }

    /// The family as one of its species; itself for `nil` and for a species it does not have.
    public func family(of species: String?) -> any ModelFamily {
        species.flatMap { family.species[$0] } ?? family
    }

    /// Makes the models of several arms over threads, each once.
    ///
    /// One that cannot be made is left to ``model(for:species:)``, which says why.
    mutating func prepare(_ arms: [[Scenario.Regimen]], threadCount: Int) throws {
        var seen: Set<Key> = []
        let missing = arms.map { Key(species: nil, doseInputs: Set($0.map(\.doseInput))) }
            .filter { models[$0] == nil && seen.insert($0).inserted }
        let (family, kernel) = (family, kernel)
        let made = try ParallelTasks(threadCount: threadCount).results(count: missing.count, makeWorker: {}) {
            _, index in
            try? ArmModel(family, using: missing[index].doseInputs, kernel: kernel)
        }
        for (key, model) in zip(missing, made) { models[key] = model }
    }

    /// The model for some regimens.
    ///
    /// - Throws: whatever ``ArmModel/init(_:using:kernel:)`` throws.
    public mutating func model(
        for regimens: [Scenario.Regimen], species: String? = nil
    ) throws -> ArmModel {
        let key = Key(species: species, doseInputs: Set(regimens.map(\.doseInput)))
        if let known = models[key] { return known }
        let model = try ArmModel(family(of: species), using: key.doseInputs, kernel: kernel)
        models[key] = model
        return model
    }
}
