/// Terms of the Systems Biology Ontology for the parts of a model.
///
/// - Source: the terms and their names as at identifiers.org/SBO.
public enum OntologyTerm: String, Sendable, CaseIterable {
    case framework = "SBO:0000293"
    case compartment = "SBO:0000290"
    case materialEntity = "SBO:0000240"
    case simpleChemical = "SBO:0000247"
    case polypeptide = "SBO:0000252"
    case quantitativeParameter = "SBO:0000002"
    case firstOrderRateConstant = "SBO:0000035"
    case process = "SBO:0000375"
    case firstOrderMassAction = "SBO:0000049"

    /// What the term is called.
    public var name: String {
        switch self {
        case .framework: "non-spatial continuous framework"
        case .compartment: "physical compartment"
        case .materialEntity: "material entity"
        case .simpleChemical: "simple chemical"
        case .polypeptide: "polypeptide chain"
        case .quantitativeParameter: "quantitative systems description parameter"
        case .firstOrderRateConstant: "forward unimolecular rate constant, continuous case"
        case .process: "process"
        case .firstOrderMassAction: "mass action rate law for first order irreversible reactions, continuous scheme"
        }
    }

    public var address: String { "https://identifiers.org/\(rawValue)" }

    /// The term of a species, by the first address of what it is; `nil` where that is not known.
    public static func ofSpecies(identifiedBy address: String?) -> OntologyTerm? {
        guard let address else { return nil }
        return address.contains("CHEBI:")
            ? .simpleChemical : address.contains("uniprot:") ? .polypeptide : .materialEntity
    }
}

extension Reaction {
    /// The constant of a first-order law k · reactant; `nil` where the law is another.
    ///
    /// - Parameter isConstant: whether a symbol is a parameter that nothing changes.
    public func firstOrderConstant(where isConstant: (String) -> Bool) -> String? {
        guard reactants.count == 1, reactants[0].stoichiometry == 1, case .apply(.multiply) = rate.kind,
            rate.operands.count == 2
        else { return nil }
        let symbols = rate.operands.compactMap(\.symbolIdentifier)
        guard symbols.count == 2, let place = symbols.firstIndex(of: reactants[0].species) else { return nil }
        let other = symbols[1 - place]
        return isConstant(other) ? other : nil
    }
}
