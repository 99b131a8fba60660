extension Expression {
    /// The expression with symbols replaced; symbols without a replacement stay.
    public func substituting(_ replacement: (String) -> Expression?) -> Expression {
        var memo: [ObjectIdentifier: Expression] = [:]
        forEachDistinctNode { part in
            let result: Expression
            if case .symbol(let identifier) = part.kind {
                result = replacement(identifier) ?? part
            } else if part.operands.isEmpty {
                result = part
            } else {
                result = Expression(part.kind, part.operands.map { memo[ObjectIdentifier($0.node)]! })
            }
            memo[ObjectIdentifier(part.node)] = result
        }
        return memo[ObjectIdentifier(node)]!
    }

    /// The symbols that the value can depend on where some symbols are zero: a product with a zero has none.
    public func symbols(withoutProductsOf zeros: Set<String>) -> [String] {
        var zeroParts: Set<ObjectIdentifier> = []
        forEachDistinctNode { part in
            func isZero(_ operand: Expression) -> Bool { zeroParts.contains(ObjectIdentifier(operand.node)) }
            let isZeroPart =
                switch part.kind {
                case .symbol(let identifier): zeros.contains(identifier)
                case .number(let value, _): value == 0
                case .apply(.multiply): part.operands.contains(where: isZero)
                case .apply(.divide), .apply(.negate): isZero(part.operands[0])
                default: false
                }
            if isZeroPart { zeroParts.insert(ObjectIdentifier(part.node)) }
        }
        var found: [String] = []
        var seen: Set<ObjectIdentifier> = []
        var names: Set<String> = []
        var open = [self]
        while let part = open.popLast() {
            guard seen.insert(ObjectIdentifier(part.node)).inserted else { continue }
            if let identifier = part.symbolIdentifier {
                if names.insert(identifier).inserted { found.append(identifier) }
            } else if !zeroParts.contains(ObjectIdentifier(part.node)) {
                open.append(contentsOf: part.operands.reversed())
            }
        }
        return found
    }
}

extension Expression {
    /// x, where the expression is x ÷ symbol.
    func dividend(by symbol: String) -> Expression? {
        guard case .apply(.divide) = kind, operands[1].symbolIdentifier == symbol else { return nil }
        return operands[0]
    }
}
