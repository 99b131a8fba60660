// Fast reactions are the limit of reactions that run ever faster: their flow alone carries any state to its rest, and what
// is slow carries that rest along. Here they run `speed` times as fast as written, and the solver lets them come to rest at
// the start and after each sudden change. Solving 0 = N·v in place of it lost: of several states without flow it finds one
// that the flow does not lead to, and it leaves all open while a rate is zero everywhere.

/// A model whose fast reactions are ordinary reactions of great speed.
///
/// With N [species × fast reactions] of rank r and constant, only r species follow the flow. Every other row of N is a
/// combination Σ dₖ·rowₖ of theirs; its total T = n − Σ dₖ·nₖ becomes a state that slow reactions change, and the species
/// is T + Σ dₖ·nₖ, so that no speed can wear totals away. Where N changes or events set such species, all follow the flow.
struct FastEquilibrium {
    /// Parameter by which the rates of fast reactions are multiplied; no SBML identifier can clash with it.
    static let speedIdentifier = "fast.speed"

    /// Without fast reactions.
    private(set) var model: Model
    /// Species that follow the flow of fast reactions.
    private(set) var species: Set<String> = []

    /// - Throws: ``ModelError`` where a formula asks for the rate of a fast reaction, or of a species that one changes.
    init(_ original: Model) throws(ModelError) {
        model = original
        let fast = original.reactions.filter(\.isFast)
        guard !fast.isEmpty else { return }
        let order = original.freeParticipants(of: fast)
        species = Set(order)
        let issues = Self.obstacles(fast, species: species, in: original)
        guard issues.isEmpty else { throw ModelError(model: original.name, issues: issues) }
        var speed = 1e9
        if !original.isSet(species), let rows = original.constantRows(of: order, in: fast) {
            // Rounding of totals no longer bounds the speed.
            speed = 1e12
            replaceDependents(order, basis: RowBasis(rows))
        }
        model.quantities.append(
            Quantity(Self.speedIdentifier, .parameter, unit: .dimensionless, initial: .number(speed)))
        for index in model.reactions.indices where model.reactions[index].isFast {
            model.reactions[index].rate = .symbol(Self.speedIdentifier) * model.reactions[index].rate
            model.reactions[index].isFast = false
        }
    }

    private static func obstacles(_ fast: [Reaction], species: Set<String>, in model: Model) -> [Issue] {
        let names = Set(fast.map(\.identifier))
        var issues: [Issue] = []
        for (element, formula) in model.formulas {
            for symbol in formula.symbols where names.contains(symbol) {
                issues.append(
                    Issue(
                        .unsupported, element, "asks for the rate of the fast reaction '\(symbol)', which has none",
                        remedy: "give the reaction a finite rate"))
            }
            formula.forEachDistinctNode { part in
                guard part.kind == .rateOf, let name = part.operands[0].symbolIdentifier, species.contains(name) else {
                    return
                }
                issues.append(
                    Issue(
                        .unsupported, element, "asks for rateOf('\(name)'), which a fast reaction changes at once",
                        remedy: "give the reaction a finite rate"))
            }
        }
        return issues
    }

    private mutating func replaceDependents(_ order: [String], basis: RowBasis) {
        let original = model
        let indices = original.quantityIndices()
        let quantities = order.map { original.quantities[indices[$0]!] }
        let amounts = quantities.map { original.amount(of: $0, .symbol($0.identifier)) }
        let slow = quantities.map { original.slowRate(of: $0) }
        let starts = quantities.map { original.amount(of: $0, $0.initial ?? .number(.nan)) }
        func combination(_ place: Int, _ values: [Expression]) -> Expression {
            // Row = Σ d·pivot row, so this is what the fast reactions cannot change.
            zip(basis.pivots, basis.combinations[place]!).reduce(values[place]) { sum, part in
                part.1 == 0 ? sum : sum - .number(part.1) * values[part.0]
            }
        }
        for (place, name) in order.enumerated() where basis.combinations[place] != nil {
            guard case .species(let compartment, let isAmount, _) = quantities[place].kind else { continue }
            species.remove(name)
            model.quantities[indices[name]!].kind = .species(
                compartment: compartment, isAmountInMath: isAmount, isBoundary: true)
            model.quantities[indices[name]!].initial = nil
            let total = "total.\(name)"
            var quantity = Quantity(
                total, .parameter, unit: quantities[place].unit, initial: combination(place, starts))
            quantity.isConstant = false
            quantity.line = quantities[place].line
            model.quantities.append(quantity)
            model.rules.append(.rate(total, combination(place, slow)))
            let others = zip(basis.pivots, basis.combinations[place]!).reduce(Expression.symbol(total)) { sum, part in
                part.1 == 0 ? sum : sum + .number(part.1) * amounts[part.0]
            }
            let size = isAmount ? nil : compartment.map { Expression.symbol($0) }
            model.rules.append(.assignment(name, size.map { others / $0 } ?? others))
        }
        // Slow reactions reach the dependent species through their totals.
        let dependents = Set(order).subtracting(species)
        for index in model.reactions.indices {
            model.reactions[index].reactants.removeAll { dependents.contains($0.species) }
            model.reactions[index].products.removeAll { dependents.contains($0.species) }
        }
    }
}

extension Model {
    /// Species that these reactions change, in order of appearance.
    fileprivate func freeParticipants(of reactions: [Reaction]) -> [String] {
        let indices = quantityIndices()
        var seen: Set<String> = []
        return reactions.flatMap { $0.reactants + $0.products }.map(\.species).filter { name in
            guard let index = indices[name], case .species(_, _, false) = quantities[index].kind else { return false }
            return seen.insert(name).inserted
        }
    }

    /// Whether an event or a dose sets one of these.
    fileprivate func isSet(_ names: Set<String>) -> Bool {
        (events.flatMap(\.assignments) + doseInputs.flatMap(\.assignments)).contains { names.contains($0.variable) }
    }

    /// Change of each species [amount per extent] by each reaction; `nil` where one of them may vary.
    fileprivate func constantRows(of species: [String], in reactions: [Reaction]) -> [[Double]]? {
        var rows = [[Double]](repeating: .init(repeating: 0, count: reactions.count), count: species.count)
        var fixed = FixedValues(self)
        for (column, reaction) in reactions.enumerated() {
            for (participant, sign) in reaction.reactants.map({ ($0, -1.0) }) + reaction.products.map({ ($0, 1.0) }) {
                guard let row = species.firstIndex(of: participant.species) else { continue }
                let factor = quantity(participant.species)?.conversionFactor.map { Expression.symbol($0) } ?? 1
                guard let count = fixed.value(of: participant.stoichiometry), let scale = fixed.value(of: factor) else {
                    return nil
                }
                rows[row][column] += sign * count * scale
            }
        }
        return rows
    }

    /// Amount of a species whose symbol has this value.
    fileprivate func amount(of quantity: Quantity, _ value: Expression) -> Expression {
        guard case .species(let compartment?, false, _) = quantity.kind else { return value }
        return value.dividend(by: compartment) ?? value * .symbol(compartment)
    }

    /// What reactions that are not fast do to a species [amount per time].
    fileprivate func slowRate(of quantity: Quantity) -> Expression {
        var terms: [Expression] = []
        for reaction in reactions where !reaction.isFast {
            for (participant, sign) in reaction.reactants.map({ ($0, -1.0) }) + reaction.products.map({ ($0, 1.0) })
            where participant.species == quantity.identifier {
                terms.append(.number(sign) * participant.stoichiometry * .symbol(reaction.identifier))
            }
        }
        let sum = terms.isEmpty ? 0 : Expression.sum(terms)
        return quantity.conversionFactor.map { .symbol($0) * sum } ?? sum
    }
}
