/// A formula that determines a quantity.
public enum Rule: Sendable {
    /// `variable = formula` at all times.
    case assignment(String, Expression)
    /// `d variable / dt = formula`.
    case rate(String, Expression)
    /// `0 = formula`, which determines one quantity that nothing else does.
    case algebraic(Expression)

    public var formula: Expression {
        switch self {
        case .assignment(_, let formula), .rate(_, let formula), .algebraic(let formula): formula
        }
    }

    public var variable: String? {
        switch self {
        case .assignment(let variable, _), .rate(let variable, _): variable
        case .algebraic: nil
        }
    }
}
