extension ExpressionGraph {
    /// A one-operand operation, simplified.
    mutating func make(_ operation: Operation, _ a: NodeID) -> NodeID {
        if let value = value(of: a) { return number(operation.apply(value)) }
        if operation == .negate, case .unary(.negate, let inner) = self[a] { return inner }
        return intern(.unary(operation, a))
    }

    /// A two-operand operation, simplified by identities that hold for every number.
    mutating func make(_ operation: Operation, _ a: NodeID, _ b: NodeID) -> NodeID {
        let (left, right) = (value(of: a), value(of: b))
        if let left, let right { return number(operation.apply(left, right)) }
        switch operation {
        case .add:
            if left == 0 { return b }
            if right == 0 { return a }
            if case .unary(.negate, let inner) = self[b] { return make(.subtract, a, inner) }
            if case .unary(.negate, let inner) = self[a] { return make(.subtract, b, inner) }
        case .subtract:
            if right == 0 { return a }
            if left == 0 { return make(.negate, b) }
            if case .unary(.negate, let inner) = self[b] { return make(.add, a, inner) }
        case .multiply:
            if left == 1 { return b }
            if right == 1 { return a }
            if left == -1 { return make(.negate, b) }
            if right == -1 { return make(.negate, a) }
        case .divide:
            if right == 1 { return a }
            if right == -1 { return make(.negate, a) }
        case .power:
            if let right, let known = power(a, right) { return known }
        default: break
        }
        return operation.isCommutative && b < a ? intern(.binary(operation, b, a)) : intern(.binary(operation, a, b))
    }

    /// Small whole powers as products and ½ as a root; `nil` where `pow` is called for.
    private mutating func power(_ base: NodeID, _ exponent: Double) -> NodeID? {
        if exponent == 0.5 { return make(.sqrt, base) }
        guard exponent == exponent.rounded(), abs(exponent) <= 16 else { return nil }
        if exponent < 0 {
            guard let positive = power(base, -exponent) else { return nil }
            return make(.divide, number(1), positive)
        }
        if exponent == 0 { return number(1) }
        let whole = Int(exponent)
        var result: NodeID?
        var square = base
        var rest = whole
        while rest > 0 {
            if rest & 1 == 1 { result = result.map { make(.multiply, $0, square) } ?? square }
            rest >>= 1
            if rest > 0 { square = make(.multiply, square, square) }
        }
        return result
    }

    /// A piecewise of two branches, simplified.
    mutating func select(_ condition: NodeID, _ then: NodeID, _ otherwise: NodeID) -> NodeID {
        if let value = value(of: condition) { return value != 0 ? then : otherwise }
        return then == otherwise ? then : intern(.select(condition, then, otherwise))
    }

    /// The sum of terms as a balanced tree, so that long sums stay shallow.
    mutating func sum(_ terms: [NodeID]) -> NodeID { fold(.add, terms[...], empty: 0) }

    /// The product of factors as a balanced tree.
    mutating func product(_ factors: [NodeID]) -> NodeID { fold(.multiply, factors[...], empty: 1) }

    private mutating func fold(_ operation: Operation, _ parts: ArraySlice<NodeID>, empty: Double) -> NodeID {
        switch parts.count {
        case 0: return number(empty)
        case 1: return parts.first!
        default:
            let middle = parts.startIndex + parts.count / 2
            let left = fold(operation, parts[..<middle], empty: empty)
            let right = fold(operation, parts[middle...], empty: empty)
            return make(operation, left, right)
        }
    }
}
