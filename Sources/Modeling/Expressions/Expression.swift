/// A formula: numbers, symbols and time joined by operations.
///
/// One static type for every handle of a model, so that the compiler type-checks a line of physiology in milliseconds.
/// An expression is an immutable tree whose parts may be shared; equality is structural, with identity as the fast path.
public struct Expression: Hashable, Sendable {
    /// What stands at the root of the tree.
    public enum Kind: Hashable, Sendable {
        /// A number with its unit.
        case number(Double, Unit)
        /// The value of a quantity of the model, by its identifier.
        case symbol(String)
        /// Simulated time, in the model's time unit.
        case time
        /// An operation on the operands.
        case apply(Operation)
        /// The value of operand 0 at the time operand 1 ago.
        case delay
        /// The rate of change of the symbol in operand 0.
        case rateOf
    }

    final class Node: Sendable {
        let kind: Kind
        let operands: [Expression]
        let hash: Int

        init(_ kind: Kind, _ operands: [Expression]) {
            self.kind = kind
            self.operands = operands
            var hasher = Hasher()
            hasher.combine(kind)
            for operand in operands { hasher.combine(operand.node.hash) }
            hash = hasher.finalize()
        }
    }

    let node: Node

    init(_ kind: Kind, _ operands: [Expression] = []) {
        node = Node(kind, operands)
    }

    /// The root of the tree.
    public var kind: Kind { node.kind }

    /// The operands of the root, in order.
    public var operands: [Expression] { node.operands }

    /// A number with its unit; without one, dimensionless.
    public static func number(_ value: Double, _ unit: Unit = .dimensionless) -> Expression {
        Expression(.number(value, unit))
    }

    /// The quantity with this identifier.
    public static func symbol(_ identifier: String) -> Expression { Expression(.symbol(identifier)) }

    /// Simulated time, in the model's time unit.
    public static let time = Expression(.time)

    /// An operation on operands.
    ///
    /// - Precondition: as many operands as `operation.arity`; any number for `add` and `multiply`.
    public static func apply(_ operation: Operation, _ operands: [Expression]) -> Expression {
        precondition(
            operands.count == operation.arity || operation == .add || operation == .multiply,
            "\(operation) takes \(operation.arity) operands, not \(operands.count)")
        return Expression(.apply(operation), operands)
    }

    /// The value of `self` at `time − interval`.
    public func delayed(by interval: Expression) -> Expression { Expression(.delay, [self, interval]) }

    /// The rate of change of a symbol.
    public static func rate(of symbol: Expression) -> Expression { Expression(.rateOf, [symbol]) }

    /// The identifier, where the expression is a bare symbol.
    public var symbolIdentifier: String? {
        if case .symbol(let identifier) = kind { identifier } else { nil }
    }

    public static func == (left: Expression, right: Expression) -> Bool {
        if left.node === right.node { return true }
        return left.node.hash == right.node.hash && left.node.kind == right.node.kind
            && left.node.operands == right.node.operands
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(node.hash) }

    /// Calls `visit` for each part once per distinct node, operands first.
    func forEachDistinctNode(_ visit: (Expression) -> Void) {
        var seen: Set<ObjectIdentifier> = []
        func walk(_ expression: Expression) {
            guard seen.insert(ObjectIdentifier(expression.node)).inserted else { return }
            for operand in expression.operands { walk(operand) }
            visit(expression)
        }
        walk(self)
    }

    /// The identifiers the expression mentions, each once, in order of first appearance.
    public var symbols: [String] {
        var found: [String] = []
        var seen: Set<String> = []
        forEachDistinctNode { part in
            if case .symbol(let identifier) = part.kind, seen.insert(identifier).inserted { found.append(identifier) }
        }
        return found
    }
}

extension Expression: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
}
