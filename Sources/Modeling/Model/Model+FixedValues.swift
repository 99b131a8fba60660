/// Values that nothing changes: numbers, constants, and formulas of those by initial assignment or assignment rule.
public struct FixedValues {
    private let model: Model
    private let indices: [String: Int]
    private let assignments: [String: Expression]
    private var varying: Set<String>
    /// Outer `nil` is unknown, inner `nil` is no fixed value; the latter also stands for one that is being looked at.
    private var known: [String: Double?] = [:]

    /// - Parameter model: whose values are asked.
    public init(_ model: Model) {
        self.model = model
        indices = model.quantityIndices()
        var assignments: [String: Expression] = [:]
        varying = Set((model.events.flatMap(\.assignments) + model.doseInputs.flatMap(\.assignments)).map(\.variable))
        for rule in model.rules {
            switch rule {
            case .assignment(let variable, let formula): assignments[variable] = formula
            case .rate(let variable, _): varying.insert(variable)
            case .algebraic(let formula):
                varying.formUnion(formula.symbols.filter { model.quantity($0)?.isConstant == false })
            }
        }
        self.assignments = assignments
    }

    /// Value of a formula; `nil` where time, an event, a reaction or a rule may change it, or where it depends on itself.
    public mutating func value(of formula: Expression) -> Double? {
        switch formula.kind {
        case .number(let value, _): return value
        case .time, .delay, .rateOf: return nil
        case .symbol(let identifier):
            if let value = known[identifier] { return value }
            known[identifier] = .some(nil)
            let value = value(ofSymbol: identifier)
            known[identifier] = .some(value)
            return value
        case .apply(let operation):
            var operands: [Double] = []
            for operand in formula.operands {
                guard let value = value(of: operand) else { return nil }
                operands.append(value)
            }
            switch operation {
            case .add: return operands.reduce(0, +)
            case .multiply: return operands.reduce(1, *)
            case .select: return operands[0] != 0 ? operands[1] : operands[2]
            default:
                return operands.count == 1
                    ? operation.apply(operands[0]) : operation.apply(operands[0], operands[1])
            }
        }
    }

    private mutating func value(ofSymbol identifier: String) -> Double? {
        if let formula = assignments[identifier] { return value(of: formula) }
        guard let index = indices[identifier], !varying.contains(identifier) else { return nil }
        let quantity = model.quantities[index]
        if case .species = quantity.kind, !quantity.isConstant { return nil }
        return quantity.initial.flatMap { value(of: $0) }
    }
}
