/// The work behind `SystemStructure`: collects what changes each quantity and the issues on the way.
struct StructureAnalysis {
    let model: Model
    let quantityIndices: [String: Int]
    let reactionIndices: [String: Int]
    var issues: [Issue] = []
    var determinations: [SystemStructure.Determination] = []
    var stateQuantities: [Int] = []
    var motions: [SystemStructure.Motion] = []
    var parameterQuantities: [Int] = []
    var roots: [Expression] = []
    var poles: [Expression] = []

    private var assignments: [Int: Expression] = [:]
    private var rates: [Int: Expression] = [:]
    private var participation: [Int: [(reaction: Int, stoichiometry: Expression, isProduct: Bool)]] = [:]
    private var algebraicMatches: [Int: Expression] = [:]
    /// Whether each symbol looked at so far varies.
    private var variation: [String: Bool] = [:]

    /// - Parameter algebraicSpecies: residual of each species that fast reactions hold at equilibrium.
    init(_ model: Model, algebraicSpecies: [String: Expression] = [:]) {
        self.model = model
        quantityIndices = model.quantityIndices()
        reactionIndices = Dictionary(
            model.reactions.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        for (name, residual) in algebraicSpecies {
            if let index = quantityIndices[name] { algebraicMatches[index] = residual }
        }
    }

    mutating func run() {
        checkIdentifiers()
        collectRules()
        collectReactions()
        matchAlgebraicRules()
        guard issues.isEmpty else { return }
        determine()
        collectRoots()
        collectPoles()
    }

    private mutating func checkIdentifiers() {
        var seen: Set<String> = []
        for (identifier, line) in model.quantities.map({ ($0.identifier, $0.line) })
            + model.reactions.map({ ($0.identifier, $0.line) }) where !seen.insert(identifier).inserted
        {
            issues.append(
                Issue(.duplicateIdentifier, identifier, "is declared twice", remedy: "rename one of them", line: line))
        }
        for (element, formula) in model.formulas {
            for symbol in formula.symbols where quantityIndices[symbol] == nil && reactionIndices[symbol] == nil {
                issues.append(
                    Issue(
                        .undefined, element, "uses '\(symbol)', which is not declared in \(formula)",
                        remedy: "declare it or correct the name"))
            }
        }
    }

    /// The position of a quantity something claims to change; an issue where there is none.
    private mutating func target(_ identifier: String, of element: String) -> Int? {
        if let index = quantityIndices[identifier] { return index }
        issues.append(
            Issue(
                .undefined, element, "changes '\(identifier)', which is not declared",
                remedy: "declare it or correct the name"))
        return nil
    }

    private mutating func collectRules() {
        for rule in model.rules {
            guard let variable = rule.variable, let index = target(variable, of: "rule for \(variable)") else {
                continue
            }
            if assignments[index] != nil || rates[index] != nil {
                issues.append(
                    Issue(.overdetermined, variable, "has more than one rule", remedy: "keep one of them"))
            }
            if case .assignment(_, let formula) = rule { assignments[index] = formula }
            if case .rate(_, let formula) = rule { rates[index] = formula }
        }
    }

    private mutating func collectReactions() {
        for (reactionIndex, reaction) in model.reactions.enumerated() {
            for (participant, isProduct) in reaction.reactants.map({ ($0, false) })
                + reaction.products.map({ ($0, true) })
            {
                guard let index = target(participant.species, of: reaction.identifier) else { continue }
                guard case .species(_, _, let isBoundary) = model.quantities[index].kind else {
                    issues.append(
                        Issue(
                            .notAVariable, reaction.identifier,
                            "flows through '\(participant.species)', which is no state",
                            remedy: "declare it as a state or species", line: reaction.line))
                    continue
                }
                guard !isBoundary else { continue }
                participation[index, default: []].append((reactionIndex, participant.stoichiometry, isProduct))
            }
        }
        for index in participation.keys.sorted() where assignments[index] != nil || rates[index] != nil {
            issues.append(
                Issue(
                    .overdetermined, model.quantities[index].identifier, "has a rule and takes part in reactions",
                    remedy: "make it a boundary species or drop the rule", line: model.quantities[index].line))
        }
    }

    /// Gives each algebraic rule one quantity that nothing else determines, by augmenting paths.
    private mutating func matchAlgebraicRules() {
        let algebraic = model.rules.compactMap { rule in
            if case .algebraic(let formula) = rule { formula } else { nil }
        }
        guard !algebraic.isEmpty else { return }
        let candidates = algebraic.map { formula in
            reachableSymbols(of: formula).filter { index in
                !model.quantities[index].isConstant && assignments[index] == nil && rates[index] == nil
                    && participation[index] == nil && algebraicMatches[index] == nil
            }
        }
        var ruleOf: [Int: Int] = [:]
        func assign(_ rule: Int, _ visited: inout Set<Int>) -> Bool {
            for index in candidates[rule] where visited.insert(index).inserted {
                if ruleOf[index] == nil || assign(ruleOf[index]!, &visited) {
                    ruleOf[index] = rule
                    return true
                }
            }
            return false
        }
        for rule in algebraic.indices {
            var visited: Set<Int> = []
            if !assign(rule, &visited) {
                issues.append(
                    Issue(
                        .underdetermined, "0 = \(algebraic[rule])", "determines no quantity that is still free",
                        remedy: "let one of its quantities vary, or drop the rule"))
            }
        }
        for (index, rule) in ruleOf { algebraicMatches[index] = algebraic[rule] }
    }

    /// Quantities a formula depends on, through assignments and reaction rates, in order of discovery.
    private func reachableSymbols(of formula: Expression) -> [Int] {
        var found: [Int] = []
        var seen: Set<String> = []
        var open = formula.symbols
        while !open.isEmpty {
            let symbol = open.removeFirst()
            guard seen.insert(symbol).inserted else { continue }
            if let reaction = reactionIndices[symbol] { open += model.reactions[reaction].rate.symbols }
            guard let index = quantityIndices[symbol] else { continue }
            found.append(index)
            if let formula = assignments[index] { open += formula.symbols }
        }
        return found
    }

    private mutating func determine() {
        for (index, quantity) in model.quantities.enumerated() {
            let motion: SystemStructure.Motion? =
                if let formula = rates[index] { .rate(formula) } else if let residual = algebraicMatches[index] {
                    .algebraic(residual)
                } else if let reactions = participation[index], !quantity.isConstant { .reactions(reactions) } else {
                    nil
                }
            if let motion {
                determinations.append(.state(stateQuantities.count))
                stateQuantities.append(index)
                motions.append(motion)
            } else if let formula = assignments[index] {
                determinations.append(.assignment(formula))
            } else {
                determinations.append(.parameter(parameterQuantities.count))
                parameterQuantities.append(index)
            }
        }
    }

    /// Comparisons in triggers and piecewise formulas, where at least one side varies.
    private mutating func collectRoots() {
        var seen: Set<Expression> = []
        for (_, formula) in model.formulas(includingOutputs: false) {
            var differences: [Expression] = []
            formula.forEachDistinctNode { part in
                guard case .apply(let operation) = part.kind, operation.isLogical, operation.isComparison else {
                    return
                }
                differences.append(part.operands[0] - part.operands[1])
            }
            for difference in differences where varies(difference) && seen.insert(difference).inserted {
                roots.append(difference)
            }
        }
    }

    /// Numerator and denominator of each quotient that varies and whose denominator may go through zero.
    private mutating func collectPoles() {
        var seen: Set<Expression> = []
        for formula in model.reactions.map(\.rate) + model.rules.map(\.formula) {
            var quotients: [Expression] = []
            formula.forEachDistinctNode { part in
                if case .apply(.divide) = part.kind, part.operands[1].mayChangeSign { quotients.append(part) }
            }
            for quotient in quotients where varies(quotient.operands[1]) && seen.insert(quotient).inserted {
                poles += quotient.operands
            }
        }
    }

    private mutating func varies(_ formula: Expression) -> Bool {
        var varies = false
        formula.forEachDistinctNode { part in
            switch part.kind {
            case .time, .delay, .rateOf: varies = true
            default: break
            }
        }
        if varies { return true }
        return formula.symbols.contains { symbolVaries($0) }
    }

    /// Looked up once per symbol, since assignments share others.
    private mutating func symbolVaries(_ symbol: String) -> Bool {
        if let known = variation[symbol] { return known }
        // A circle is refused elsewhere; here it must only end.
        variation[symbol] = false
        let result: Bool
        if let reaction = reactionIndices[symbol] {
            result = varies(model.reactions[reaction].rate)
        } else {
            switch determinations[quantityIndices[symbol]!] {
            case .state: result = true
            case .parameter: result = false
            case .assignment(let formula): result = varies(formula)
            }
        }
        variation[symbol] = result
        return result
    }
}

extension Operation {
    /// Whether the operation compares two numbers.
    var isComparison: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
        default: false
        }
    }
}
