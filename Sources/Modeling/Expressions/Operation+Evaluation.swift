import Foundation

extension Operation {
    /// The value of a one-operand operation.
    ///
    /// Edge values follow IEEE 754 and the C library: `ln(0)` is −∞, `sqrt(-1)` is NaN, `factorial` is Γ(x + 1).
    @inlinable
    public func apply(_ x: Double) -> Double {
        switch self {
        case .negate: -x
        case .exp: Foundation.exp(x)
        case .ln: Foundation.log(x)
        case .log10: Foundation.log10(x)
        case .sqrt: x.squareRoot()
        case .abs: Swift.abs(x)
        case .floor: x.rounded(.down)
        case .ceiling: x.rounded(.up)
        case .factorial: Foundation.tgamma(x + 1)
        case .sin: Foundation.sin(x)
        case .cos: Foundation.cos(x)
        case .tan: Foundation.tan(x)
        case .asin: Foundation.asin(x)
        case .acos: Foundation.acos(x)
        case .atan: Foundation.atan(x)
        case .sinh: Foundation.sinh(x)
        case .cosh: Foundation.cosh(x)
        case .tanh: Foundation.tanh(x)
        case .asinh: Foundation.asinh(x)
        case .acosh: Foundation.acosh(x)
        case .atanh: Foundation.atanh(x)
        case .not: x == 0 ? 1 : 0
        default: preconditionFailure("\(self) is not a one-operand operation")
        }
    }

    /// The value of a two-operand operation.
    ///
    /// `remainder` has the sign of the dividend and `quotient` truncates toward zero, as in SBML Level 3 Version 2.
    /// `min` and `max` return the number where one operand is NaN.
    @inlinable
    public func apply(_ x: Double, _ y: Double) -> Double {
        switch self {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: Foundation.pow(x, y)
        case .min: Double.minimum(x, y)
        case .max: Double.maximum(x, y)
        case .remainder: Foundation.fmod(x, y)
        case .quotient: (x / y).rounded(.towardZero)
        case .less: x < y ? 1 : 0
        case .lessOrEqual: x <= y ? 1 : 0
        case .greater: x > y ? 1 : 0
        case .greaterOrEqual: x >= y ? 1 : 0
        case .equal: x == y ? 1 : 0
        case .notEqual: x != y ? 1 : 0
        case .and: x != 0 && y != 0 ? 1 : 0
        case .or: x != 0 || y != 0 ? 1 : 0
        case .xor: (x != 0) != (y != 0) ? 1 : 0
        default: preconditionFailure("\(self) is not a two-operand operation")
        }
    }
}
