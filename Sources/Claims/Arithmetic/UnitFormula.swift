import Modeling
import Studies

/// An expression on named numbers with units: `+ − * / ^`, brackets, names and bare numbers.
public indirect enum UnitFormula: Sendable {
    case number(Double)
    case name(String, offset: Int)
    case sum(UnitFormula, UnitFormula, sign: Double, offset: Int)
    case product(UnitFormula, UnitFormula)
    case quotient(UnitFormula, UnitFormula)
    case power(UnitFormula, Double)

    /// Two formulas and what is claimed of them.
    public struct Comparison: Sendable {
        public enum Sign: String, Sendable { case less = "<", greater = ">" }
        public var left: UnitFormula
        public var sign: Sign
        public var right: UnitFormula
        /// Characters before the sign.
        var offset: Int
    }

    /// The value with the names' values.
    ///
    /// - Throws: `TextProblem` with the place of a name that is not there, or of a sum of different dimensions.
    package func evaluate(_ values: [String: Measured]) throws(TextProblem) -> Measured {
        switch self {
        case .number(let value): return Measured(value, .dimensionless)
        case .name(let name, let offset):
            if let value = values[name] { return value }
            let known = values.keys.sorted()
            throw TextProblem(
                message: "'\(name)' is not a value here",
                remedy: Spelling.remedy(for: name, among: known, noun: "value"), offset: offset)
        case .sum(let left, let right, let sign, let offset):
            let (first, second) = (try left.evaluate(values), try right.evaluate(values))
            if let sum = first.adding(second, sign: sign) { return sum }
            throw TextProblem(
                message: "\(first.unit) and \(second.unit) cannot be added", remedy: "give both the same dimension",
                offset: offset)
        case .product(let left, let right): return try left.evaluate(values) * right.evaluate(values)
        case .quotient(let left, let right): return try left.evaluate(values) / right.evaluate(values)
        case .power(let base, let exponent): return try base.evaluate(values).power(exponent)
        }
    }
}

extension UnitFormula.Comparison {
    /// Both sides in `unit`, and whether what is claimed of them is true.
    ///
    /// - Throws: `TextProblem` where a name is missing or dimensions do not fit.
    package func evaluate(
        _ values: [String: Measured], in unit: Unit
    ) throws(TextProblem) -> (left: Double, right: Double, holds: Bool) {
        let (first, second) = (try left.evaluate(values), try right.evaluate(values))
        guard first.unit.isSameDimension(as: second.unit) else {
            throw TextProblem(
                message: "\(first.unit) and \(second.unit) cannot be compared", remedy: "give both the same dimension",
                offset: offset)
        }
        guard first.unit.isSameDimension(as: unit) else {
            throw TextProblem(
                message: "the sides are in \(first.unit), which does not fit \(unit)",
                remedy: "give 'in' a unit of their dimension", offset: offset)
        }
        let (a, b) = (first.value(in: unit), second.value(in: unit))
        return (a, b, sign == .less ? a < b : a > b)
    }
}
