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

    init(_ model: Model) {
        self.model = model
        quantityIndices = model.quantityIndices()
        reactionIndices = Dictionary(
            model.reactions.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
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
                        .undefined, element, "uses '\(symbol)', which is not declared in \(formula.brief)",
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
                    && participation[index] == nil
            }
        }
        let (ruleOf, unmatched) = Self.matching(candidates)
        for rule in unmatched {
            issues.append(
                Issue(
                    .underdetermined, "0 = \(algebraic[rule].brief)", "determines no quantity that is still free",
                    remedy: "let one of its quantities vary, or drop the rule"))
        }
        for (index, rule) in ruleOf { algebraicMatches[index] = algebraic[rule] }
    }

    /// Gives each rule one of its candidates, each to one rule at most; and the rules left without.
    ///
    /// Augmenting paths are walked with a stack of their own: a chain of rules may be as long as the model.
    private static func matching(_ candidates: [[Int]]) -> (ruleOf: [Int: Int], unmatched: [Int]) {
        var ruleOf: [Int: Int] = [:]
        var unmatched: [Int] = []
        for start in candidates.indices {
            var visited: Set<Int> = []
            var path: [(rule: Int, next: Int)] = [(start, 0)]
            var isMatched = false
            while let (rule, next) = path.last, !isMatched {
                guard next < candidates[rule].count else {
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let index = candidates[rule][next]
                guard visited.insert(index).inserted else { continue }
                if let other = ruleOf[index] {
                    path.append((other, 0))
                } else {
                    // Each rule on the path takes the candidate it last looked at.
                    for step in path { ruleOf[candidates[step.rule][step.next - 1]] = step.rule }
                    isMatched = true
                }
            }
            if !isMatched { unmatched.append(start) }
        }
        return (ruleOf, unmatched)
    }

    /// Quantities a formula depends on, through assignments and reaction rates, in order of discovery.
    private func reachableSymbols(of formula: Expression) -> [Int] {
        var found: [Int] = []
        var seen: Set<String> = []
        var open = formula.symbols
        var next = 0
        while next < open.count {
            let symbol = open[next]
            next += 1
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

    /// Comparisons in triggers and piecewise formulas, where at least one side varies and something may jump.
    private mutating func collectRoots() {
        var seen: Set<Expression> = []
        var found: [Expression] = []
        for (_, formula) in model.formulas(includingOutputs: false) where formula.contains({ $0.isComparison }) {
            let kinks = formula.conditionsOfKinks
            var differences: [Expression] = []
            formula.forEachDistinctNode { part in
                guard part.kind.isComparison, !kinks.contains(ObjectIdentifier(part.node)) else { return }
                differences.append(part.operands[0] - part.operands[1])
            }
            for difference in differences where seen.insert(difference).inserted { found.append(difference) }
        }
        guard !found.isEmpty else { return }
        let varying = varyingSymbols()
        roots = found.filter { $0.varies(with: varying) }
    }

    /// Formulas that the rates of states depend on: those of what only outputs read are not among them.
    private func formulasOfRates() -> [Expression] {
        var open: [Expression] = []
        var seen: Set<String> = []
        for motion in motions {
            switch motion {
            case .rate(let formula), .algebraic(let formula): open.append(formula)
            case .reactions(let parts):
                for part in parts {
                    open.append(part.stoichiometry)
                    let reaction = model.reactions[part.reaction]
                    if seen.insert(reaction.identifier).inserted { open.append(reaction.rate) }
                }
            }
        }
        var found: [Expression] = []
        while let formula = open.popLast() {
            found.append(formula)
            for symbol in formula.symbols where seen.insert(symbol).inserted {
                if let reaction = reactionIndices[symbol] { open.append(model.reactions[reaction].rate) }
                guard let index = quantityIndices[symbol] else { continue }
                if case .assignment(let formula) = determinations[index] { open.append(formula) }
            }
        }
        return found
    }

    /// Numerator and denominator of each quotient in a rate that varies and whose denominator may go through zero.
    private mutating func collectPoles() {
        var seen: Set<Expression> = []
        var found: [Expression] = []
        for formula in formulasOfRates() where formula.contains({ $0 == .apply(.divide) }) {
            formula.forEachDistinctNode { part in
                guard case .apply(.divide) = part.kind, part.operands[1].mayChangeSign else { return }
                if seen.insert(part).inserted { found.append(part) }
            }
        }
        guard !found.isEmpty else { return }
        let varying = varyingSymbols()
        poles = found.filter { $0.operands[1].varies(with: varying) }.flatMap(\.operands)
    }

    /// Symbols whose value changes while time runs: states, and what depends on them or on time.
    private func varyingSymbols() -> Set<String> {
        var varying = Set(stateQuantities.map { model.quantities[$0].identifier })
        var users: [String: [String]] = [:]
        func note(_ name: String, _ formula: Expression) {
            if formula.mentionsTime { varying.insert(name) }
            for symbol in formula.symbols { users[symbol, default: []].append(name) }
        }
        for (index, determination) in determinations.enumerated() {
            let quantity = model.quantities[index]
            switch determination {
            case .assignment(let formula): note(quantity.identifier, formula)
            case .parameter:
                // A concentration of a constant amount varies with the size.
                if case .species(let compartment?, false, _) = quantity.kind {
                    users[compartment, default: []].append(quantity.identifier)
                }
            case .state: break
            }
        }
        for reaction in model.reactions { note(reaction.identifier, reaction.rate) }
        var open = Array(varying)
        while let symbol = open.popLast() {
            for user in users[symbol] ?? [] where varying.insert(user).inserted { open.append(user) }
        }
        return varying
    }
}

extension Expression {
    /// Comparisons that only choose the larger or the smaller of what they compare: the value has a kink there, no jump.
    fileprivate var conditionsOfKinks: Set<ObjectIdentifier> {
        var kinks: Set<ObjectIdentifier> = []
        var others: Set<ObjectIdentifier> = []
        forEachDistinctNode { part in
            for (place, operand) in part.operands.enumerated() where operand.kind.isComparison {
                if place == 0, part.isExtremum {
                    kinks.insert(ObjectIdentifier(operand.node))
                } else {
                    others.insert(ObjectIdentifier(operand.node))
                }
            }
        }
        return kinks.subtracting(others)
    }

    /// Whether this is `a < b ? a : b` or alike.
    private var isExtremum: Bool {
        guard case .apply(.select) = kind, case .apply(let comparison) = operands[0].kind else { return false }
        switch comparison {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        default: return false
        }
        let (left, right) = (operands[0].operands[0], operands[0].operands[1])
        return left.isSame(as: operands[1]) && right.isSame(as: operands[2])
            || left.isSame(as: operands[2]) && right.isSame(as: operands[1])
    }

    /// Whether both are one formula or one number, whatever its unit.
    private func isSame(as other: Expression) -> Bool {
        if case .number(let own, _) = kind, case .number(let others, _) = other.kind { return own == others }
        return self == other
    }

    /// Whether the value changes while time runs.
    ///
    /// - Parameter varying: symbols whose values do.
    fileprivate func varies(with varying: Set<String>) -> Bool {
        mentionsTime || symbols.contains { varying.contains($0) }
    }

    /// Whether the value changes with time even where all symbols stay.
    fileprivate var mentionsTime: Bool {
        contains { kind in
            switch kind {
            case .time, .delay, .rateOf: true
            default: false
            }
        }
    }
}

extension Expression.Kind {
    fileprivate var isComparison: Bool {
        if case .apply(let operation) = self { operation.isComparison } else { false }
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
