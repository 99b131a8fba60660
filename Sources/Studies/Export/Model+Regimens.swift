import Modeling

extension Model {
    /// The model with regimens given by events of its own, so that it needs no dosing from outside.
    ///
    /// One regimen is one event (an infusion two) that counts its doses: dose n, from 0, is due at start + n · interval,
    /// so that years of daily doses gather no rounding. Doses due at once are given in the order of the regimens.
    /// - Parameter regimens: what is given.
    /// - Returns: the model without dose inputs.
    /// - Throws: ``StudyError/missingDoseInput(identifier:model:)`` for a regimen the model has no input for.
    public func giving(_ regimens: [Scenario.Regimen]) throws(StudyError) -> Model {
        var result = self
        for (index, regimen) in regimens.enumerated() {
            guard let input = doseInputs.first(where: { $0.identifier == regimen.doseInput }) else {
                throw .missingDoseInput(identifier: regimen.doseInput, model: name)
            }
            var giving = RegimenEvents(regimen, into: input, number: index + 1, model: result)
            giving.priority = Double(regimens.count - index)
            giving.add(to: &result)
        }
        result.doseInputs = []
        return result
    }
}

/// Parameters and events that give one regimen.
private struct RegimenEvents {
    let regimen: Scenario.Regimen
    let input: DoseInput
    let prefix: String
    let time: Unit
    var priority = 0.0
    private let units: [String: Unit]

    init(_ regimen: Scenario.Regimen, into input: DoseInput, number: Int, model: Model) {
        self.regimen = regimen
        self.input = input
        prefix = "dose.\(number)"
        time = model.timeUnit
        let names = [input.amount] + input.attributes.values + [input.infusionRate].compactMap(\.self)
        units = Dictionary(names.map { ($0, model.quantity($0)?.unit ?? .dimensionless) }, uniquingKeysWith: { $1 })
    }

    func add(to model: inout Model) {
        let start = parameter("start", hours: regimen.start, "time of the first dose", &model)
        let given = counter("given", "doses given so far", &model)
        let amount = parameter("amount", regimen.amount, units[input.amount]!, "amount of each dose", &model)
        var values: [String: Expression] = [input.amount: amount]
        for (name, value) in regimen.attributes.sorted(by: { $0.key < $1.key }) {
            guard let held = input.attributes[name] else { continue }
            values[held] = parameter(name, value, units[held]!, "\(name) of each dose", &model)
        }
        var due = start
        if let interval = regimen.interval {
            due = start + given * parameter("interval", hours: interval, "time between doses", &model)
        }
        var trigger = Expression.time >= due
        if regimen.interval == nil { trigger = trigger.and(given < 1) }
        if regimen.end.isFinite {
            trigger = trigger.and(due < parameter("end", hours: regimen.end, "no dose from here on", &model))
        }
        var assignments = values.sorted { $0.key < $1.key }.map { Event.Assignment($0.key, $0.value) }
        if regimen.infusionDuration > 0, let rate = input.infusionRate {
            // A running infusion is a rate; it takes the place of what a dose given at once does.
            assignments.removeAll { $0.variable == input.amount }
            let duration = parameter("duration", hours: regimen.infusionDuration, "time each dose takes", &model)
            assignments.append(.init(rate, .symbol(rate) + amount / duration))
            addEnd(of: rate, amount / duration, after: duration, start: start, given: given, &model)
        } else {
            assignments += input.assignments.map { assignment in
                Event.Assignment(assignment.variable, assignment.formula.substituting { values[$0] })
            }
        }
        assignments.append(.init("\(prefix).given", given + 1))
        addEvent(prefix, trigger, assignments, &model)
        for assignment in assignments { model.letVary(assignment.variable) }
    }

    /// The event that takes an infusion's rate off again.
    private func addEnd(
        of rate: String, _ share: Expression, after duration: Expression, start: Expression, given: Expression,
        _ model: inout Model
    ) {
        let ended = counter("ended", "infusions ended so far", &model)
        var begun = start
        if regimen.interval != nil { begun = start + ended * .symbol("\(prefix).interval") }
        let trigger = (Expression.time >= begun + duration).and(ended < given)
        addEvent(
            "\(prefix).stop", trigger,
            [.init(rate, .symbol(rate) - share), .init("\(prefix).ended", ended + 1)], &model)
    }

    private func addEvent(
        _ identifier: String, _ trigger: Expression, _ assignments: [Event.Assignment], _ model: inout Model
    ) {
        var event = Event(identifier, when: trigger, assignments: assignments)
        // A dose due at the start is given, and each is evaluated after those before it at the same time.
        event.initialTriggerValue = false
        event.usesValuesFromTriggerTime = false
        event.priority = .number(priority)
        event.summary = regimen.text
        model.events.append(event)
    }

    private func parameter(_ name: String, hours: Double, _ summary: String, _ model: inout Model) -> Expression {
        parameter(name, hours * (Unit.hour.scale / time.scale), time, summary, &model)
    }

    private func parameter(
        _ name: String, _ value: Double, _ unit: Unit, _ summary: String, _ model: inout Model
    ) -> Expression {
        var quantity = Quantity("\(prefix).\(name)", .parameter, unit: unit, initial: .number(value, unit))
        quantity.evidence = .given(by: "regimen")
        quantity.summary = summary
        model.quantities.append(quantity)
        return .symbol(quantity.identifier)
    }

    private func counter(_ name: String, _ summary: String, _ model: inout Model) -> Expression {
        let counter = parameter(name, 0, .dimensionless, summary, &model)
        model.letVary("\(prefix).\(name)")
        return counter
    }
}

extension Model {
    fileprivate mutating func letVary(_ identifier: String) {
        guard let index = quantities.firstIndex(where: { $0.identifier == identifier }) else { return }
        quantities[index].isConstant = false
    }
}
