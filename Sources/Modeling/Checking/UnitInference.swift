/// Finds the unit of formulas and the places where units do not fit.
struct UnitInference {
    /// Unit of each quantity and reaction by identifier.
    let units: [String: Unit]
    /// Unit in which reactions change each quantity by identifier: always an amount.
    let amountUnits: [String: Unit]
    /// Unit of the extent of reactions that change each quantity by identifier: amount ÷ conversion factor.
    let extentUnits: [String: Unit]
    let timeUnit: Unit
    private(set) var issues: [Issue] = []
    private var element = ""
    private var line: Int?
    /// Unit of each part of the formula looked at; `nil` where it cannot be told because of an issue already reported.
    private var known: [ObjectIdentifier: Unit?] = [:]

    init(_ model: Model) {
        timeUnit = model.timeUnit
        var units = Dictionary(
            model.quantities.map { ($0.identifier, $0.unit) }, uniquingKeysWith: { first, _ in first })
        let amountUnits = Dictionary(
            model.quantities.map { ($0.identifier, Self.amountUnit(of: $0, units)) },
            uniquingKeysWith: { first, _ in first })
        var extentUnits = amountUnits
        for quantity in model.quantities {
            guard let factor = quantity.conversionFactor.flatMap({ units[$0] }),
                let amount = amountUnits[quantity.identifier]
            else { continue }
            extentUnits[quantity.identifier] = amount / factor
        }
        for reaction in model.reactions {
            guard let participant = (reaction.reactants + reaction.products).first,
                let extent = extentUnits[participant.species]
            else { continue }
            units[reaction.identifier] = extent / model.timeUnit
        }
        self.extentUnits = extentUnits
        self.units = units
        self.amountUnits = amountUnits
    }

    private static func amountUnit(of quantity: Quantity, _ units: [String: Unit]) -> Unit {
        guard case .species(let compartment?, false, _) = quantity.kind, let size = units[compartment] else {
            return quantity.unit
        }
        return quantity.unit * size
    }

    /// Requires a formula to have a unit.
    mutating func expect(_ formula: Expression, _ unit: Unit, in element: String, line: Int? = nil) {
        self.element = element
        self.line = line
        guard let found = self.unit(of: formula) else { return }
        if found != unit, !isFreeZero(formula) {
            mismatch("\(formula.brief) has unit [\(found)] where [\(unit)] is declared", found, unit)
        }
    }

    /// Looks through a formula whose own unit does not matter.
    mutating func visit(_ formula: Expression, in element: String) {
        self.element = element
        line = nil
        _ = unit(of: formula)
    }

    /// The unit of a formula; `nil` where it cannot be told.
    mutating func inferredUnit(of formula: Expression) -> Unit? {
        let known = issues.count
        let found = unit(of: formula)
        guard issues.count == known else {
            issues.removeLast(issues.count - known)
            return nil
        }
        return found
    }

    /// A literal 0 or ±∞ fits any unit.
    private func isFreeZero(_ expression: Expression) -> Bool {
        if case .number(let value, let unit) = expression.kind {
            (value == 0 || value.isInfinite) && unit == .dimensionless
        } else {
            false
        }
    }

    private mutating func mismatch(_ message: String, _ found: Unit, _ wanted: Unit) {
        let remedy =
            found.isSameDimension(as: wanted)
            ? "convert from \(found) to \(wanted)" : "the dimensions differ: correct the formula or the declared unit"
        issues.append(Issue(.unitMismatch, element, message, remedy: remedy, line: line))
    }

    /// The unit of a formula; `nil` where it cannot be told because of an issue already reported.
    private mutating func unit(of formula: Expression) -> Unit? {
        known.removeAll(keepingCapacity: true)
        var parts: [Expression] = []
        formula.forEachDistinctNode { parts.append($0) }
        for part in parts { known[ObjectIdentifier(part.node)] = .some(inferred(part)) }
        return unit(ofPart: formula)
    }

    /// The unit of a part whose turn has been.
    private func unit(ofPart part: Expression) -> Unit? { known[ObjectIdentifier(part.node)] ?? nil }

    private mutating func inferred(_ expression: Expression) -> Unit? {
        switch expression.kind {
        case .number(_, let unit): return unit
        case .time: return timeUnit
        case .symbol(let identifier): return units[identifier]
        case .delay:
            if let interval = unit(ofPart: expression.operands[1]), interval != timeUnit {
                mismatch(
                    "\(expression.operands[1].brief) has unit [\(interval)] where [\(timeUnit)] of time is needed",
                    interval, timeUnit)
            }
            return unit(ofPart: expression.operands[0])
        case .rateOf: return unit(ofPart: expression.operands[0]).map { $0 / timeUnit }
        case .apply(let operation): return inferred(operation, expression)
        }
    }

    private mutating func inferred(_ operation: Operation, _ expression: Expression) -> Unit? {
        let operands = expression.operands
        switch operation {
        case .add, .subtract, .min, .max, .remainder: return common(operands, expression)
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
            _ = common(operands, expression)
            return .dimensionless
        case .select: return common(Array(operands[1...]), expression)
        case .multiply:
            var product: Unit? = .dimensionless
            for operand in operands { product = combine(product, unit(ofPart: operand), *) }
            return product
        case .divide, .quotient: return combine(unit(ofPart: operands[0]), unit(ofPart: operands[1]), /)
        case .negate, .abs, .floor, .ceiling: return unit(ofPart: operands[0])
        case .sqrt: return unit(ofPart: operands[0])?.power(0.5)
        case .power: return power(operands[0], operands[1], expression)
        case .and, .or, .xor, .not: return .dimensionless
        default:
            for operand in operands { requireDimensionless(operand, in: expression) }
            return .dimensionless
        }
    }

    private func combine(_ left: Unit?, _ right: Unit?, _ join: (Unit, Unit) -> Unit) -> Unit? {
        guard let left, let right else { return nil }
        return join(left, right)
    }

    private mutating func common(_ operands: [Expression], _ whole: Expression) -> Unit? {
        var first: (unit: Unit, expression: Expression)?
        for operand in operands where !isFreeZero(operand) {
            guard let unit = unit(ofPart: operand) else { continue }
            if let first, first.unit != unit {
                mismatch(
                    "\(whole.brief) joins \(first.expression.brief) [\(first.unit)] with \(operand.brief) [\(unit)]",
                    unit, first.unit)
            }
            first = first ?? (unit, operand)
        }
        return first?.unit ?? .dimensionless
    }

    private mutating func power(_ base: Expression, _ exponent: Expression, _ whole: Expression) -> Unit? {
        requireDimensionless(exponent, in: whole)
        guard let unit = unit(ofPart: base) else { return nil }
        if case .number(let value, _) = exponent.kind { return unit.power(value) }
        if unit != .dimensionless {
            mismatch(
                "\(base.brief) [\(unit)] is raised to a power that is no number in \(whole.brief)", unit, .dimensionless
            )
        }
        return .dimensionless
    }

    private mutating func requireDimensionless(_ operand: Expression, in whole: Expression) {
        if let unit = unit(ofPart: operand), unit != .dimensionless {
            mismatch("\(operand.brief) [\(unit)] stands in \(whole.brief), which needs [1]", unit, .dimensionless)
        }
    }
}
