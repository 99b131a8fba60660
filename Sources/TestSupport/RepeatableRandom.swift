import Modeling

/// A small linear congruential generator, so that randomised tests repeat; not for studies.
public struct RepeatableRandom {
    private var state: UInt64

    public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Uniform on [0, 1).
    public mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }

    public mutating func integer(below bound: Int) -> Int { Int(uniform() * Double(bound)) }

    /// A formula over the symbols with at most `depth` levels; every operation with a derivative can occur.
    public mutating func expression(over symbols: [Expression], depth: Int) -> Expression {
        if depth == 0 || uniform() < 0.15 {
            return uniform() < 0.3 ? .number((uniform() * 8).rounded() / 2 - 1) : symbols[integer(below: symbols.count)]
        }
        let operations = Operation.allCases.filter { $0 != .factorial }
        let operation = operations[integer(below: operations.count)]
        let operands = (0..<operation.arity).map { _ in expression(over: symbols, depth: depth - 1) }
        return .apply(operation, operands)
    }
}
