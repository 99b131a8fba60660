import CLibSBML
import Modeling

extension ModelReading {
    mutating func readReactions() {
        for index in 0..<Model_getNumReactions(source) {
            guard let element = Model_getReaction(source, index), let name = text(Reaction_getId(element)) else {
                continue
            }
            let law = Reaction_getKineticLaw(element)
            let node = law.flatMap { tree(KineticLaw_getMath($0), of: $0, named: name) }
            var rate: Expression = .number(.nan)
            if let law, let node {
                guard let read = formula(node, in: law, named: name, names: localNames(law, of: name)) else { continue }
                rate = read
            }
            var reaction = Reaction(name, from: [], to: [], rate: rate)
            // A reaction without a law says nothing about its species; their references still have values.
            let reactants = (0..<Reaction_getNumReactants(element)).compactMap { Reaction_getReactant(element, $0) }
            let products = (0..<Reaction_getNumProducts(element)).compactMap { Reaction_getProduct(element, $0) }
            let consumed = reactants.compactMap { participant($0, of: name) }
            let formed = products.compactMap { participant($0, of: name) }
            if node != nil {
                reaction.reactants = consumed
                reaction.products = formed
            }
            reaction.isFast = level == 3 && document.version > 1 ? false : Reaction_getFast(element) != 0
            reaction.line = line(element)
            model.reactions.append(reaction)
        }
    }

    /// Local parameters become parameters named `reaction.local`, which no SBML identifier can clash with.
    private mutating func localNames(_ law: OpaquePointer, of reaction: String) -> [String: Expression] {
        var names: [String: Expression] = [:]
        for index in 0..<KineticLaw_getNumParameters(law) {
            guard let element = KineticLaw_getParameter(law, index), let name = text(Parameter_getId(element)) else {
                continue
            }
            let unit = units.unit(text(Parameter_getUnits(element)))
            let value = Parameter_isSetValue(element) != 0 ? Parameter_getValue(element) : .nan
            var quantity = Quantity("\(reaction).\(name)", .parameter, unit: unit, initial: .number(value, unit))
            quantity.line = line(element)
            model.quantities.append(quantity)
            names[name] = .symbol(quantity.identifier)
        }
        return names
    }

    /// A species reference; one with an identifier becomes a parameter that rules and events may change.
    private mutating func participant(_ element: OpaquePointer, of reaction: String) -> Reaction.Participant? {
        guard let species = text(SpeciesReference_getSpecies(element)) else { return nil }
        let stoichiometry: Expression = .number(declaredStoichiometry(element))
        if let wrapper = SpeciesReference_getStoichiometryMath(element), let node = StoichiometryMath_getMath(wrapper) {
            return formula(node, in: element, named: reaction).map { Reaction.Participant(species, stoichiometry: $0) }
        }
        guard let name = text(SBase_getIdAttribute(element)) else {
            return Reaction.Participant(species, stoichiometry: stoichiometry)
        }
        var quantity = Quantity(name, .parameter, unit: .dimensionless)
        quantity.isConstant = level > 2 ? SpeciesReference_getConstant(element) != 0 : true
        setInitial(&quantity, stoichiometry)
        quantity.line = line(element)
        model.quantities.append(quantity)
        return Reaction.Participant(species, stoichiometry: .symbol(name))
    }

    private func declaredStoichiometry(_ element: OpaquePointer) -> Double {
        if level > 2, SpeciesReference_isSetStoichiometry(element) == 0 { return .nan }
        let value = SpeciesReference_getStoichiometry(element)
        return level == 1 ? value / Double(SpeciesReference_getDenominator(element)) : value
    }
}
