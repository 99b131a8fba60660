// Fast reactions hold their equilibrium at all times: N·v = 0 for their stoichiometry N and rates v. What N leaves unchanged
// moves by the slow reactions alone. A finite but large rate constant lost: it is stiff, and never quite at equilibrium.

/// A model whose fast reactions are replaced by what they amount to.
///
/// With N [species × fast reactions] of rank r, r species become algebraic with 0 = (N·v) of their row. Every other row is a
/// combination Σ dₖ·rowₖ of those; its total T = n − Σ dₖ·nₖ becomes a state that slow reactions and events change, and
/// the species is T + Σ dₖ·nₖ.
struct FastEquilibrium {
    /// Without fast reactions.
    private(set) var model: Model
    /// Residual of each algebraic species.
    private(set) var residuals: [String: Expression] = [:]

    /// - Throws: ``ModelError`` where stoichiometry or conversion factors of fast reactions are no plain numbers, where a
    ///   species has a rule too, where a formula asks for the rate of a fast reaction.
    init(_ original: Model) throws(ModelError) {
        model = original
        let fast = original.reactions.filter(\.isFast)
        guard !fast.isEmpty else { return }
        var issues = Self.obstacles(fast, in: original)
        let indices = original.quantityIndices()
        var order: [String] = []
        var rows: [String: [Double]] = [:]
        for (column, reaction) in fast.enumerated() {
            for (participant, sign) in reaction.reactants.map({ ($0, -1.0) }) + reaction.products.map({ ($0, 1.0) }) {
                guard let index = indices[participant.species],
                    case .species(_, _, false) = original.quantities[index].kind
                else { continue }
                let factor = original.quantities[index].conversionFactor.map { Expression.symbol($0) } ?? 1
                guard case .number(let count, _) = participant.stoichiometry.plainNumber(in: original)?.kind,
                    case .number(let scale, _) = factor.plainNumber(in: original)?.kind
                else {
                    issues.append(
                        Self.issue(reaction, "has a stoichiometry or conversion factor that is no constant number"))
                    continue
                }
                if rows[participant.species] == nil {
                    order.append(participant.species)
                    rows[participant.species] = [Double](repeating: 0, count: fast.count)
                }
                rows[participant.species]![column] += sign * count * scale
            }
        }
        guard issues.isEmpty else { throw ModelError(model: original.name, issues: issues) }
        let basis = RowBasis(order.map { rows[$0]! })
        replace(order, rows: rows, basis: basis, fast: fast, indices: indices)
    }

    private static func issue(_ reaction: Reaction, _ message: String) -> Issue {
        Issue(
            .unsupported, reaction.identifier, "is a fast reaction that \(message)", remedy: "give it a finite rate",
            line: reaction.line)
    }

    private static func obstacles(_ fast: [Reaction], in model: Model) -> [Issue] {
        let names = Set(fast.map(\.identifier))
        var issues: [Issue] = []
        for (element, formula) in model.formulas {
            for symbol in formula.symbols where names.contains(symbol) {
                issues.append(
                    Issue(
                        .unsupported, element, "asks for the rate of the fast reaction '\(symbol)', which has none",
                        remedy: "give the reaction a finite rate"))
            }
        }
        return issues
    }

    private mutating func replace(
        _ order: [String], rows: [String: [Double]], basis: RowBasis, fast: [Reaction], indices: [String: Int]
    ) {
        let original = model
        let amounts = order.map { original.amount(of: original.quantities[indices[$0]!], .symbol($0)) }
        let slow = order.map { original.slowRate(of: original.quantities[indices[$0]!]) }
        let starts = order.map { name in
            let quantity = original.quantities[indices[name]!]
            return original.amount(of: quantity, quantity.initial ?? .number(.nan))
        }
        func combination(_ place: Int, _ values: [Expression]) -> Expression {
            // Row = Σ d·pivot row, so this is what the fast reactions cannot change.
            zip(basis.pivots, basis.combinations[place]!).reduce(values[place]) { sum, part in
                part.1 == 0 ? sum : sum - .number(part.1) * values[part.0]
            }
        }
        model.reactions.removeAll(where: \.isFast)
        for (place, name) in order.enumerated() {
            let index = indices[name]!
            guard case .species(let compartment, let isAmount, _) = original.quantities[index].kind else { continue }
            model.quantities[index].kind = .species(
                compartment: compartment, isAmountInMath: isAmount, isBoundary: true)
            guard basis.combinations[place] != nil else {
                residuals[name] = .sum(
                    fast.enumerated().compactMap { column, reaction in
                        let count = rows[name]![column]
                        return count == 0 ? nil : .number(count) * reaction.rate
                    })
                continue
            }
            let total = "total.\(name)"
            var quantity = Quantity(
                total, .parameter, unit: original.quantities[index].unit, initial: combination(place, starts))
            quantity.isConstant = false
            quantity.line = original.quantities[index].line
            model.quantities.append(quantity)
            model.rules.append(.rate(total, combination(place, slow)))
            let others = zip(basis.pivots, basis.combinations[place]!).reduce(Expression.symbol(total)) { sum, part in
                part.1 == 0 ? sum : sum + .number(part.1) * amounts[part.0]
            }
            let size = isAmount ? nil : compartment.map { Expression.symbol($0) }
            model.rules.append(.assignment(name, size.map { others / $0 } ?? others))
            model.quantities[index].initial = nil
        }
        model.removeFastSpeciesFromReactions(Set(order))
        model.events = original.events.map { event in
            Self.translated(event, order: order, basis: basis, amounts: amounts, model: original, total: combination)
        }
    }

    /// An event that sets a species of fast reactions sets the totals it is part of.
    private static func translated(
        _ event: Event, order: [String], basis: RowBasis, amounts: [Expression], model: Model,
        total: (Int, [Expression]) -> Expression
    ) -> Event {
        var result = event
        var values = amounts
        var isTouched = false
        for assignment in event.assignments {
            guard let place = order.firstIndex(of: assignment.variable),
                let quantity = model.quantity(assignment.variable)
            else { continue }
            isTouched = true
            values[place] = model.amount(of: quantity, assignment.formula)
        }
        guard isTouched else { return event }
        result.assignments.removeAll { assignment in
            order.firstIndex(of: assignment.variable).map { basis.combinations[$0] != nil } ?? false
        }
        for place in order.indices where basis.combinations[place] != nil {
            result.assignments.append(Event.Assignment("total.\(order[place])", total(place, values)))
        }
        return result
    }
}

extension Model {
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

    /// Slow reactions reach these species through their totals.
    fileprivate mutating func removeFastSpeciesFromReactions(_ species: Set<String>) {
        for index in reactions.indices {
            reactions[index].reactants.removeAll { species.contains($0.species) }
            reactions[index].products.removeAll { species.contains($0.species) }
        }
    }
}

extension Expression {
    /// The number it is, also by way of a constant parameter; `nil` for anything that may change.
    fileprivate func plainNumber(in model: Model) -> Expression? {
        if case .number = kind { return self }
        guard let name = symbolIdentifier, let quantity = model.quantity(name), quantity.isConstant,
            let initial = quantity.initial, case .number = initial.kind
        else { return nil }
        return initial
    }
}
