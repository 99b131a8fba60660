extension ExpressionGraph {
    /// Formulas of the roots, with parts that are used more than once as numbered lines before them.
    ///
    /// - Parameter name: text of a leaf.
    func text(of roots: [(label: String, node: NodeID)], name: (Node) -> String) -> String {
        let order = reachable(from: roots.map(\.node))
        var uses: [NodeID: Int] = [:]
        for id in order { for operand in operands(of: id) { uses[operand, default: 0] += 1 } }
        var expressions: [NodeID: Expression] = [:]
        var lines: [String] = []
        for id in order {
            let parts = operands(of: id).map { expressions[$0]! }
            let expression: Expression
            switch self[id] {
            case .number(let bits): expression = .number(Double(bitPattern: bits))
            case .time: expression = .time
            case .unary(let operation, _), .binary(let operation, _, _): expression = .apply(operation, parts)
            case .select: expression = .apply(.select, parts)
            case .state, .parameter, .direction, .lagged: expression = .symbol(name(self[id]))
            }
            // A long chain of parts used once would be nested too deep to read, or to print.
            if !parts.isEmpty, uses[id, default: 0] > 1 || expression.depth > 40 {
                lines.append("_\(id.index) = \(expression)")
                expressions[id] = .symbol("_\(id.index)")
            } else {
                expressions[id] = expression
            }
        }
        return (lines + roots.map { "\($0.label) = \(expressions[$0.node]!)" }).joined(separator: "\n")
    }
}
