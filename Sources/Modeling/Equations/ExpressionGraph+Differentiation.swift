/// An operation that has no derivative among the operations.
struct UndifferentiableError: Error {
    let operation: Operation
}

extension ExpressionGraph {
    /// Derivatives of a node by its operands, where they are not zero everywhere.
    ///
    /// Steps (floor, comparisons) have derivative 0; kinks (abs, min, max) take one side; a delayed value is an input.
    /// The derivative of x^y by y is 0 at x = 0, its limit for y > 0.
    /// - Throws: ``UndifferentiableError`` for `factorial`.
    private mutating func partials(of id: NodeID) throws(UndifferentiableError) -> [(operand: NodeID, partial: NodeID)]
    {
        let one = number(1)
        switch self[id] {
        case .number, .time, .state, .parameter, .direction, .lagged: return []
        case .select(let condition, let then, let otherwise):
            let zero = number(0)
            return [(then, select(condition, one, zero)), (otherwise, select(condition, zero, one))]
        case .binary(let operation, let a, let b): return partials(of: operation, a, b, id)
        case .unary(let operation, let a): return try partial(of: operation, a, id).map { [(a, $0)] } ?? []
        }
    }

    private mutating func partials(
        of operation: Operation, _ a: NodeID, _ b: NodeID, _ result: NodeID
    ) -> [(operand: NodeID, partial: NodeID)] {
        let one = number(1)
        switch operation {
        case .add: return [(a, one), (b, one)]
        case .subtract: return [(a, one), (b, number(-1))]
        case .multiply: return [(a, b), (b, a)]
        case .divide:
            let inverse = make(.divide, one, b)
            return [(a, inverse), (b, make(.negate, make(.multiply, result, inverse)))]
        case .power:
            let lowered = make(.power, a, make(.subtract, b, one))
            let byBase = make(.multiply, b, lowered)
            if value(of: b) != nil { return [(a, byBase)] }
            let logarithm = make(.multiply, result, make(.ln, a))
            return [(a, byBase), (b, select(make(.greater, a, number(0)), logarithm, number(0)))]
        case .min, .max:
            let takesFirst = make(operation == .min ? .lessOrEqual : .greaterOrEqual, a, b)
            return [(a, select(takesFirst, one, number(0))), (b, select(takesFirst, number(0), one))]
        case .remainder: return [(a, one), (b, make(.negate, make(.quotient, a, b)))]
        default: return []
        }
    }

    private mutating func partial(
        of operation: Operation, _ a: NodeID, _ result: NodeID
    ) throws(UndifferentiableError) -> NodeID? {
        let one = number(1)
        switch operation {
        case .negate: return number(-1)
        case .exp: return result
        case .ln: return make(.divide, one, a)
        case .log10: return make(.divide, number(0.43429448190325182765), a)
        case .sqrt: return make(.divide, number(0.5), result)
        case .abs: return select(make(.less, a, number(0)), number(-1), one)
        case .sin: return make(.cos, a)
        case .cos: return make(.negate, make(.sin, a))
        case .tan: return make(.add, one, make(.multiply, result, result))
        case .asin: return make(.divide, one, make(.sqrt, make(.subtract, one, make(.multiply, a, a))))
        case .acos: return make(.divide, number(-1), make(.sqrt, make(.subtract, one, make(.multiply, a, a))))
        case .atan: return make(.divide, one, make(.add, one, make(.multiply, a, a)))
        case .sinh: return make(.cosh, a)
        case .cosh: return make(.sinh, a)
        case .tanh: return make(.subtract, one, make(.multiply, result, result))
        case .asinh: return make(.divide, one, make(.sqrt, make(.add, make(.multiply, a, a), one)))
        case .acosh: return make(.divide, one, make(.sqrt, make(.subtract, make(.multiply, a, a), one)))
        case .atanh: return make(.divide, one, make(.subtract, one, make(.multiply, a, a)))
        case .factorial: throw UndifferentiableError(operation: operation)
        default: return nil
        }
    }

    /// Partial times inner derivative; a branch that is not taken stays unevaluated zero, even where it is infinite.
    private mutating func chain(_ partial: NodeID, _ inner: NodeID) -> NodeID {
        if value(of: partial) == 0 { return partial }
        if case .select(let condition, let then, let otherwise) = self[partial] {
            return select(condition, chain(then, inner), chain(otherwise, inner))
        }
        return make(.multiply, partial, inner)
    }

    /// Sparse gradients of the roots by leaves: for each root its non-zero columns, ascending.
    ///
    /// - Parameter column: of a leaf; `nil` for one that is held.
    /// - Throws: ``UndifferentiableError`` where such a leaf passes through an operation without a derivative.
    mutating func gradients(
        of roots: [NodeID], by column: (Node) -> Int?
    ) throws(UndifferentiableError) -> [[(column: Int, derivative: NodeID)]] {
        typealias Gradient = [(column: Int, derivative: NodeID)]
        // By position; derivatives that are added on the way are not differentiated themselves.
        var gradients = [Gradient?](repeating: nil, count: nodes.count)
        for id in reachable(from: roots) {
            if let column = column(self[id]) {
                gradients[id.position] = [(column, number(1))]
                continue
            }
            var varies = false
            forEachOperand(of: id) { varies = varies || gradients[$0.position] != nil }
            guard varies else { continue }
            var terms: [(column: Int, derivative: NodeID)] = []
            for (operand, partial) in try partials(of: id) where value(of: partial) != 0 {
                for (column, inner) in gradients[operand.position] ?? [] {
                    terms.append((column, chain(partial, inner)))
                }
            }
            terms.sort { $0.column < $1.column }
            var merged: [(column: Int, derivative: NodeID)] = []
            for term in terms {
                if let last = merged.last, last.column == term.column {
                    merged[merged.count - 1].derivative = make(.add, last.derivative, term.derivative)
                } else {
                    merged.append(term)
                }
            }
            merged.removeAll { value(of: $0.derivative) == 0 }
            if !merged.isEmpty { gradients[id.position] = merged }
        }
        return roots.map { gradients[$0.position] ?? [] }
    }

    /// Derivatives of the roots along one direction, given by the derivative of each leaf (`nil` is 0).
    ///
    /// - Throws: ``UndifferentiableError`` as in ``gradients(of:)``.
    mutating func tangents(
        of roots: [NodeID], seed: (inout ExpressionGraph, Node) -> NodeID?
    ) throws(UndifferentiableError) -> [NodeID] {
        var tangents = [NodeID?](repeating: nil, count: nodes.count)
        for id in reachable(from: roots) {
            var isLeaf = true
            var varies = false
            forEachOperand(of: id) { operand in
                isLeaf = false
                varies = varies || tangents[operand.position] != nil
            }
            if isLeaf {
                tangents[id.position] = seed(&self, self[id])
            } else if varies {
                var terms: [NodeID] = []
                for (operand, partial) in try partials(of: id) where value(of: partial) != 0 {
                    if let inner = tangents[operand.position] { terms.append(chain(partial, inner)) }
                }
                if !terms.isEmpty { tangents[id.position] = sum(terms) }
            }
        }
        let zero = number(0)
        return roots.map { tangents[$0.position] ?? zero }
    }
}
