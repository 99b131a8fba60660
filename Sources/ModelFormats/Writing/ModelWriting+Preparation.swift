import Modeling

extension Model {
    /// The model with each output as a quantity that an assignment rule determines.
    ///
    /// An output that only repeats a quantity under its own identifier stays that quantity.
    func withOutputsAsQuantities() -> Model {
        var result = self
        result.outputs = []
        var taken = Set(quantities.map(\.identifier) + reactions.map(\.identifier))
        for output in outputs where output.formula.symbolIdentifier != output.identifier {
            let name = taken.contains(output.identifier) ? "output.\(output.identifier)" : output.identifier
            guard taken.insert(name).inserted else { continue }
            var quantity = Quantity(name, .parameter, unit: output.unit)
            quantity.isConstant = false
            quantity.grade = output.grade
            quantity.summary = output.summary.isEmpty ? output.label : "\(output.label): \(output.summary)"
            result.quantities.append(quantity)
            result.rules.append(.assignment(name, output.formula))
        }
        return result
    }

    /// Whatever rules, events or doses give a value to.
    var changedSymbols: Set<String> {
        var changed = Set(rules.compactMap(\.variable))
        for event in events { changed.formUnion(event.assignments.map(\.variable)) }
        for input in doseInputs {
            changed.formUnion(input.assignments.map(\.variable))
            changed.formUnion([input.amount] + input.attributes.values)
            if let rate = input.infusionRate { changed.insert(rate) }
        }
        return changed
    }

    /// Constants named `reaction.local` that only the law of that reaction reads, by reaction.
    func localParameters(outside changed: Set<String>) -> [String: [(identifier: String, name: String)]] {
        var candidates: [String: (reaction: String, name: String)] = [:]
        let rates = Dictionary(reactions.map { ($0.identifier, $0.rate) }, uniquingKeysWith: { first, _ in first })
        for quantity in quantities where quantity.kind == .parameter && quantity.isConstant && quantity.evidence == nil
        {
            guard case .number? = quantity.initial?.kind, !changed.contains(quantity.identifier),
                let dot = quantity.identifier.firstIndex(of: ".")
            else { continue }
            let reaction = String(quantity.identifier[..<dot])
            let name = String(quantity.identifier[quantity.identifier.index(after: dot)...])
            guard SymbolNames.isValid(name), rates[reaction] != nil else { continue }
            candidates[quantity.identifier] = (reaction, name)
        }
        guard !candidates.isEmpty else { return [:] }
        // One that another formula reads must be global; so must one whose name would hide a symbol of its law.
        var uses: [String: Int] = [:]
        var usesInLaw: [String: Int] = [:]
        forEachFormula { formula in for symbol in formula.symbols { uses[symbol, default: 0] += 1 } }
        for reaction in reactions {
            let symbols = reaction.rate.symbols
            for symbol in symbols where candidates[symbol]?.reaction == reaction.identifier {
                usesInLaw[symbol, default: 0] += 1
            }
            let participants = (reaction.reactants + reaction.products).map(\.species)
            let others = Set(symbols.filter { candidates[$0] == nil } + participants)
            for symbol in symbols {
                if let name = candidates[symbol]?.name, others.contains(name) { candidates[symbol] = nil }
            }
        }
        for species in quantities {
            if let factor = species.conversionFactor { candidates[factor] = nil }
        }
        var result: [String: [(identifier: String, name: String)]] = [:]
        for quantity in quantities {
            guard let (reaction, name) = candidates[quantity.identifier],
                uses[quantity.identifier, default: 0] == usesInLaw[quantity.identifier, default: 0]
            else { continue }
            result[reaction, default: []].append((quantity.identifier, name))
        }
        return result
    }
}

/// How stoichiometries are written: numbers on the reference, all else as the value of the reference's identifier.
struct SpeciesReferences {
    /// One participant: its reference's identifier, if it has one, and what gives that its value.
    struct Written {
        var identifier: String?
        /// Name in the model where the identifier is that of a quantity.
        var quantity: Quantity?
        var number: Double?
        var formula: Expression?
    }

    /// By reaction, reactants before products.
    private(set) var written: [String: [Written]] = [:]
    /// Quantities that are written as references and not as parameters.
    private(set) var quantities: Set<String> = []

    init(_ model: Model, changed: Set<String>, names: inout SymbolNames) {
        var counts: [String: Int] = [:]
        let participants = model.reactions.map { ($0.identifier, $0.reactants + $0.products) }
        for (_, sides) in participants {
            for participant in sides {
                if let symbol = participant.stoichiometry.symbolIdentifier { counts[symbol, default: 0] += 1 }
            }
        }
        let factors = Set(model.quantities.compactMap(\.conversionFactor))
        let candidates = model.quantities.filter {
            $0.kind == .parameter && $0.unit == .dimensionless && $0.evidence == nil && counts[$0.identifier] == 1
                && !factors.contains($0.identifier)
        }
        let known = Dictionary(candidates.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        quantities = Set(known.keys)
        for (reaction, sides) in participants {
            written[reaction] = sides.map { participant in
                if case .number(let value, _) = participant.stoichiometry.kind { return Written(number: value) }
                if let symbol = participant.stoichiometry.symbolIdentifier, let quantity = known[symbol] {
                    var number: Double?
                    if case .number(let value, _)? = quantity.initial?.kind { number = value }
                    return Written(identifier: names[symbol], quantity: quantity, number: number)
                }
                return Written(
                    identifier: names.free("\(reaction)__\(participant.species)__stoichiometry"),
                    formula: participant.stoichiometry)
            }
        }
    }
}
