extension Lowering {
    /// Adds the programs that derivatives by parameters need; call after `differentiate()`.
    ///
    /// Whatever stands in the way is reported as an issue: a name that is no free parameter, `delay`, algebraic states, fast
    /// reactions, delayed events, an operation without a derivative.
    mutating func differentiate(by names: [String]) -> SensitivityLayout? {
        let named = names.compactMap { freeParameter($0) }
        checkSensitivities(of: names)
        guard issues.isEmpty else { return nil }
        do throws(UndifferentiableError) {
            let active = try activeParameters(named)
            let stateCount = structure.stateQuantities.count
            let places = Dictionary(uniqueKeysWithValues: active.enumerated().map { (Int32($1), stateCount + $0) })
            let columnCount = stateCount + active.count + 1
            func column(_ leaf: ExpressionGraph.Node) -> Int? {
                switch leaf {
                case .state(let index): Int(index)
                case .parameter(let index): places[index]
                case .time: columnCount - 1
                default: nil
                }
            }
            let rightHandSide = programs[.rightHandSide]!
            let linear = try sparseDerivatives(of: rightHandSide, columnCount: columnCount, by: column)
            programs[.linearisation] = rightHandSide + linear.derivatives
            let steady = linear.derivatives.prefix(linear.pattern.columnStarts[columnCount - 1])
            let bends = try graph.tangents(of: Array(steady)) { graph, leaf in
                switch leaf {
                case .state(let index): graph.intern(.direction(index))
                case .time: graph.intern(.direction(Int32(stateCount)))
                default: nil
                }
            }
            let curved = bends.indices.filter { graph.value(of: bends[$0]) != 0 }
            programs[.curvature] = curved.map { bends[$0] }
            var patterns: [DifferentiatedProgram: SparsityPattern] = [:]
            for (program, roots) in differentiatedPrograms {
                let found = try sparseDerivatives(of: roots, columnCount: columnCount, by: column)
                patterns[program] = found.pattern
                programs[.derivatives(of: program)] = found.derivatives
            }
            return SensitivityLayout(
                parameters: named, activeParameters: active, linearisation: linear.pattern, curvedPlaces: curved,
                patterns: patterns)
        } catch {
            refuse(structure.model.name, "\(error.operation) has no derivative here")
            return nil
        }
    }

    private func freeParameter(_ name: String) -> Int? {
        guard let index = structure.quantityIndices[name],
            case .parameter(let parameter) = structure.determinations[index],
            structure.isFree(structure.model.quantities[index])
        else { return nil }
        return parameter
    }

    private mutating func refuse(_ element: String, _ message: String) {
        issues.append(
            Issue(
                .unsupported, element, "\(message), so sensitivities are not followed",
                remedy: "run it without sensitivities, or take differences of runs"))
    }

    private mutating func checkSensitivities(of names: [String]) {
        for name in names where freeParameter(name) == nil {
            let isKnown = structure.quantityIndices[name] != nil
            issues.append(
                Issue(
                    isKnown ? .notAVariable : .undefined, name,
                    isKnown ? "is not a parameter whose value is a number" : "is not declared",
                    remedy: "ask for the sensitivity to a constant parameter or compartment"))
        }
        for name in Set(names).sorted() where names.filter({ $0 == name }).count > 1 {
            issues.append(
                Issue(.duplicateIdentifier, name, "is asked for twice", remedy: "name each parameter once"))
        }
        let model = structure.model.name
        if !graph.lags.isEmpty { refuse(model, "it contains `delay`") }
        if !structure.fastSpecies.isEmpty { refuse(model, "it has fast reactions") }
        for (motion, quantity) in zip(structure.motions, structure.stateQuantities) {
            if case .algebraic = motion {
                refuse(structure.model.quantities[quantity].identifier, "it follows from an algebraic rule")
            }
        }
        for event in structure.model.events where event.delay != nil {
            refuse(event.identifier, "the event has a delay")
        }
    }

    /// What is differentiated beside f, with its formulas.
    private var differentiatedPrograms: [(DifferentiatedProgram, [NodeID])] {
        var result: [(DifferentiatedProgram, [NodeID])] = [
            (.initialValues, programs[.initialValues]!), (.outputs, programs[.outputs]!),
            (.roots, Array(programs[.roots]!.prefix(structure.roots.count))),
        ]
        for event in structure.model.events.indices {
            result.append((.eventAssignments(event), programs[.eventAssignments(event)]!))
            result.append((.eventScales(event), programs[.eventScales(event)]!))
        }
        for dose in structure.model.doseInputs.indices {
            result.append((.doseAssignments(dose), programs[.doseAssignments(dose)]!))
        }
        return result
    }

    /// The named parameters, those computed from them, and those that events or doses make depend on them or on states.
    private mutating func activeParameters(_ named: [Int]) throws(UndifferentiableError) -> [Int] {
        var active = Set(named)
        let stateCount = structure.stateQuantities.count
        let starts = programs[.initialValues]!
        func readsActive(_ nodes: [NodeID], orMoves: Bool) -> Bool {
            graph.reachable(from: nodes).contains { id in
                switch graph[id] {
                case .parameter(let index): active.contains(Int(index))
                case .state, .time: orMoves
                default: false
                }
            }
        }
        for parameter in structure.parameterQuantities.indices
        where readsActive([starts[stateCount + parameter]], orMoves: false) { active.insert(parameter) }
        var assignments: [(target: Int, nodes: [NodeID])] = []
        func collect(_ variables: [Event.Assignment], _ values: [NodeID], _ scales: [NodeID]) {
            for (place, assignment) in variables.enumerated() {
                guard case .parameter(let target)? = structure.slot(structure.quantityIndices[assignment.variable]!)
                else { continue }
                assignments.append((target, [values[place]] + (scales.isEmpty ? [] : [scales[place]])))
            }
        }
        for (index, event) in structure.model.events.enumerated() {
            collect(
                event.assignments, programs[.eventAssignments(index)]!, programs[.eventScales(index)]!)
        }
        for (index, input) in structure.model.doseInputs.enumerated() {
            collect(input.assignments, programs[.doseAssignments(index)]!, [])
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (target, nodes) in assignments where !active.contains(target) && readsActive(nodes, orMoves: true) {
                active.insert(target)
                isGrowing = true
            }
        }
        return active.sorted()
    }
}
