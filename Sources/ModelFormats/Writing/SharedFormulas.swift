// Formulas are trees whose parts may be shared: written out, sixty nested function calls would fill the disk. Parts that
// are used often and large, or that lie too deep, are therefore written once, as parameters with assignment rules.

import Modeling

/// A model whose formulas can be written out as trees.
struct SharedFormulas {
    private(set) var model: Model
    /// Whether parts had to be given names.
    private(set) var isChanged = false

    private var known: [Expression: Expression] = [:]
    /// Size and depth of what stands in place of each part once written.
    private var extents: [Expression: (size: Int, depth: Int)] = [:]
    private var uses: [Expression: Int] = [:]
    private var added: [(Quantity, Rule)] = []

    /// Largest part that is written more than once [nodes], and deepest [levels].
    private static let sizeLimit = 2000
    private static let depthLimit = 80

    init(_ original: Model) {
        model = original
        var seen: Set<Expression> = []
        original.forEachFormula { count($0, &seen) }
        var rewritten = original
        rewritten.replaceFormulas { rewrite($0) }
        model = rewritten
        guard !added.isEmpty else { return }
        isChanged = true
        model.quantities += added.map(\.0)
        model.rules += added.map(\.1)
    }

    /// How often each distinct part is used, in one walk over distinct parts.
    private mutating func count(_ formula: Expression, _ seen: inout Set<Expression>) {
        uses[formula, default: 0] += 1
        guard !formula.operands.isEmpty, seen.insert(formula).inserted else { return }
        for operand in formula.operands { count(operand, &seen) }
    }

    private mutating func rewrite(_ formula: Expression) -> Expression {
        if formula.operands.isEmpty { return formula }
        if let done = known[formula] { return done }
        var result = formula
        // The operand of rateOf is a bare symbol, which nothing replaces.
        let operands = formula.operands.map { rewrite($0) }
        if operands != formula.operands { result = formula.with(operands) }
        var size = 1
        var depth = 0
        for operand in operands {
            let extent = extents[operand] ?? (1, 1)
            size += extent.size
            depth = max(depth, extent.depth)
        }
        if !result.isLinkOfChain { depth += 1 }
        if size > Self.sizeLimit && uses[formula, default: 0] > 1 || depth > Self.depthLimit {
            let name = "shared.\(added.count + 1)"
            var quantity = Quantity(name, .parameter, unit: .dimensionless)
            quantity.isConstant = false
            quantity.summary = "part of formulas that would be too large written out"
            added.append((quantity, .assignment(name, result)))
            result = .symbol(name)
            (size, depth) = (1, 1)
        }
        extents[result] = (size, depth)
        known[formula] = result
        return result
    }
}

extension Expression {
    /// Whether it continues a chain such as (a and b) and c, which is written side by side.
    fileprivate var isLinkOfChain: Bool {
        guard case .apply(let operation) = kind, operation.isChain else { return false }
        return operands.first?.kind == kind
    }

    /// The same root over other operands.
    func with(_ operands: [Expression]) -> Expression {
        switch kind {
        case .apply(let operation): .apply(operation, operands)
        case .delay: operands[0].delayed(by: operands[1])
        case .rateOf: .rate(of: operands[0])
        case .number, .symbol, .time: self
        }
    }
}

extension Model {
    /// Every formula of the model, those of outputs left out.
    func forEachFormula(_ visit: (Expression) -> Void) {
        var copy = self
        copy.replaceFormulas {
            visit($0)
            return $0
        }
    }

    /// Replaces every formula of the model, those of outputs left out.
    mutating func replaceFormulas(_ change: (Expression) -> Expression) {
        for index in quantities.indices { quantities[index].initial = quantities[index].initial.map(change) }
        for index in reactions.indices {
            reactions[index].rate = change(reactions[index].rate)
            for place in reactions[index].reactants.indices {
                reactions[index].reactants[place].stoichiometry = change(
                    reactions[index].reactants[place].stoichiometry)
            }
            for place in reactions[index].products.indices {
                reactions[index].products[place].stoichiometry = change(reactions[index].products[place].stoichiometry)
            }
        }
        rules = rules.map { rule in
            switch rule {
            case .assignment(let variable, let formula): .assignment(variable, change(formula))
            case .rate(let variable, let formula): .rate(variable, change(formula))
            case .algebraic(let formula): .algebraic(change(formula))
            }
        }
        for index in events.indices {
            events[index].trigger = change(events[index].trigger)
            events[index].delay = events[index].delay.map(change)
            events[index].priority = events[index].priority.map(change)
            for place in events[index].assignments.indices {
                events[index].assignments[place].formula = change(events[index].assignments[place].formula)
            }
        }
        for index in doseInputs.indices {
            for place in doseInputs[index].assignments.indices {
                doseInputs[index].assignments[place].formula = change(doseInputs[index].assignments[place].formula)
            }
        }
    }
}
