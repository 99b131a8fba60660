/// Formulas as an arena of interned nodes: equal formulas are one node, operands come before their users.
///
/// The array order is therefore a static single assignment program, and common subexpressions are found by construction.
/// Goals, in order: arithmetic of the formulas as written (only identities that hold for every number and NaN, but for
/// the order of sums and the sign of zero), small programs, build time linear in the formulas.
public struct ExpressionGraph: Sendable {
    /// Position of a node.
    public struct NodeID: Hashable, Comparable, Sendable {
        public let index: Int32
        @inlinable public init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
        @inlinable public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
        @inlinable public var position: Int { Int(index) }
    }

    public enum Node: Hashable, Sendable {
        /// A number, by its bits so that −0 and NaN stay what they are.
        case number(bits: UInt64)
        case time
        /// Stored value of a state.
        case state(Int32)
        /// Stored value of a parameter.
        case parameter(Int32)
        /// Component of the direction v of `.parameterDirection`.
        case direction(Int32)
        /// A value of the past, by its place in `lags`. It is an input: whoever evaluates the graph computes it first.
        case lagged(Int32)
        case unary(Operation, NodeID)
        case binary(Operation, NodeID, NodeID)
        /// `condition`, `then`, `otherwise`.
        case select(NodeID, NodeID, NodeID)
    }

    /// A value as it was an interval ago; its nodes are evaluated on their own, the value at the earlier time.
    public struct Lag: Hashable, Sendable {
        public let value: NodeID
        /// The value where that time lies before the start: nothing moves but what depends on time itself.
        public let valueBeforeStart: NodeID
        public let interval: NodeID

        /// All of them.
        public var nodes: [NodeID] { [value, valueBeforeStart, interval] }
    }

    public private(set) var nodes: [Node] = []
    /// Distinct lags; the formulas of one mention only earlier ones.
    public private(set) var lags: [Lag] = []
    private var positions: [Node: NodeID] = [:]
    private var lagPositions: [Lag: Int32] = [:]

    public init() {}

    public subscript(id: NodeID) -> Node { nodes[id.position] }

    /// The node, interned as it is.
    mutating func intern(_ node: Node) -> NodeID {
        if let known = positions[node] { return known }
        let id = NodeID(nodes.count)
        nodes.append(node)
        positions[node] = id
        return id
    }

    /// The value of a node an interval ago.
    mutating func lagged(_ value: NodeID, beforeStart: NodeID, by interval: NodeID) -> NodeID {
        let lag = Lag(value: value, valueBeforeStart: beforeStart, interval: interval)
        if lagPositions[lag] == nil {
            lagPositions[lag] = Int32(lags.count)
            lags.append(lag)
        }
        return intern(.lagged(lagPositions[lag]!))
    }

    mutating func number(_ value: Double) -> NodeID { intern(.number(bits: value.bitPattern)) }

    /// The node's number, if it is one.
    public func value(of id: NodeID) -> Double? {
        if case .number(let bits) = self[id] { Double(bitPattern: bits) } else { nil }
    }

    /// Operands of a node, in order.
    @inlinable
    public func operands(of id: NodeID) -> [NodeID] {
        switch nodes[id.position] {
        case .number, .time, .state, .parameter, .direction, .lagged: []
        case .unary(_, let a): [a]
        case .binary(_, let a, let b): [a, b]
        case .select(let a, let b, let c): [a, b, c]
        }
    }

    /// Calls `visit` for each operand of a node, in order; unlike ``operands(of:)`` it makes no array.
    @inlinable
    public func forEachOperand(of id: NodeID, _ visit: (NodeID) -> Void) {
        switch nodes[id.position] {
        case .number, .time, .state, .parameter, .direction, .lagged: break
        case .unary(_, let a): visit(a)
        case .binary(_, let a, let b):
            visit(a)
            visit(b)
        case .select(let a, let b, let c):
            visit(a)
            visit(b)
            visit(c)
        }
    }

    /// Whether a node has no operands.
    public func isLeaf(_ id: NodeID) -> Bool {
        switch self[id] {
        case .number, .time, .state, .parameter, .direction, .lagged: true
        default: false
        }
    }

    /// Nodes that the roots need, in order of evaluation.
    public func reachable(from roots: some Sequence<NodeID>) -> [NodeID] {
        var needed = [Bool](repeating: false, count: nodes.count)
        var last = -1
        for root in roots {
            needed[root.position] = true
            last = Swift.max(last, root.position)
        }
        guard last >= 0 else { return [] }
        for position in stride(from: last, through: 0, by: -1) where needed[position] {
            forEachOperand(of: NodeID(position)) { needed[$0.position] = true }
        }
        return (0...last).compactMap { needed[$0] ? NodeID($0) : nil }
    }
}
