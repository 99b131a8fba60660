import Modeling

/// What a run of one model reports: amounts, `[concentrations]`, sizes, parameters, stoichiometries, reaction rates.
public struct ColumnSelection: Hashable, Sendable {
    /// Names as written; brackets ask for a concentration.
    public var names: [String]
    /// Species without brackets that are asked as concentrations all the same, as the SBML Test Suite's settings do.
    public var concentrations: Set<String>

    /// - Parameters:
    ///   - names: as written.
    ///   - concentrations: species meant as concentrations without brackets.
    public init(_ names: [String], concentrations: Set<String> = []) {
        self.names = names
        self.concentrations = concentrations
    }

    /// Every species, as amounts; where there is none, every quantity that is no constant.
    public static func standard(for model: Model) -> ColumnSelection {
        let species = model.quantities.filter { if case .species = $0.kind { true } else { false } }
        let chosen = species.isEmpty ? model.quantities.filter { !$0.isConstant } : species
        return ColumnSelection(chosen.map(\.identifier))
    }

    /// The model with these columns as its outputs.
    ///
    /// - Parameter model: what is asked.
    /// - Throws: `ModelError` with every name that the model does not have, or that has no concentration.
    public func applied(to model: Model) throws(ModelError) -> Model {
        let indices = model.quantityIndices()
        let reactions = Set(model.reactions.map(\.identifier))
        var issues: [Issue] = []
        var result = model
        result.outputs = names.compactMap { name in
            let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
            let bare = isBracketed ? String(name.dropFirst().dropLast()) : name
            if let index = indices[bare] {
                let quantity = model.quantities[index]
                let formula = Self.formula(
                    quantity, asConcentration: isBracketed || concentrations.contains(bare), isBracketed: isBracketed)
                if let formula { return Output(name, formula, unit: quantity.unit, label: name) }
                issues.append(
                    Issue(.undefined, bare, "has no concentration", remedy: "ask for it without brackets"))
            } else if !isBracketed, reactions.contains(bare) {
                return Output(name, .symbol(bare), unit: .dimensionless, label: name)
            } else {
                issues.append(
                    Issue(
                        .undefined, bare,
                        "is asked for, but the model has no species, compartment, parameter or "
                            + "reaction of that name", remedy: "correct the selection"))
            }
            return nil
        }
        guard issues.isEmpty else { throw ModelError(model: model.name, issues: issues) }
        return result
    }

    /// Amount, concentration or value; `nil` where a concentration of something without one is asked.
    private static func formula(
        _ quantity: Quantity, asConcentration: Bool, isBracketed: Bool
    ) -> Expression? {
        let symbol = Expression.symbol(quantity.identifier)
        guard case .species(let compartment?, let isAmount, _) = quantity.kind else {
            return isBracketed ? nil : symbol
        }
        if isAmount == !asConcentration { return symbol }
        return asConcentration ? symbol / .symbol(compartment) : symbol * .symbol(compartment)
    }
}
