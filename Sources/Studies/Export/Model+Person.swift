import Modeling
import Solvers

extension ArmModel {
    /// The arm's model for one person, with numbers in place of what the program does before day 0.
    ///
    /// Inputs become the parameters' values; states start at rest with diet and standing regimens, pinned ones as their
    /// formulas say; no parameter is drawn.
    /// - Parameters:
    ///   - inputs: of person and diet, in the units of the family's vocabulary.
    ///   - regimens: those that are standing count before day 0.
    ///   - family: that the model is of.
    ///   - settings: of the solver that looks for rest.
    /// - Throws: ``StudyError``; `SolverError`; ``StudyError/noBalance(_:)`` where states do not come to rest.
    public func model(
        forPersonWith inputs: [String: Double], regimens: [Scenario.Regimen] = [], family: any ModelFamily,
        settings: SolverSettings = SolverSettings()
    ) throws -> Model {
        let given = parameters(from: inputs)
        let standing = try standingParameters(of: regimens, family: family)
        let layout = kernel.layout
        var overrides: [Slot: Double] = [:]
        for (identifier, value) in given.merging(standing, uniquingKeysWith: { $1 }) {
            try checkSettable(identifier)
            if let index = layout.parameterIndex(identifier) { overrides[.parameter(index)] = value }
        }
        let state: [Double]
        switch try Simulation(kernel: kernel, settings: settings).balance(overrides: overrides) {
        case .atRest(let found): state = found
        case .failed(let failure): throw StudyError.noBalance("\(failure)")
        }
        var result = model
        let indices = result.quantityIndices()
        for (identifier, value) in given {
            guard let index = indices[identifier] else { continue }
            result.quantities[index].initial = .number(value, result.quantities[index].unit)
        }
        for (variable, value) in zip(layout.states, state) where !variable.isPinned {
            guard let index = indices[variable.identifier] else { continue }
            let quantity = result.quantities[index]
            if case .species(let compartment?, false, _) = quantity.kind {
                result.quantities[index].initial = .number(value, variable.unit) / .symbol(compartment)
            } else {
                result.quantities[index].initial = .number(value, quantity.unit)
            }
        }
        return result
    }
}
