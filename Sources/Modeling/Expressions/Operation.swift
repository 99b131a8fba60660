/// An elementary operation of the expression language.
///
/// Booleans are numbers: 0 is false, any other number is true, results are 0 or 1.
/// `add` and `multiply` take any number of operands in an `Expression` and exactly two in an `ExpressionGraph`.
public enum Operation: UInt8, CaseIterable, Hashable, Sendable {
    case add, subtract, multiply, divide, negate, power
    case exp, ln, log10, sqrt, abs, floor, ceiling, factorial
    case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh
    case min, max, remainder, quotient
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case and, or, xor, not
    /// `select(condition, then, otherwise)`: a piecewise with two branches.
    case select

    /// Number of operands in graph form.
    public var arity: Int {
        switch self {
        case .negate, .exp, .ln, .log10, .sqrt, .abs, .floor, .ceiling, .factorial, .sin, .cos, .tan, .asin, .acos,
            .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .not:
            1
        case .select: 3
        default: 2
        }
    }

    /// Whether operands may be exchanged, so that the graph can order them.
    public var isCommutative: Bool {
        switch self {
        case .add, .multiply, .min, .max, .equal, .notEqual, .and, .or, .xor: true
        default: false
        }
    }

    /// Whether the value is a truth value.
    public var isLogical: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or, .xor, .not: true
        default: false
        }
    }

    /// The infix sign, where one is customary.
    var infix: (sign: String, precedence: Int)? {
        switch self {
        case .or: ("||", 1)
        case .xor: ("xor", 1)
        case .and: ("&&", 2)
        case .equal: ("==", 3)
        case .notEqual: ("!=", 3)
        case .less: ("<", 4)
        case .lessOrEqual: ("<=", 4)
        case .greater: (">", 4)
        case .greaterOrEqual: (">=", 4)
        case .add: ("+", 5)
        case .subtract: ("-", 5)
        case .multiply: ("*", 6)
        case .divide: ("/", 6)
        case .power: ("^", 8)
        default: nil
        }
    }
}
