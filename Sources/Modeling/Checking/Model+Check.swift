extension Model {
    /// Everything that is wrong with the model, all at once: identifiers, determination, units, values, sources, unused states.
    public func check() -> [Issue] {
        var issues: [Issue] = []
        do throws(ModelError) {
            _ = try EquationSystem(self)
        } catch {
            issues += error.issues
        }
        return issues + checkUnits() + checkValues() + checkSources() + checkUse()
    }

    /// The model itself if nothing is wrong with it.
    ///
    /// - Throws: ``ModelError`` with all issues.
    public func validated() throws(ModelError) -> Model {
        let issues = check()
        guard issues.isEmpty else { throw ModelError(model: name, issues: issues) }
        return self
    }

    /// Formulas whose unit is not what their place declares.
    public func checkUnits() -> [Issue] {
        var inference = UnitInference(self)
        let units = inference.units
        for quantity in quantities {
            if let initial = quantity.initial {
                inference.expect(initial, quantity.unit, in: quantity.identifier, line: quantity.line)
            }
        }
        for reaction in reactions {
            guard let unit = units[reaction.identifier] else { continue }
            inference.expect(reaction.rate, unit, in: reaction.identifier, line: reaction.line)
            for participant in reaction.reactants + reaction.products where participant.stoichiometry == 1 {
                guard let amount = inference.extentUnits[participant.species],
                    amount / timeUnit != unit
                else { continue }
                inference.expect(
                    .number(1, amount) / .number(1, timeUnit), unit, in: reaction.identifier, line: reaction.line)
            }
        }
        for rule in rules {
            switch rule {
            case .assignment(let variable, let formula):
                if let unit = units[variable] { inference.expect(formula, unit, in: variable) }
            case .rate(let variable, let formula):
                if let unit = units[variable] { inference.expect(formula, unit / timeUnit, in: "rate of \(variable)") }
            case .algebraic(let formula): inference.visit(formula, in: "0 = \(formula.brief)")
            }
        }
        for event in events {
            inference.visit(event.trigger, in: event.identifier)
            if let delay = event.delay { inference.expect(delay, timeUnit, in: event.identifier, line: event.line) }
            if let priority = event.priority {
                inference.expect(priority, .dimensionless, in: event.identifier, line: event.line)
            }
        }
        for (element, assignments) in events.map({ ($0.identifier, $0.assignments) })
            + doseInputs.map({ ($0.identifier, $0.assignments) })
        {
            for assignment in assignments {
                if let unit = units[assignment.variable] { inference.expect(assignment.formula, unit, in: element) }
            }
        }
        for output in outputs { inference.expect(output.formula, output.unit, in: output.identifier) }
        return inference.issues
    }

    /// Compartments whose size is not positive, values that are not numbers, spreads that cannot be drawn.
    private func checkValues() -> [Issue] {
        var issues: [Issue] = []
        for quantity in quantities {
            guard case .number(let value, _) = quantity.initial?.kind else { continue }
            if quantity.kind == .compartment, value < 0 {
                issues.append(
                    Issue(
                        .negativeSize, quantity.identifier, "has the size \(value)", remedy: "give it a positive size",
                        line: quantity.line))
            }
            if quantity.isNonNegative, value < 0 {
                issues.append(
                    Issue(
                        .invalidNumber, quantity.identifier, "is declared non-negative and starts at \(value)",
                        remedy: "correct the value or the declaration", line: quantity.line))
            }
            if let problem = quantity.spread.problem(around: value) {
                issues.append(
                    Issue(
                        .invalidNumber, quantity.identifier, problem, remedy: "correct the spread", line: quantity.line)
                )
            }
        }
        return issues
    }

    /// Numbers without a source.
    private func checkSources() -> [Issue] {
        quantities.compactMap { quantity in
            guard quantity.isConstant, case .number = quantity.initial?.kind, quantity.kind == .parameter else {
                return nil
            }
            if let evidence = quantity.evidence, evidence.isComplete { return nil }
            return Issue(
                .unsourcedNumber, quantity.identifier, "has a number without a source",
                remedy: "state its evidence: published, derived, fitted or assumed, with where or why",
                line: quantity.line)
        }
    }

    /// States that change but that nothing reads.
    private func checkUse() -> [Issue] {
        let used = Set(formulas.flatMap { $0.formula.symbols })
        let moved = Set(reactions.flatMap { ($0.reactants + $0.products).map(\.species) })
        return quantities.compactMap { quantity in
            guard case .species = quantity.kind, !quantity.isConstant, !used.contains(quantity.identifier),
                !moved.contains(quantity.identifier)
            else { return nil }
            return Issue(
                .unusedState, quantity.identifier, "is a state that nothing changes or reads",
                remedy: "use it or remove it", line: quantity.line)
        }
    }
}

extension Spread {
    /// Why the spread cannot be drawn around a value.
    fileprivate func problem(around value: Double) -> String? {
        switch self {
        case .none: nil
        case .logNormal(let variation) where variation <= 0 || value <= 0:
            "has a log-normal spread of \(variation) around \(value); both must be positive"
        case .logitNormal(let deviation) where deviation <= 0 || value <= 0 || value >= 1:
            "has a logit-normal spread of \(deviation) around \(value); it must be positive and the value between 0 and 1"
        case .normal(let deviation) where deviation <= 0: "has a normal spread of \(deviation); it must be positive"
        case .uniform(let low, let high) where low >= high: "has a uniform spread from \(low) to \(high)"
        default: nil
        }
    }
}
