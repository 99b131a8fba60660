import Modeling

extension ModelWriting {
    mutating func writeCompartments(_ xml: inout XMLText) {
        let found = model.quantities.filter { $0.kind == .compartment }
        guard !found.isEmpty else { return }
        xml.begin("listOfCompartments")
        for quantity in found {
            let name = math.names[quantity.identifier]
            let attributes: XMLText.Attributes = [
                ("id", name), ("name", nameAttribute(quantity.identifier, written: name)),
                ("spatialDimensions", spatialDimensions(of: quantity.unit)), ("size", startNumber(quantity)),
                ("units", unitAttribute(quantity.unit)), ("constant", truth(constants.contains(quantity.identifier))),
            ]
            element("compartment", attributes, described(quantity, sbo: OntologyTerm.compartment.rawValue), &xml)
        }
        xml.end()
    }

    private func spatialDimensions(of unit: Unit) -> String? {
        for (count, dimension) in [(3, Unit.litre), (2, Unit.metre.power(2)), (1, .metre)]
        where unit.isSameDimension(as: dimension) {
            return "\(count)"
        }
        return nil
    }

    mutating func writeSpecies(_ xml: inout XMLText) {
        let moved = Set(model.reactions.flatMap { ($0.reactants + $0.products).map(\.species) })
        let species = model.quantities.filter { if case .species = $0.kind { true } else { false } }
        guard !species.isEmpty else { return }
        let amounts = FormulaUnits(model)
        xml.begin("listOfSpecies")
        for quantity in species {
            guard case .species(let compartment?, let isAmount, let isBoundary) = quantity.kind else { continue }
            let name = math.names[quantity.identifier]
            let start = startOfSpecies(quantity, in: compartment, isAmount: isAmount)
            let unit = amounts.amountUnit(ofSpecies: quantity.identifier) ?? quantity.unit
            let isConstant = constants.contains(quantity.identifier)
            // What reactions name and nothing changes must be a boundary species.
            let isFixed = isBoundary || isConstant && moved.contains(quantity.identifier)
            let attributes: XMLText.Attributes = [
                ("id", name), ("name", nameAttribute(quantity.identifier, written: name)),
                ("compartment", math.names[compartment]), ("initialAmount", start.amount),
                ("initialConcentration", start.concentration),
                ("substanceUnits", unit == modelUnits.extent ? nil : math.units.identifier(of: unit)),
                ("hasOnlySubstanceUnits", truth(isAmount)), ("boundaryCondition", truth(isFixed)),
                ("constant", truth(isConstant)),
                ("conversionFactor", quantity.conversionFactor.map { math.names[$0] }),
            ]
            element("species", attributes, described(quantity, sbo: speciesTerm(quantity.identifier)), &xml)
        }
        xml.end()
    }

    /// A simple chemical or a protein, where it is known to be one.
    private func speciesTerm(_ identifier: String) -> String? {
        OntologyTerm.ofSpecies(identifiedBy: annotations.identities[identifier]?.first)?.rawValue
    }

    /// The number a species starts with, as the kind of value it was given as.
    private func startOfSpecies(
        _ quantity: Quantity, in compartment: String, isAmount: Bool
    ) -> (amount: String?, concentration: String?) {
        guard let initial = quantity.initial else { return (nil, nil) }
        if let number = startNumber(quantity) { return isAmount ? (number, nil) : (nil, number) }
        guard case .apply(let operation) = initial.kind, initial.operands.count == 2,
            initial.operands[1].symbolIdentifier == compartment, case .number(let value, _) = initial.operands[0].kind,
            !value.isNaN
        else { return (nil, nil) }
        if operation == .divide, !isAmount { return (NumberText.attribute(value), nil) }
        if operation == .multiply, isAmount { return (nil, NumberText.attribute(value)) }
        return (nil, nil)
    }

    mutating func writeParameters(_ xml: inout XMLText) {
        let found = model.quantities.filter {
            $0.kind == .parameter && !localIdentifiers.contains($0.identifier)
                && !references.quantities.contains($0.identifier)
        }
        let bounds = fluxBoundParameters()
        guard !(found.isEmpty && bounds.isEmpty) else { return }
        xml.begin("listOfParameters")
        for quantity in found {
            let name = math.names[quantity.identifier]
            let attributes: XMLText.Attributes = [
                ("id", name), ("name", nameAttribute(quantity.identifier, written: name)),
                ("value", startNumber(quantity)), ("units", unitAttribute(quantity.unit)),
                ("constant", truth(constants.contains(quantity.identifier))),
            ]
            element("parameter", attributes, described(quantity, sbo: parameterTerm(quantity)), &xml)
        }
        for (name, value) in bounds {
            xml.empty("parameter", [("id", name), ("value", NumberText.attribute(value)), ("constant", "true")])
        }
        xml.end()
    }

    private func parameterTerm(_ quantity: Quantity) -> String? {
        if firstOrderConstants.contains(quantity.identifier) { return OntologyTerm.firstOrderRateConstant.rawValue }
        return quantity.evidence == nil ? nil : OntologyTerm.quantitativeParameter.rawValue
    }

    /// The number a quantity starts with; `nil` for a formula, for none, and for one that is no number.
    func startNumber(_ quantity: Quantity) -> String? {
        guard case .number(let value, _)? = quantity.initial?.kind, !value.isNaN else { return nil }
        return NumberText.attribute(value)
    }

    mutating func writeInitialAssignments(_ xml: inout XMLText) {
        let found = model.quantities.filter { quantity in
            guard let initial = quantity.initial, !localIdentifiers.contains(quantity.identifier) else { return false }
            if case .number = initial.kind { return false }
            guard case .species(let compartment?, let isAmount, _) = quantity.kind else { return true }
            let start = startOfSpecies(quantity, in: compartment, isAmount: isAmount)
            return start.amount == nil && start.concentration == nil
        }
        guard !found.isEmpty else { return }
        xml.begin("listOfInitialAssignments")
        for quantity in found {
            xml.begin("initialAssignment", [("symbol", math.names[quantity.identifier])])
            math.math(quantity.initial!, into: &xml, unit: quantity.unit)
            xml.end()
        }
        xml.end()
    }

    mutating func writeRules(_ xml: inout XMLText) {
        let stoichiometries = model.reactions.flatMap { references.written[$0.identifier] ?? [] }
            .compactMap { reference in reference.formula.map { (reference.identifier!, $0) } }
        guard !(model.rules.isEmpty && stoichiometries.isEmpty) else { return }
        xml.begin("listOfRules")
        for rule in model.rules {
            switch rule {
            case .assignment(let variable, let formula):
                xml.begin("assignmentRule", [("variable", math.names[variable])])
                math.math(formula, into: &xml, unit: math.inference.unit(ofSymbol: variable))
            case .rate(let variable, let formula):
                xml.begin("rateRule", [("variable", math.names[variable])])
                math.math(
                    formula, into: &xml, unit: math.inference.unit(ofSymbol: variable).map { $0 / model.timeUnit })
            case .algebraic(let formula):
                xml.begin("algebraicRule")
                math.math(formula, into: &xml)
            }
            xml.end()
        }
        for (name, formula) in stoichiometries {
            xml.begin("assignmentRule", [("variable", name)])
            math.math(formula, into: &xml, unit: .dimensionless)
            xml.end()
        }
        xml.end()
    }

    func truth(_ value: Bool) -> String { value ? "true" : "false" }
}
