import Modeling

/// A comparison of two expressions on numbers with units.
public struct ArithmeticTest: Sendable {
    public var values: [Value]
    /// As written, such as `dose / pool > 10`.
    public var text: String
    public var comparison: UnitFormula.Comparison
    /// Unit that results are shown in.
    public var unit: Unit
    public var role: Role
    /// What the left and the right side are, for pictures; the formulas themselves where the file does not say.
    public var sides: [String]
    /// What the result means, in a sentence.
    public var meaning: String

    public struct Value: Sendable {
        public var name: String
        public var measured: Measured
        /// As written.
        public var text: String
        /// Key of the bibliography; `nil` for an assumption.
        public var reference: String?
        public var reason: String
    }

    /// What a comparison that holds or fails does to the claim.
    public enum Role: String, Codable, Sendable, CaseIterable {
        /// The claim is that comparison.
        case decides
        /// The claim cannot hold without it, and does not follow from it.
        case needs
    }
}
