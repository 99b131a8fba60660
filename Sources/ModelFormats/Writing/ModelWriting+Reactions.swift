import Modeling

extension ModelWriting {
    mutating func writeReactions(_ xml: inout XMLText) {
        guard !model.reactions.isEmpty else { return }
        xml.begin("listOfReactions")
        for reaction in model.reactions { write(reaction, &xml) }
        xml.end()
    }

    private mutating func write(_ reaction: Reaction, _ xml: inout XMLText) {
        let name = math.names[reaction.identifier]
        let isFirstOrder = firstOrderConstant(of: reaction) != nil
        let flux = fluxPlaces[reaction.identifier]
        let attributes: XMLText.Attributes = [
            ("id", name), ("name", nameAttribute(reaction.identifier, written: name)),
            ("reversible", truth(flux.map { fluxBalance!.fluxes[$0].lower < 0 } ?? !isFirstOrder)),
            ("fast", version == 1 ? truth(reaction.isFast) : nil),
            ("fbc:lowerFluxBound", flux.map { boundNames($0).lower }),
            ("fbc:upperFluxBound", flux.map { boundNames($0).upper }),
        ]
        let decoration = described(
            reaction.identifier, sbo: OntologyTerm.process.rawValue, summary: reaction.summary, grade: reaction.grade,
            evidence: nil)
        var law: Expression? = reaction.rate
        if case .number(let value, _) = reaction.rate.kind, value.isNaN,
            reaction.reactants.isEmpty && reaction.products.isEmpty
        {
            law = nil
        }
        let begun = begin("reaction", attributes, decoration, &xml)
        writeParticipants(reaction, flux: law == nil ? flux : nil, &xml)
        if let law { write(law: law, of: reaction, isFirstOrder: isFirstOrder, &xml) }
        if begun { xml.end() }
    }

    private mutating func writeParticipants(_ reaction: Reaction, flux: Int?, _ xml: inout XMLText) {
        if let flux {
            writeFluxParticipants(flux, &xml)
            return
        }
        let written = references.written[reaction.identifier] ?? []
        let count = reaction.reactants.count
        for (list, participants, offset) in [
            ("listOfReactants", reaction.reactants, 0), ("listOfProducts", reaction.products, count),
        ] where !participants.isEmpty {
            xml.begin(list)
            for (index, participant) in participants.enumerated() {
                let reference = written[offset + index]
                let isConstant =
                    reference.formula == nil && reference.quantity.map { constants.contains($0.identifier) } ?? true
                let number = reference.number.flatMap { $0.isNaN ? nil : NumberText.attribute($0) }
                xml.empty(
                    "speciesReference",
                    [
                        ("id", reference.identifier),
                        (
                            "name",
                            reference.quantity.flatMap {
                                nameAttribute($0.identifier, written: reference.identifier ?? "")
                            }
                        ),
                        ("species", math.names[participant.species]), ("stoichiometry", number),
                        ("constant", truth(isConstant)),
                    ])
            }
            xml.end()
        }
        let named = Set((reaction.reactants + reaction.products).map(\.species))
        let modifiers = reaction.rate.symbols.filter { symbol in
            guard !named.contains(symbol), let index = indices[symbol] else { return false }
            if case .species = model.quantities[index].kind { return true }
            return false
        }
        xml.list("listOfModifiers", of: modifiers.map { math.names[$0] }) { xml, species in
            xml.empty("modifierSpeciesReference", [("species", species)])
        }
    }

    private mutating func write(law: Expression, of reaction: Reaction, isFirstOrder: Bool, _ xml: inout XMLText) {
        let locals = locals[reaction.identifier] ?? []
        xml.begin(
            "kineticLaw", [("sboTerm", isDescribed && isFirstOrder ? OntologyTerm.firstOrderMassAction.rawValue : nil)])
        math.localNames = Dictionary(locals.map { ($0.identifier, $0.name) }, uniquingKeysWith: { first, _ in first })
        math.math(law, into: &xml, unit: statesUnits ? modelUnits.extent / model.timeUnit : nil)
        math.localNames = [:]
        if !locals.isEmpty {
            xml.begin("listOfLocalParameters")
            for (identifier, name) in locals {
                guard let index = indices[identifier] else { continue }
                let quantity = model.quantities[index]
                xml.empty(
                    "localParameter",
                    [("id", name), ("value", startNumber(quantity)), ("units", unitAttribute(quantity.unit))])
            }
            xml.end()
        }
        xml.end()
    }

    /// k, where the law is k · S for the one reactant S, taken once, and k a constant.
    private func firstOrderConstant(of reaction: Reaction) -> String? {
        reaction.firstOrderConstant { other in
            constants.contains(other) && indices[other].map { model.quantities[$0].kind == .parameter } == true
        }
    }

    /// Rate constants of first-order laws.
    func findFirstOrderConstants() -> Set<String> { Set(model.reactions.compactMap { firstOrderConstant(of: $0) }) }
}
