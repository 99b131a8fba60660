/// Values of all symbols at one moment, looked up by name and remembered.
final class ReferenceEnvironment {
    private let structure: SystemStructure
    private let time: Dual
    private let states: [Dual]
    private let parameters: [Dual]
    private let history: (any History)?
    private let moment: Moment
    enum Moment {
        case running
        /// States and formula-valued parameters take their initial values.
        case start
        /// Before the start, where states stand still at their stored initial values.
        case before
        /// The same while those are not known yet.
        case beforeAtStart

        /// Whether formulas of initial values stand for stored ones.
        var isStart: Bool { self == .start || self == .beforeAtStart }
    }

    private var known: [String: Dual] = [:]

    init(
        structure: SystemStructure, time: Dual, states: [Dual], parameters: [Dual], history: (any History)?,
        moment: Moment
    ) {
        self.structure = structure
        self.time = time
        self.states = states
        self.parameters = parameters
        self.history = history
        self.moment = moment
    }

    private var model: Model { structure.model }

    func value(of expression: Expression) -> Dual {
        if expression.isSmall { return value(of: expression) { value(of: $0) } }
        var values: [ObjectIdentifier: Dual] = [:]
        expression.forEachDistinctNode { part in
            values[ObjectIdentifier(part.node)] = value(of: part) { values[ObjectIdentifier($0.node)]! }
        }
        return values[ObjectIdentifier(expression.node)]!
    }

    private func value(of expression: Expression, operand: (Expression) -> Dual) -> Dual {
        switch expression.kind {
        case .number(let value, _): Dual(value)
        case .time: time
        case .symbol(let identifier): value(ofSymbol: identifier)
        case .apply(let operation): Dual.apply(operation, expression.operands.map(operand))
        case .delay: delayed(expression.operands[0], by: operand(expression.operands[1]).value)
        case .rateOf: rate(ofSymbol: expression.operands[0].symbolIdentifier!)
        }
    }

    /// What the symbol needs is looked up first, with a stack of its own: a chain of rules may be as long as the model.
    private func value(ofSymbol identifier: String) -> Dual {
        if let value = known[identifier] { return value }
        var path: [(name: String, needs: [String], next: Int)] = [(identifier, needs(of: identifier), 0)]
        while let (name, needs, next) = path.last {
            if next < needs.count {
                path[path.count - 1].next += 1
                if known[needs[next]] == nil { path.append((needs[next], self.needs(of: needs[next]), 0)) }
            } else {
                path.removeLast()
                known[name] = lookUp(name)
            }
        }
        return known[identifier]!
    }

    /// Symbols that the value of a symbol is made from.
    private func needs(of identifier: String) -> [String] {
        guard let index = structure.quantityIndices[identifier] else {
            return model.reactions[structure.reactionIndices[identifier]!].rate.symbols
        }
        let quantity = model.quantities[index]
        switch structure.determinations[index] {
        case .assignment(let formula): return formula.symbols
        case .state where moment.isStart || isMoving(index): return quantity.initial?.symbols ?? []
        case .parameter where moment.isStart && !structure.isFree(quantity) || isMoving(index):
            return quantity.initial?.symbols ?? []
        default: return structure.concentrationCompartment(quantity).map { [$0] } ?? []
        }
    }

    private func lookUp(_ identifier: String) -> Dual {
        guard let index = structure.quantityIndices[identifier] else {
            return value(of: model.reactions[structure.reactionIndices[identifier]!].rate)
        }
        let quantity = model.quantities[index]
        let stored: Dual
        switch structure.determinations[index] {
        case .assignment(let formula): return value(of: formula)
        case .state(let state):
            if moment.isStart || isMoving(index) { return value(of: quantity.initial!) }
            stored = states[state]
        case .parameter(let parameter):
            if moment.isStart && !structure.isFree(quantity) || isMoving(index) {
                return value(of: quantity.initial!)
            }
            stored = parameters[parameter]
        }
        guard let compartment = structure.concentrationCompartment(quantity) else { return stored }
        return Dual.apply(.divide, [stored, value(ofSymbol: compartment)])
    }

    private func isMoving(_ quantityIndex: Int) -> Bool { moment == .before && structure.hasMovingPast(quantityIndex) }

    /// Stored value of a quantity at the start.
    func storedStart(of quantityIndex: Int) -> Dual {
        let quantity = model.quantities[quantityIndex]
        let value = value(ofSymbol: quantity.identifier)
        guard let compartment = structure.concentrationCompartment(quantity) else { return value }
        return Dual.apply(.multiply, [value, self.value(ofSymbol: compartment)])
    }

    /// f of one state.
    func derivative(ofState index: Int) -> Dual {
        let quantity = model.quantities[structure.stateQuantities[index]]
        switch structure.motions[index] {
        case .algebraic(let residual): return value(of: residual)
        case .rate(let formula):
            let rate = value(of: formula)
            guard let compartment = structure.concentrationCompartment(quantity) else { return rate }
            let growth = Dual.apply(.multiply, [value(ofSymbol: compartment), rate])
            let dilution = Dual.apply(
                .multiply, [value(ofSymbol: quantity.identifier), self.rate(ofSymbol: compartment)])
            return Dual.apply(.add, [growth, dilution])
        case .reactions(let parts):
            let terms = parts.map { part in
                let rate = value(ofSymbol: model.reactions[part.reaction].identifier)
                let amount = Dual.apply(.multiply, [value(of: part.stoichiometry), rate])
                return part.isProduct ? amount : Dual.apply(.negate, [amount])
            }
            let total = Dual.apply(.add, terms)
            return quantity.conversionFactor.map { Dual.apply(.multiply, [value(ofSymbol: $0), total]) } ?? total
        }
    }

    private func rate(ofSymbol identifier: String) -> Dual {
        if moment == .before || moment == .beforeAtStart { return Dual(0) }
        let index = structure.quantityIndices[identifier]!
        var stored = Dual(0)
        if case .state(let state) = structure.determinations[index] { stored = derivative(ofState: state) }
        guard let compartment = structure.concentrationCompartment(model.quantities[index]) else { return stored }
        let size = value(ofSymbol: compartment)
        let dilution = Dual.apply(.multiply, [value(ofSymbol: identifier), rate(ofSymbol: compartment)])
        return Dual.apply(.divide, [Dual.apply(.subtract, [stored, dilution]), size])
    }

    private func delayed(_ expression: Expression, by interval: Double) -> Dual {
        if interval == 0 { return Dual(value(of: expression).value) }
        guard interval > 0 else { return Dual(.nan) }
        var pastStates = states.map(\.value)
        var pastParameters = parameters.map(\.value)
        var then = moment == .running ? moment : moment.isStart ? .beforeAtStart : .before
        if let history,
            history.recall(
                interval, before: time.value, states.map(\.value), state: &pastStates, parameters: &pastParameters)
        {
            then = .before
        }
        let past = ReferenceEnvironment(
            structure: structure, time: Dual(time.value - interval), states: pastStates.map { Dual($0) },
            parameters: pastParameters.map { Dual($0) }, history: history, moment: then)
        return Dual(past.value(of: expression).value)
    }
}
