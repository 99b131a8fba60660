/// Bounds on a file, checked before libSBML sees it: its recursion and its memory cannot be stopped from outside.
public struct ReadingLimits: Hashable, Sendable {
    /// Largest file, or files of a hierarchy together [bytes]; 64 MiB.
    public var byteCount = 64 << 20
    /// Deepest nesting of elements; 400, which keeps libSBML's recursion inside a thread's stack.
    public var depth = 400
    /// Most elements in a file, or in a hierarchy once it is made flat; 3 million.
    public var elementCount = 3_000_000
    /// Most operands of one MathML operation; 150,000, as libSBML nests them one in another.
    public var operandCount = 150_000
    /// Longest tag [bytes]; 1 MiB.
    public var tagLength = 1 << 20
    /// Most attributes of one element; 1,000.
    public var attributeCount = 1_000
    /// Longest formula written as text in Level 1 [bytes]; 100,000, as every sign may be one more level.
    public var formulaLength = 100_000
    /// Deepest nesting of a formula once function definitions are expanded; 600.
    public var formulaDepth = 600
    /// Most operations that function definitions may expand to in all; 1 million.
    public var expandedCount = 1_000_000
    /// Most files of a hierarchy; 100.
    public var fileCount = 100
    /// Deepest nesting of submodels; 64.
    public var hierarchyDepth = 64
    /// Largest formula that libSBML's own checks are run on [operations]; 500, as their time grows with the square:
    /// seconds for 500, half a minute for 2,000.
    public var checkedOperandCount = 500
    /// Most elements of a file that libSBML's own checks are run on; 60,000, for the same reason.
    public var checkedElementCount = 60_000

    /// The bounds named above.
    public static let standard = ReadingLimits()

    public init() {}
}
