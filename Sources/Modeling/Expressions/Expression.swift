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

    /// Immutable but for its end, which hands the operands to a loop: freeing a deep tree must not overflow the stack.
    final class Node: @unchecked Sendable {
        let kind: Kind
        @exclusivity(unchecked) private(set) var operands: [Expression]
        let hash: Int
        /// Nodes on the longest way down, this one included.
        let depth: Int
        /// Nodes of the tree, shared ones counted wherever they stand; never more than `Int32.max`.
        let treeSize: Int

        init(_ kind: Kind, _ operands: [Expression]) {
            self.kind = kind
            self.operands = operands
            var hasher = Hasher()
            hasher.combine(kind)
            var depth = 0
            var size = 1
            for operand in operands {
                hasher.combine(operand.node.hash)
                depth = max(depth, operand.node.depth)
                size = min(size + operand.node.treeSize, Int(Int32.max))
            }
            hash = hasher.finalize()
            self.depth = depth + 1
            treeSize = size
        }

        deinit {
            guard depth > 64 else { return }
            var open = operands.map(\.node)
            operands = []
            while var node = open.popLast() {
                guard isKnownUniquelyReferenced(&node) else { continue }
                open.append(contentsOf: node.operands.map(\.node))
                node.operands = []
            }
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

    /// Levels of nesting, 1 for a number or symbol.
    public var depth: Int { node.depth }

    /// Operations, numbers and symbols when written out, shared parts wherever they stand; at most `Int32.max`.
    public var writtenSize: Int { node.treeSize }

    /// Whether a walk may recurse and visit shared parts again: shallow, and small even when written out.
    var isSmall: Bool { node.depth <= 64 && node.treeSize <= 4096 }

    public static func == (left: Expression, right: Expression) -> Bool {
        if left.node === right.node { return true }
        guard left.node.hash == right.node.hash, left.node.kind == right.node.kind,
            left.node.depth == right.node.depth, left.node.treeSize == right.node.treeSize,
            left.node.operands.count == right.node.operands.count
        else { return false }
        if left.isSmall { return left.node.operands == right.node.operands }
        return isSame(left.node, right.node)
    }

    /// Equality of large formulas: each pair of parts is compared once.
    private static func isSame(_ left: Node, _ right: Node) -> Bool {
        var open = [(left, right)]
        var seen: Set<[ObjectIdentifier]> = []
        while let (left, right) = open.popLast() {
            if left === right { continue }
            guard left.hash == right.hash, left.kind == right.kind, left.operands.count == right.operands.count else {
                return false
            }
            guard seen.insert([ObjectIdentifier(left), ObjectIdentifier(right)]).inserted else { continue }
            for (a, b) in zip(left.operands, right.operands) { open.append((a.node, b.node)) }
        }
        return true
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(node.hash) }

    /// Calls `visit` for each part once per distinct node, operands first; any depth.
    func forEachDistinctNode(_ visit: (Expression) -> Void) {
        guard !operands.isEmpty else { return visit(self) }
        var seen: Set<ObjectIdentifier> = []
        var open: [(part: Expression, isDone: Bool)] = [(self, false)]
        while let (part, isDone) = open.popLast() {
            if isDone {
                visit(part)
            } else if seen.insert(ObjectIdentifier(part.node)).inserted {
                if part.operands.isEmpty {
                    visit(part)
                } else {
                    open.append((part, true))
                    for operand in part.operands.reversed() { open.append((operand, false)) }
                }
            }
        }
    }

    /// Whether a part of some kind stands in the formula.
    func contains(_ isWanted: (Kind) -> Bool) -> Bool {
        if isSmall { return isWanted(kind) || operands.contains { $0.contains(isWanted) } }
        var isFound = false
        forEachDistinctNode { if isWanted($0.kind) { isFound = true } }
        return isFound
    }

    /// The identifiers the expression mentions, each once, in order of first appearance.
    public var symbols: [String] {
        var found: [String] = []
        // Of a reaction's few symbols a list is searched faster than a table is made.
        if node.treeSize <= 64 {
            appendSymbols(to: &found)
            return found
        }
        var seen: Set<String> = []
        forEachDistinctNode { part in
            if case .symbol(let identifier) = part.kind, seen.insert(identifier).inserted { found.append(identifier) }
        }
        return found
    }

    private func appendSymbols(to found: inout [String]) {
        if case .symbol(let identifier) = kind, !found.contains(identifier) { found.append(identifier) }
        for operand in operands { operand.appendSymbols(to: &found) }
    }
}

extension Expression: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
}
