import Foundation

/// A number with its derivative along one direction.
struct Dual {
    var value: Double
    var tangent: Double

    init(_ value: Double, _ tangent: Double = 0) {
        self.value = value
        self.tangent = tangent
    }

    /// `value` with the tangent `slope · inner`, 0 where the inner tangent is 0, even at an infinite slope.
    private init(_ value: Double, slope: Double, _ inner: Double) {
        self.init(value, inner == 0 ? 0 : slope * inner)
    }

    /// Applies an operation by the textbook rules, written out independently of the symbolic ones.
    static func apply(_ operation: Operation, _ operands: [Dual]) -> Dual {
        switch operation {
        case .add:
            return operands.dropFirst().reduce(operands.first ?? Dual(0)) {
                Dual($0.value + $1.value, $0.tangent + $1.tangent)
            }
        case .multiply:
            return operands.dropFirst().reduce(operands.first ?? Dual(1)) {
                Dual($0.value * $1.value, term($0.tangent, $1.value) + term($1.tangent, $0.value))
            }
        case .select: return operands[0].value != 0 ? operands[1] : operands[2]
        default:
            return operands.count == 1 ? unary(operation, operands[0]) : binary(operation, operands[0], operands[1])
        }
    }

    private static func term(_ tangent: Double, _ factor: Double) -> Double { tangent == 0 ? 0 : tangent * factor }

    private static func unary(_ operation: Operation, _ x: Dual) -> Dual {
        let value = operation.apply(x.value)
        let slope: Double =
            switch operation {
            case .negate: -1
            case .exp: value
            case .ln: 1 / x.value
            case .log10: 1 / (x.value * Foundation.log(10))
            case .sqrt: 1 / (2 * value)
            case .abs: x.value < 0 ? -1 : 1
            case .sin: Foundation.cos(x.value)
            case .cos: -Foundation.sin(x.value)
            case .tan: 1 / (Foundation.cos(x.value) * Foundation.cos(x.value))
            case .asin: 1 / (1 - x.value * x.value).squareRoot()
            case .acos: -1 / (1 - x.value * x.value).squareRoot()
            case .atan: 1 / (1 + x.value * x.value)
            case .sinh: Foundation.cosh(x.value)
            case .cosh: Foundation.sinh(x.value)
            case .tanh: 1 / (Foundation.cosh(x.value) * Foundation.cosh(x.value))
            case .asinh: 1 / (x.value * x.value + 1).squareRoot()
            case .acosh: 1 / (x.value * x.value - 1).squareRoot()
            case .atanh: 1 / (1 - x.value * x.value)
            case .factorial: .nan
            default: 0
            }
        return Dual(value, slope: slope, x.tangent)
    }

    private static func binary(_ operation: Operation, _ x: Dual, _ y: Dual) -> Dual {
        let value = operation.apply(x.value, y.value)
        switch operation {
        case .subtract: return Dual(value, x.tangent - y.tangent)
        case .divide: return Dual(value, (x.tangent - term(y.tangent, value)) / y.value)
        case .power:
            let byBase = term(x.tangent, y.value * Foundation.pow(x.value, y.value - 1))
            let byExponent = x.value > 0 ? term(y.tangent, value * Foundation.log(x.value)) : 0
            return Dual(value, byBase + byExponent)
        case .min: return Dual(value, x.value <= y.value ? x.tangent : y.tangent)
        case .max: return Dual(value, x.value >= y.value ? x.tangent : y.tangent)
        case .remainder: return Dual(value, x.tangent - term(y.tangent, Operation.quotient.apply(x.value, y.value)))
        default: return Dual(value)
        }
    }
}
