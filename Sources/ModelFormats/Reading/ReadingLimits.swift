/// Bounds on a file, checked before libSBML sees it: its recursion and its memory cannot be stopped from outside.
public struct ReadingLimits: Hashable, Sendable {
    /// Largest file [bytes]; 64 MiB.
    public var byteCount = 64 << 20
    /// Deepest nesting of elements; 400, which keeps libSBML's recursion inside a thread's stack.
    public var depth = 400
    /// Most elements in a file; 3 million.
    public var elementCount = 3_000_000
    /// Deepest nesting of a formula once function definitions are expanded; 600.
    public var formulaDepth = 600

    /// The bounds named above.
    public static let standard = ReadingLimits()

    public init() {}
}
