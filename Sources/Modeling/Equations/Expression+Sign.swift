extension Expression {
    /// Whether the value may go through zero as far as its operations tell, with every symbol taken as positive.
    var mayChangeSign: Bool {
        var known: [ObjectIdentifier: Bool] = [:]
        func isKnown(_ part: Expression) -> Bool { known[ObjectIdentifier(part.node)]! }
        forEachDistinctNode { part in
            known[ObjectIdentifier(part.node)] = part.mayChangeSign(isKnown)
        }
        return isKnown(self)
    }

    /// - Parameter changes: the same of each operand.
    private func mayChangeSign(_ changes: (Expression) -> Bool) -> Bool {
        switch kind {
        case .number(let value, _): return value < 0
        case .symbol, .time, .delay: return false
        case .rateOf: return true
        case .apply(let operation):
            switch operation {
            case .add, .multiply, .divide, .min, .max: return operands.contains(where: changes)
            case .select: return operands.dropFirst().contains(where: changes)
            case .exp, .sqrt, .abs, .cosh: return false
            case .power:
                guard case .number(let exponent, _) = operands[1].kind, exponent == exponent.rounded() else {
                    return false
                }
                return exponent.truncatingRemainder(dividingBy: 2) != 0 && changes(operands[0])
            default: return !operation.isLogical
            }
        }
    }
}
