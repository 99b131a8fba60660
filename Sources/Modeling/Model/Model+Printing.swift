extension Model: CustomStringConvertible {
    /// The model as text: every quantity, reaction, rule, event, dose input and output, one a line.
    public var description: String {
        var lines = ["model \(name) (time in \(timeUnit))"]
        func section(_ title: String, _ body: [String]) {
            guard !body.isEmpty else { return }
            lines.append("")
            lines.append("\(title):")
            lines += body.map { "  " + $0 }
        }
        section("components", components.map { "\($0.name) (\($0.grade)): \($0.summary)" })
        section("quantities", quantities.map(\.oneLine))
        section("reactions", reactions.map { "\($0.identifier): \($0.equation), rate \($0.rate)" })
        section("rules", rules.map(\.text))
        section("events", events.map(\.text))
        section("dose inputs", doseInputs.map { "\($0.identifier): \($0.assignments.text)" })
        section("outputs", outputs.map { "\($0.identifier) [\($0.unit)] = \($0.formula)" })
        return lines.joined(separator: "\n")
    }
}

extension Quantity {
    fileprivate var oneLine: String {
        var text = "\(identifier) [\(unit)]"
        switch kind {
        case .compartment: text += " compartment"
        case .species(let compartment, let isAmount, let isBoundary):
            text += isAmount ? " amount" : " concentration"
            if let compartment { text += " in \(compartment)" }
            if isBoundary { text += ", boundary" }
        case .parameter: break
        }
        if let initial { text += " = \(initial)" }
        if isPinned { text += ", pinned" }
        if let evidence { text += "; \(evidence)" }
        return text
    }
}

extension Reaction {
    var equation: String {
        func side(_ participants: [Participant]) -> String {
            participants.isEmpty
                ? "∅"
                : participants.map { $0.stoichiometry == 1 ? $0.species : "\($0.stoichiometry) \($0.species)" }
                    .joined(separator: " + ")
        }
        return "\(side(reactants)) -> \(side(products))"
    }
}

extension Rule {
    fileprivate var text: String {
        switch self {
        case .assignment(let variable, let formula): "\(variable) = \(formula)"
        case .rate(let variable, let formula): "d \(variable) / dt = \(formula)"
        case .algebraic(let formula): "0 = \(formula)"
        }
    }
}

extension [Event.Assignment] {
    fileprivate var text: String { map { "\($0.variable) := \($0.formula)" }.joined(separator: "; ") }
}

extension Event {
    fileprivate var text: String {
        var text = "\(identifier): when \(trigger)"
        if let delay { text += ", after \(delay)" }
        if let priority { text += ", priority \(priority)" }
        if !isPersistent { text += ", not persistent" }
        if !initialTriggerValue { text += ", initially false" }
        if !usesValuesFromTriggerTime { text += ", values from execution" }
        return text + ": " + assignments.text
    }
}
