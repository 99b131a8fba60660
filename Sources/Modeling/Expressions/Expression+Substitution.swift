extension Expression {
    /// The expression with symbols replaced; symbols without a replacement stay.
    public func substituting(_ replacement: (String) -> Expression?) -> Expression {
        var memo: [ObjectIdentifier: Expression] = [:]
        func rewrite(_ expression: Expression) -> Expression {
            if let known = memo[ObjectIdentifier(expression.node)] { return known }
            let result: Expression
            if case .symbol(let identifier) = expression.kind {
                result = replacement(identifier) ?? expression
            } else if expression.operands.isEmpty {
                result = expression
            } else {
                result = Expression(expression.kind, expression.operands.map(rewrite))
            }
            memo[ObjectIdentifier(expression.node)] = result
            return result
        }
        return rewrite(self)
    }

    /// The symbols that the value can depend on where some symbols are zero: a product with a zero has none.
    public func symbols(withoutProductsOf zeros: Set<String>) -> [String] {
        var seen: Set<String> = []
        return present(zeros).symbols.filter { seen.insert($0).inserted }
    }

    private func present(_ zeros: Set<String>) -> (isZero: Bool, symbols: [String]) {
        if let identifier = symbolIdentifier { return (zeros.contains(identifier), [identifier]) }
        if case .number(let value, _) = kind { return (value == 0, []) }
        let parts = operands.map { $0.present(zeros) }
        let symbols = parts.flatMap(\.symbols)
        switch kind {
        case .apply(.multiply): return parts.contains { $0.isZero } ? (true, []) : (false, symbols)
        case .apply(.divide): return parts[0].isZero ? (true, []) : (false, symbols)
        case .apply(.negate): return parts[0].isZero ? (true, []) : (false, symbols)
        default: return (false, symbols)
        }
    }
}

extension Expression {
    /// x, where the expression is x ÷ symbol.
    func dividend(by symbol: String) -> Expression? {
        guard case .apply(.divide) = kind, operands[1].symbolIdentifier == symbol else { return nil }
        return operands[0]
    }
}
