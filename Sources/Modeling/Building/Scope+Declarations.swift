extension Scope {
    private func declare(_ quantity: Quantity) -> Expression {
        builder.model.quantities.append(quantity)
        return .symbol(quantity.identifier)
    }

    /// A number with its unit and its source, as published.
    ///
    /// - Parameters:
    ///   - name: within the scope.
    ///   - value: as published [unit].
    ///   - unit: as published.
    ///   - evidence: where the number comes from.
    ///   - spread: how it varies between draws.
    ///   - grade: of the mechanism this number drives, where weaker than the component's.
    ///   - nonNegative: whether a value below zero makes no sense.
    ///   - summary: one line on what it is.
    public func parameter(
        _ name: String, _ value: Double, _ unit: Unit, _ evidence: Evidence, spread: Spread = .none,
        grade: Grade? = nil, nonNegative: Bool = true, _ summary: String
    ) -> Expression {
        var quantity = Quantity(identifier(name), .parameter, unit: unit, initial: .number(value, unit))
        quantity.evidence = evidence
        quantity.spread = spread
        quantity.grade = grade ?? self.grade
        quantity.isNonNegative = nonNegative
        quantity.summary = summary
        return declare(quantity)
    }

    /// A value the scenario gives (a person's age, a diet); `value` stands where it does not.
    public func input(_ name: String, _ value: Double, _ unit: Unit, _ summary: String) -> Expression {
        var quantity = Quantity(identifier(name), .parameter, unit: unit, initial: .number(value, unit))
        quantity.evidence = .given(by: "scenario")
        quantity.grade = .established
        quantity.summary = summary
        return declare(quantity)
    }

    /// A volume, fixed by a formula of parameters.
    public func compartment(_ name: String, size: Expression, _ unit: Unit, _ summary: String) -> Expression {
        var quantity = Quantity(identifier(name), .compartment, unit: unit, initial: size)
        quantity.grade = grade
        quantity.summary = summary
        return declare(quantity)
    }

    /// A state that flows, rates or events change.
    ///
    /// - Parameters:
    ///   - name: within the scope.
    ///   - unit: of the amount.
    ///   - initial: value at the start, a formula of parameters and inputs; balance replaces it unless `pinned`.
    ///   - typical: magnitude below which differences do not matter [unit].
    ///   - pinned: whether balance leaves the state alone (calcification, age, running totals).
    ///   - nonNegative: whether a value below zero makes no sense.
    ///   - compartment: the volume the amount is in, if any.
    ///   - summary: one line on what it is.
    public func state(
        _ name: String, _ unit: Unit, initial: Expression = 0, typical: Double, pinned: Bool = false,
        nonNegative: Bool = true, in compartment: Expression? = nil, _ summary: String
    ) -> Expression {
        let kind = Quantity.Kind.species(
            compartment: compartment?.symbolIdentifier, isAmountInMath: true, isBoundary: false)
        var quantity = Quantity(identifier(name), kind, unit: unit)
        quantity.initial = initial == 0 ? .number(0, unit) : initial
        quantity.isConstant = false
        quantity.isNonNegative = nonNegative
        quantity.isPinned = pinned
        quantity.typicalMagnitude = typical
        quantity.grade = grade
        quantity.summary = summary
        return declare(quantity)
    }

    /// A name for a formula, with its unit, which `check()` verifies.
    public func define(_ name: String, _ unit: Unit, _ formula: Expression, _ summary: String = "") -> Expression {
        var quantity = Quantity(identifier(name), .parameter, unit: unit)
        quantity.isConstant = false
        quantity.grade = grade
        quantity.summary = summary
        builder.model.rules.append(.assignment(quantity.identifier, formula))
        return declare(quantity)
    }

    /// A flow out of `source` into `sink`, both in amounts of one unit; `nil` is the world outside.
    ///
    /// - Returns: the flow's rate [amount per model time unit] as a symbol.
    @discardableResult
    public func flow(
        _ name: String, from source: Expression?, to sink: Expression?, rate: Expression, _ summary: String = ""
    ) -> Expression {
        func end(_ expression: Expression?) -> [Reaction.Participant] {
            expression.map { [.init($0.symbolIdentifier ?? "\($0) (not a state)")] } ?? []
        }
        var reaction = Reaction(identifier(name), from: end(source), to: end(sink), rate: rate)
        reaction.grade = grade
        reaction.summary = summary
        builder.model.reactions.append(reaction)
        return .symbol(reaction.identifier)
    }

    /// `d state / dt = formula` [unit of the state per model time unit].
    public func rate(of state: Expression, _ formula: Expression) {
        let identifier = state.symbolIdentifier ?? "\(state) (not a state)"
        builder.model.rules.append(.rate(identifier, formula))
    }

    /// `0 = residual` determines `unknown`.
    public func unknown(
        _ name: String, _ unit: Unit, guess: Double, typical: Double, residual: (Expression) -> Expression,
        _ summary: String = ""
    ) -> Expression {
        let symbol = state(name, unit, initial: .number(guess, unit), typical: typical, summary)
        builder.model.rules.append(.algebraic(residual(symbol)))
        return symbol
    }

    /// A sudden change of states when `trigger` becomes true.
    public func event(
        _ name: String, when trigger: Expression, set assignments: [(Expression, Expression)], _ summary: String = ""
    ) {
        var event = Event(
            identifier(name), when: trigger,
            assignments: assignments.map { .init($0.symbolIdentifier ?? "\($0) (not a state)", $1) })
        event.summary = summary
        builder.model.events.append(event)
    }

    /// A way for doses to enter.
    ///
    /// - Parameters:
    ///   - name: within the scope.
    ///   - unit: unit of a dose.
    ///   - attributes: what a dose may state besides its amount: name in scenarios, unit, default.
    ///   - infusionRate: parameter that a running infusion raises; `nil` where infusions make no sense.
    ///   - summary: one line on what it is.
    ///   - assign: what one dose does, from its amount and attributes (in the order given).
    public func doseInput(
        _ name: String, _ unit: Unit, attributes: [(name: String, unit: Unit, value: Double)] = [],
        infusionRate: Expression? = nil, _ summary: String,
        assign: (_ amount: Expression, _ attributes: [Expression]) -> [(state: Expression, value: Expression)]
    ) {
        func held(_ suffix: String, _ value: Double, _ unit: Unit) -> Expression {
            var quantity = Quantity(
                identifier("\(name).\(suffix)"), .parameter, unit: unit, initial: .number(value, unit))
            quantity.isConstant = false
            quantity.evidence = .given(by: "regimen")
            quantity.summary = "\(suffix) of the dose being given"
            return declare(quantity)
        }
        let amount = held("amount", 0, unit)
        let held = attributes.map { held($0.name, $0.value, $0.unit) }
        let assignments = assign(amount, held).map {
            Event.Assignment($0.state.symbolIdentifier ?? "\($0.state) (not a state)", $0.value)
        }
        var input = DoseInput(
            identifier(name), amount: identifier("\(name).amount"),
            attributes: Dictionary(
                uniqueKeysWithValues: attributes.map { ($0.name, identifier("\(name).\($0.name)")) }),
            infusionRate: infusionRate?.symbolIdentifier, assignments: assignments)
        input.summary = summary
        builder.model.doseInputs.append(input)
    }
}
