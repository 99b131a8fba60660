/// How well an output is supported: the lowest grade on the paths that lead to it, and what sets it.
public struct OutputGrade: Hashable, Sendable {
    public let grade: Grade
    /// Component, quantity, reaction or output that sets the grade; of several the one nearest to the output.
    public let element: String
    /// Whether `element` is a component as a whole.
    public let isComponent: Bool

    public init(grade: Grade, element: String, isComponent: Bool) {
        self.grade = grade
        self.element = element
        self.isComponent = isComponent
    }

    /// Such as `component skin` or `artery.effect`.
    public var reason: String { isComponent ? "component \(element)" : element }
}

extension Model {
    /// The grade of each output, by identifier.
    ///
    /// Everything counts that an output's value can depend on, through rules, reactions, events, doses, sizes and
    /// initial values, however weakly.
    /// - Parameters:
    ///   - doseInputs: those in use; doses that nobody gives lower no grade. `nil` is all of them.
    ///   - zeros: inputs that are zero for this person; what they multiply is absent and lowers no grade.
    ///   - setAside: by output, what is known to move it too little to count.
    public func outputGrades(
        usingDoses doseInputs: Set<String>? = nil, zeros: Set<String> = [], setAside: [String: Set<String>] = [:]
    ) -> [String: OutputGrade] {
        let dependencies = GradedDependencies(self, doseInputs: doseInputs, zeros: zeros)
        let componentGrades = Dictionary(
            components.map { ($0.name, $0.grade) }, uniquingKeysWith: { first, _ in first })
        var result: [String: OutputGrade] = [:]
        for output in outputs {
            let (grade, element) = dependencies.lowestGrade(from: output, without: setAside[output.identifier] ?? [])
            let component =
                grade < output.grade || element != output.identifier
                ? Self.component(of: element, grade: grade, in: componentGrades) : nil
            result[output.identifier] = OutputGrade(
                grade: grade, element: component ?? element, isComponent: component != nil)
        }
        return result
    }

    /// Everything on the path of each output that is graded below established, by identifier; parameters as those of ``outputGrades(usingDoses:zeros:setAside:)``.
    public func weakElements(
        usingDoses doseInputs: Set<String>? = nil, zeros: Set<String> = []
    ) -> [String: [String: Grade]] {
        let dependencies = GradedDependencies(self, doseInputs: doseInputs, zeros: zeros)
        return Dictionary(
            outputs.map { ($0.identifier, dependencies.weakElements(from: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The innermost component around an element, where it has that same grade.
    private static func component(of element: String, grade: Grade, in grades: [String: Grade]) -> String? {
        var name = element[...]
        while let dot = name.lastIndex(of: ".") {
            name = name[..<dot]
            if let found = grades[String(name)] { return found == grade ? String(name) : nil }
        }
        return nil
    }
}

/// What each symbol of a model directly depends on, with grades.
private struct GradedDependencies {
    private var edges: [String: [String]] = [:]
    private var grades: [String: Grade] = [:]
    private let zeros: Set<String>

    init(_ model: Model, doseInputs: Set<String>?, zeros: Set<String>) {
        self.zeros = zeros
        let present = { (formula: Expression) in formula.symbols(withoutProductsOf: zeros) }
        for quantity in model.quantities {
            grades[quantity.identifier] = quantity.grade
            add(quantity.identifier, quantity.initial.map(present) ?? [])
            add(quantity.identifier, [quantity.conversionFactor].compactMap(\.self))
            if case .species(let compartment?, _, _) = quantity.kind { add(quantity.identifier, [compartment]) }
        }
        for reaction in model.reactions {
            grades[reaction.identifier] = reaction.grade
            add(reaction.identifier, present(reaction.rate))
            for participant in reaction.reactants + reaction.products {
                add(participant.species, [reaction.identifier] + present(participant.stoichiometry))
            }
        }
        for rule in model.rules {
            if let variable = rule.variable {
                add(variable, present(rule.formula))
            } else {
                addAlgebraic(rule.formula, model)
            }
        }
        for event in model.events {
            let conditions = [event.trigger, event.delay, event.priority].compactMap(\.self).flatMap(present)
            for assignment in event.assignments { add(assignment.variable, conditions + present(assignment.formula)) }
        }
        for input in model.doseInputs where doseInputs?.contains(input.identifier) ?? true {
            for assignment in input.assignments { add(assignment.variable, present(assignment.formula)) }
        }
    }

    private mutating func add(_ symbol: String, _ others: [String]) {
        edges[symbol, default: []] += others
    }

    /// An algebraic rule ties together everything it mentions that can vary.
    private mutating func addAlgebraic(_ formula: Expression, _ model: Model) {
        let symbols = formula.symbols
        for symbol in symbols where model.quantity(symbol)?.isConstant == false { add(symbol, symbols) }
    }

    /// The nearest element of the lowest grade.
    func lowestGrade(from output: Output, without setAside: Set<String>) -> (grade: Grade, element: String) {
        var lowest = (grade: output.grade, element: output.identifier)
        walk(from: output) { symbol, grade in
            if grade < lowest.grade, !setAside.contains(symbol) { lowest = (grade, symbol) }
        }
        return lowest
    }

    func weakElements(from output: Output) -> [String: Grade] {
        var found: [String: Grade] = [:]
        walk(from: output) { symbol, grade in if grade < .established { found[symbol] = grade } }
        return found
    }

    /// Breadth first, so that the nearest come first.
    private func walk(from output: Output, visit: (_ symbol: String, _ grade: Grade) -> Void) {
        var queue = output.formula.symbols(withoutProductsOf: zeros)
        var seen = Set(queue)
        var position = 0
        while position < queue.count {
            let symbol = queue[position]
            position += 1
            if let grade = grades[symbol] { visit(symbol, grade) }
            for next in edges[symbol] ?? [] where seen.insert(next).inserted { queue.append(next) }
        }
    }
}
