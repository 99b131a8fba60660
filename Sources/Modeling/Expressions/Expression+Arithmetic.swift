extension Expression {
    public static func + (left: Expression, right: Expression) -> Expression { .apply(.add, [left, right]) }
    public static func - (left: Expression, right: Expression) -> Expression { .apply(.subtract, [left, right]) }
    public static func * (left: Expression, right: Expression) -> Expression { .apply(.multiply, [left, right]) }
    public static func / (left: Expression, right: Expression) -> Expression { .apply(.divide, [left, right]) }
    public static prefix func - (operand: Expression) -> Expression { .apply(.negate, [operand]) }

    /// The sum of any number of terms; of none, 0.
    public static func sum(_ terms: [Expression]) -> Expression {
        terms.count == 1 ? terms[0] : terms.isEmpty ? 0 : .apply(.add, terms)
    }

    /// The product of any number of factors; of none, 1.
    public static func product(_ factors: [Expression]) -> Expression {
        factors.count == 1 ? factors[0] : factors.isEmpty ? 1 : .apply(.multiply, factors)
    }

    /// `self` raised to `exponent`; the base must be dimensionless unless the exponent is a number.
    public func power(_ exponent: Expression) -> Expression { .apply(.power, [self, exponent]) }

    /// `self · self`.
    public var squared: Expression { power(2) }

    /// The number `value(from)` expressed in another unit of the same dimension.
    ///
    /// - Precondition: `from` and `to` have the same dimension.
    public func converted(from: Unit, to: Unit) -> Expression {
        precondition(from.isSameDimension(as: to), "\(from) cannot be converted to \(to)")
        let factor = from.scale / to.scale
        return factor == 1 ? self : self * .number(factor, to / from)
    }

    public static func < (left: Expression, right: Expression) -> Expression { .apply(.less, [left, right]) }
    public static func <= (left: Expression, right: Expression) -> Expression { .apply(.lessOrEqual, [left, right]) }
    public static func > (left: Expression, right: Expression) -> Expression { .apply(.greater, [left, right]) }
    public static func >= (left: Expression, right: Expression) -> Expression {
        .apply(.greaterOrEqual, [left, right])
    }
    /// Equality as a formula of the model; `==` compares formulas.
    public func isEqual(to other: Expression) -> Expression { .apply(.equal, [self, other]) }
    public func and(_ other: Expression) -> Expression { .apply(.and, [self, other]) }
    public func or(_ other: Expression) -> Expression { .apply(.or, [self, other]) }
    public var not: Expression { .apply(.not, [self]) }
}

public func exp(_ x: Expression) -> Expression { .apply(.exp, [x]) }
public func ln(_ x: Expression) -> Expression { .apply(.ln, [x]) }
public func log10(_ x: Expression) -> Expression { .apply(.log10, [x]) }
public func sqrt(_ x: Expression) -> Expression { .apply(.sqrt, [x]) }
public func abs(_ x: Expression) -> Expression { .apply(.abs, [x]) }
public func tanh(_ x: Expression) -> Expression { .apply(.tanh, [x]) }
public func sin(_ x: Expression) -> Expression { .apply(.sin, [x]) }
public func cos(_ x: Expression) -> Expression { .apply(.cos, [x]) }
public func minimum(_ x: Expression, _ y: Expression) -> Expression { .apply(.min, [x, y]) }
public func maximum(_ x: Expression, _ y: Expression) -> Expression { .apply(.max, [x, y]) }

/// The first branch whose condition holds, else `otherwise`.
public func piecewise(_ branches: [(value: Expression, when: Expression)], otherwise: Expression) -> Expression {
    branches.reversed().reduce(otherwise) { rest, branch in .apply(.select, [branch.when, branch.value, rest]) }
}
