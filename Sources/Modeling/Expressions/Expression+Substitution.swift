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
}
