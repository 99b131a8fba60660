extension Expression {
    /// Whether the value may be positive now and negative later, as far as its form tells; symbols count as positive.
    var mayChangeSign: Bool {
        switch kind {
        case .number(let value, _): return value < 0
        case .symbol, .time, .delay: return false
        case .rateOf: return true
        case .apply(let operation):
            switch operation {
            case .add, .multiply, .divide, .min, .max: return operands.contains { $0.mayChangeSign }
            case .select: return operands.dropFirst().contains { $0.mayChangeSign }
            case .exp, .sqrt, .abs, .cosh: return false
            case .power:
                guard case .number(let exponent, _) = operands[1].kind, exponent == exponent.rounded() else {
                    return false
                }
                return exponent.truncatingRemainder(dividingBy: 2) != 0 && operands[0].mayChangeSign
            default: return !operation.isLogical
            }
        }
    }
}
