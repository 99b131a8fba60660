extension Model {
    /// Every formula of the model.
    public var allFormulas: [Expression] { formulas.map(\.formula) }

    /// Every formula of the model with the element it belongs to.
    var formulas: [(element: String, formula: Expression)] { formulas(includingOutputs: true) }

    /// Every formula that acts on the simulation, and those of outputs if asked.
    func formulas(includingOutputs: Bool) -> [(element: String, formula: Expression)] {
        var found: [(element: String, formula: Expression)] = []
        for quantity in quantities {
            if let initial = quantity.initial { found.append((quantity.identifier, initial)) }
        }
        for reaction in reactions {
            found.append((reaction.identifier, reaction.rate))
            for participant in reaction.reactants + reaction.products {
                found.append((reaction.identifier, participant.stoichiometry))
            }
        }
        for rule in rules { found.append((rule.variable ?? "0 = \(rule.formula.brief)", rule.formula)) }
        for event in events {
            found.append((event.identifier, event.trigger))
            if let delay = event.delay { found.append((event.identifier, delay)) }
            if let priority = event.priority { found.append((event.identifier, priority)) }
            for assignment in event.assignments { found.append((event.identifier, assignment.formula)) }
        }
        for input in doseInputs {
            for assignment in input.assignments { found.append((input.identifier, assignment.formula)) }
        }
        if includingOutputs { for output in outputs { found.append((output.identifier, output.formula)) } }
        return found
    }
}
