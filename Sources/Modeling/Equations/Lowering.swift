/// Turns the formulas of a model into nodes of one graph, program by program.
struct Lowering {
    typealias NodeID = ExpressionGraph.NodeID

    let structure: SystemStructure
    var graph = ExpressionGraph()
    var programs: [KernelProgram: [NodeID]] = [:]
    var issues: [Issue] = []
    var derivativeObstacle: String?
    var isAutonomous = true

    /// Formula value of each symbol at each moment.
    private var known: [Moment: [String: NodeID]] = [:]
    private var open: Set<OpenSymbol> = []
    /// Quantities whose rate is being written out, one inside another.
    private var openRates: Set<Int> = []
    /// Rates inside rates: more would need a deeper stack than threads have.
    private static let deepestRate = 32

    /// Which values symbols stand for.
    private enum Moment {
        case running, start
        /// Before the start, where states stand still at their stored initial values.
        case before
        /// The same while those are not known yet, so that their formulas stand for them.
        case beforeAtStart

        /// Where `delay` looks beyond the start.
        var past: Moment { self == .start || self == .beforeAtStart ? .beforeAtStart : .before }
    }

    private struct OpenSymbol: Hashable {
        let identifier: String
        let moment: Moment
    }

    init(_ structure: SystemStructure) { self.structure = structure }

    private var model: Model { structure.model }

    mutating func lowerPrograms() {
        programs[.rightHandSide] = structure.motions.indices.map { derivative(ofState: $0) }
        programs[.roots] = (structure.roots + structure.poles).map { lower($0) }
        programs[.outputs] = model.outputs.map { lower($0.formula) }
        programs[.triggers] = model.events.map { lower($0.trigger) }
        programs[.priorities] = model.events.map { $0.priority.map { lower($0) } ?? graph.number(-.infinity) }
        programs[.delays] = model.events.map { $0.delay.map { lower($0) } ?? graph.number(0) }
        for (index, event) in model.events.enumerated() {
            programs[.eventAssignments(index)] = event.assignments.map { lower($0.formula) }
            programs[.eventScales(index)] = event.assignments.map { scale(of: $0.variable) }
            checkTargets(event.assignments, of: event.identifier)
        }
        for (index, input) in model.doseInputs.enumerated() {
            checkTargets(input.assignments, of: input.identifier)
            programs[.doseAssignments(index)] = input.assignments.map { assignment in
                let value = lower(assignment.formula)
                return graph.make(.multiply, value, scale(of: assignment.variable))
            }
        }
        lowerInitialValues()
        // What nothing reads must be sound all the same: a circle of rules is one whether or not it is asked for.
        for quantity in model.quantities where structure.isAssigned(quantity.identifier) {
            _ = symbol(quantity.identifier, .running)
        }
        isAutonomous = !graph.reachable(from: programs[.rightHandSide]!).contains { graph[$0] == .time }
    }

    /// Parameters that the right-hand side and its derivatives by state and time read, ascending.
    var continuousParameters: [Int] {
        let results =
            [KernelProgram.rightHandSide, .jacobian, .timeDerivative].flatMap { programs[$0] ?? [] }
            + graph.lags.flatMap(\.nodes)
        return graph.reachable(from: results).compactMap { id in
            if case .parameter(let index) = graph[id] { Int(index) } else { nil }
        }.sorted()
    }

    /// Course of each root, poles aside.
    var rootCourses: [RootCourse] { graph.rootCourses(Array(programs[.roots]!.prefix(structure.roots.count))) }

    var triggersFollowRoots: Bool { graph.followComparisons(programs[.triggers]!) }

    /// Indices of the states that `delay` reads, ascending.
    var laggedStates: [Int] {
        graph.reachable(from: graph.lags.flatMap(\.nodes)).compactMap { id in
            if case .state(let index) = graph[id] { Int(index) } else { nil }
        }.sorted()
    }

    private mutating func checkTargets(_ assignments: [Event.Assignment], of element: String) {
        for assignment in assignments {
            if let index = structure.quantityIndices[assignment.variable] {
                guard structure.slot(index) == nil else { continue }
                issues.append(
                    Issue(
                        .overdetermined, element, "assigns '\(assignment.variable)', which a rule determines",
                        remedy: "assign a state or parameter instead"))
            } else {
                issues.append(
                    Issue(
                        .undefined, element, "assigns '\(assignment.variable)', which is not declared",
                        remedy: "declare it or correct the name"))
            }
        }
    }

    /// Factor from formula value to stored value of a quantity.
    private mutating func scale(of identifier: String) -> NodeID {
        guard let index = structure.quantityIndices[identifier],
            let compartment = structure.concentrationCompartment(model.quantities[index])
        else { return graph.number(1) }
        return symbol(compartment, .running)
    }

    private mutating func derivative(ofState stateIndex: Int) -> NodeID {
        let quantity = model.quantities[structure.stateQuantities[stateIndex]]
        switch structure.motions[stateIndex] {
        case .algebraic(let residual): return lower(residual)
        case .rate(let formula): return storedRate(of: quantity, formulaRate: lower(formula))
        case .reactions(let parts):
            let terms = parts.map { part in
                let rate = symbol(model.reactions[part.reaction].identifier, .running)
                let amount = graph.make(.multiply, lower(part.stoichiometry), rate)
                return part.isProduct ? amount : graph.make(.negate, amount)
            }
            let total = graph.sum(terms)
            guard let factor = quantity.conversionFactor else { return total }
            return graph.make(.multiply, symbol(factor, .running), total)
        }
    }

    /// Rate of the stored amount from the rate of the concentration: V·d[S]/dt + [S]·dV/dt.
    private mutating func storedRate(of quantity: Quantity, formulaRate: NodeID) -> NodeID {
        guard let compartment = structure.concentrationCompartment(quantity) else { return formulaRate }
        let diluted = graph.make(.multiply, symbol(compartment, .running), formulaRate)
        guard let sizeRate = sizeRate(of: compartment, for: quantity.identifier) else { return diluted }
        return graph.make(.add, diluted, graph.make(.multiply, symbol(quantity.identifier, .running), sizeRate))
    }

    /// dV/dt of a compartment; `nil` where it is constant between events.
    private mutating func sizeRate(of compartment: String, for element: String) -> NodeID? {
        let index = structure.quantityIndices[compartment]!
        switch structure.determinations[index] {
        case .parameter: return nil
        case .state(let state): return derivative(ofState: state)
        case .assignment:
            let moves = graph.reachable(from: [symbol(compartment, .running)]).contains { graph[$0].varies }
            guard moves else { return nil }
            issues.append(
                Issue(
                    .unsupported, element,
                    "has a concentration whose rate is asked or set, while an assignment rule sets the size of "
                        + "'\(compartment)'",
                    remedy: "give the compartment a rate rule, or the species an amount"))
            return nil
        }
    }

    private mutating func lowerInitialValues() {
        let stored = (structure.stateQuantities + structure.parameterQuantities).map { index -> NodeID in
            let quantity = model.quantities[index]
            if case .parameter(let parameter) = structure.determinations[index], structure.isFree(quantity) {
                return graph.intern(.parameter(Int32(parameter)))
            }
            guard let compartment = structure.concentrationCompartment(quantity) else {
                return symbol(quantity.identifier, .start)
            }
            // An amount that a file gives stays the amount, even where the size is still open.
            if let amount = quantity.initial?.dividend(by: compartment) { return lower(amount, .start) }
            let value = symbol(quantity.identifier, .start)
            return graph.make(.multiply, value, symbol(compartment, .start))
        }
        programs[.initialValues] = stored
    }

    private mutating func lower(_ expression: Expression) -> NodeID { lower(expression, .running) }

    private mutating func lower(_ expression: Expression, _ moment: Moment) -> NodeID {
        if expression.isSmall { return lowered(expression, moment) { $0.lower($1, moment) } }
        var parts: [Expression] = []
        expression.forEachDistinctNode { parts.append($0) }
        var known: [ObjectIdentifier: NodeID] = [:]
        for part in parts {
            known[ObjectIdentifier(part.node)] = lowered(part, moment) { known[ObjectIdentifier($1.node)]! }
        }
        return known[ObjectIdentifier(expression.node)]!
    }

    /// The node of an expression from those of its operands.
    private mutating func lowered(
        _ expression: Expression, _ moment: Moment, operand: (inout Lowering, Expression) -> NodeID
    ) -> NodeID {
        switch expression.kind {
        case .number(let value, _): return graph.number(value)
        case .time: return graph.intern(.time)
        case .symbol(let identifier): return symbol(identifier, moment)
        case .delay:
            let before =
                moment.past == moment
                ? operand(&self, expression.operands[0]) : lower(expression.operands[0], moment.past)
            let value = moment == .running ? operand(&self, expression.operands[0]) : before
            return graph.lagged(value, beforeStart: before, by: operand(&self, expression.operands[1]))
        case .rateOf: return rate(of: expression.operands[0], moment)
        case .apply(let operation):
            let parts = expression.operands.map { operand(&self, $0) }
            switch operation {
            case .add: return graph.sum(parts)
            case .multiply: return graph.product(parts)
            case .select: return graph.select(parts[0], parts[1], parts[2])
            default:
                return parts.count == 1 ? graph.make(operation, parts[0]) : graph.make(operation, parts[0], parts[1])
            }
        }
    }

    /// Writes out what a symbol needs before the symbol itself, so that a chain of rules, however long, needs no stack.
    private mutating func prepare(_ identifier: String, _ moment: Moment) {
        var path: [(name: String, needs: [String], next: Int)] = []
        func enter(_ name: String) {
            open.insert(OpenSymbol(identifier: name, moment: moment))
            path.append((name, needs(of: name, moment), 0))
        }
        enter(identifier)
        while let (name, needs, next) = path.last {
            if next < needs.count {
                path[path.count - 1].next += 1
                // A circle is left to the formula that closes it.
                let isOpen = open.contains(OpenSymbol(identifier: needs[next], moment: moment))
                if !isOpen, known[moment]?[needs[next]] == nil { enter(needs[next]) }
                continue
            }
            path.removeLast()
            let node = value(of: name, moment)
            known[moment, default: [:]][name] = node
            open.remove(OpenSymbol(identifier: name, moment: moment))
        }
    }

    /// Symbols that the value of a symbol is made from.
    private func needs(of identifier: String, _ moment: Moment) -> [String] {
        guard let index = structure.quantityIndices[identifier] else {
            return structure.reactionIndices[identifier].map { model.reactions[$0].rate.symbols } ?? []
        }
        if case .assignment(let formula) = structure.determinations[index] { return formula.symbols }
        let initial = model.quantities[index].initial
        if moment == .start || moment == .beforeAtStart, !isFreeParameter(index) { return initial?.symbols ?? [] }
        if moment == .before, let initial, structure.hasMovingPast(index) { return initial.symbols }
        return structure.concentrationCompartment(model.quantities[index]).map { [$0] } ?? []
    }

    /// Formula value of a symbol, each computed once.
    private mutating func symbol(_ identifier: String, _ moment: Moment) -> NodeID {
        if let known = known[moment]?[identifier] { return known }
        guard !open.contains(OpenSymbol(identifier: identifier, moment: moment)) else {
            issues.append(
                Issue(
                    .circular, identifier, "depends on itself",
                    remedy: "break the circle with a state or an algebraic rule"))
            return graph.number(.nan)
        }
        prepare(identifier, moment)
        return known[moment]![identifier]!
    }

    private mutating func value(of identifier: String, _ moment: Moment) -> NodeID {
        guard let index = structure.quantityIndices[identifier] else {
            return lower(model.reactions[structure.reactionIndices[identifier]!].rate, moment)
        }
        let quantity = model.quantities[index]
        if case .assignment(let formula) = structure.determinations[index] { return lower(formula, moment) }
        if moment == .start || moment == .beforeAtStart, !isFreeParameter(index) {
            guard let initial = quantity.initial else {
                issues.append(
                    Issue(
                        .undefined, identifier, "has no value at the start", remedy: "give it one", line: quantity.line)
                )
                return graph.number(.nan)
            }
            return lower(initial, moment)
        }
        if moment == .before, let initial = quantity.initial, structure.hasMovingPast(index) {
            return lower(initial, .before)
        }
        let stored: NodeID
        switch structure.determinations[index] {
        case .state(let state): stored = graph.intern(.state(Int32(state)))
        case .parameter(let parameter): stored = graph.intern(.parameter(Int32(parameter)))
        case .assignment: preconditionFailure("handled above")
        }
        guard let compartment = structure.concentrationCompartment(quantity) else { return stored }
        return graph.make(.divide, stored, symbol(compartment, moment))
    }

    private func isFreeParameter(_ quantityIndex: Int) -> Bool {
        if case .parameter = structure.determinations[quantityIndex] {
            return structure.isFree(model.quantities[quantityIndex])
        }
        return false
    }

    /// d value / dt of a symbol in formula terms.
    private mutating func rate(of target: Expression, _ moment: Moment) -> NodeID {
        if moment == .before || moment == .beforeAtStart { return graph.number(0) }
        guard let identifier = target.symbolIdentifier, let index = structure.quantityIndices[identifier] else {
            issues.append(
                Issue(.unsupported, "rateOf(\(target))", "is not the rate of a quantity", remedy: "name one quantity"))
            return graph.number(.nan)
        }
        let quantity = model.quantities[index]
        switch structure.determinations[index] {
        case .parameter: return rate(of: quantity, stored: graph.number(0))
        case .assignment:
            issues.append(
                Issue(
                    .unsupported, "rateOf(\(target))", "asks for the rate of an assigned quantity",
                    remedy: "write the derivative out"))
            return graph.number(.nan)
        case .state(let state):
            guard structure.motions[state].isDifferential else {
                issues.append(
                    Issue(
                        .unsupported, "rateOf(\(target))", "asks for the rate of an algebraic unknown",
                        remedy: "write the derivative out"))
                return graph.number(.nan)
            }
            guard openRates.count < Self.deepestRate, openRates.insert(index).inserted else {
                issues.append(
                    Issue(
                        .circular, identifier,
                        "has a rate that needs the rate of others in a circle or over \(Self.deepestRate) deep",
                        remedy: "write the derivative out", line: quantity.line))
                return graph.number(.nan)
            }
            defer { openRates.remove(index) }
            return rate(of: quantity, stored: derivative(ofState: state))
        }
    }

    /// Rate of the formula value from the rate of the stored value, which changes by the size of its compartment too.
    private mutating func rate(of quantity: Quantity, stored: NodeID) -> NodeID {
        guard let compartment = structure.concentrationCompartment(quantity) else { return stored }
        let size = symbol(compartment, .running)
        let fromAmount = graph.make(.divide, stored, size)
        guard let sizeRate = sizeRate(of: compartment, for: quantity.identifier) else { return fromAmount }
        let growth = graph.make(.multiply, symbol(quantity.identifier, .running), sizeRate)
        return graph.make(.subtract, fromAmount, graph.make(.divide, growth, size))
    }
}

extension SystemStructure {
    /// Whether a rule gives the quantity its value at all times.
    fileprivate func isAssigned(_ identifier: String) -> Bool {
        if let index = quantityIndices[identifier], case .assignment = determinations[index] { true } else { false }
    }
}

extension SystemStructure.Motion {
    /// Whether the state has a differential equation.
    var isDifferential: Bool {
        if case .algebraic = self { false } else { true }
    }
}

extension ExpressionGraph.Node {
    /// Whether the value changes between events, of itself and not by its operands.
    fileprivate var varies: Bool {
        switch self {
        case .time, .state, .lagged: true
        default: false
        }
    }
}
