/// Something with a value: a compartment, a species, a parameter or a species reference.
///
/// What determines the value (reactions, a rule, an event, nothing) is not stated here: it follows from the model.
public struct Quantity: Sendable {
    /// What the quantity is.
    public enum Kind: Hashable, Sendable {
        /// A volume, area or length that species live in.
        case compartment
        /// An amount in a compartment, or in none. In formulas its symbol means the amount where `isAmountInMath`,
        /// else the concentration amount ÷ size. A boundary species is not changed by reactions.
        case species(compartment: String?, isAmountInMath: Bool, isBoundary: Bool)
        /// Any other value.
        case parameter
    }

    public var identifier: String
    public var kind: Kind
    /// Unit of the value that the symbol has in formulas.
    public var unit: Unit
    /// Value at the start: a number, or a formula of other quantities. `nil` where a rule gives it.
    public var initial: Expression?
    /// Whether nothing may change it after the start.
    public var isConstant = true
    /// Factor from extent to this species' amount, as in SBML Level 3; `nil` is 1.
    public var conversionFactor: String?
    /// Source of the number; `nil` only where a formula or the model determines the value.
    public var evidence: Evidence?
    public var spread = Spread.none
    public var grade = Grade.established
    /// The value is physically never below zero.
    public var isNonNegative = false
    /// Balance before day 0 leaves this state at its initial value: calcification, age, hair, running totals.
    public var isPinned = false
    /// A magnitude below which differences do not matter [unit]: absolute tolerance is rtol times this.
    public var typicalMagnitude: Double?
    /// One sentence on what it is.
    public var summary = ""
    /// Line of the file it was read from.
    public var line: Int?

    public init(_ identifier: String, _ kind: Kind, unit: Unit, initial: Expression? = nil) {
        self.identifier = identifier
        self.kind = kind
        self.unit = unit
        self.initial = initial
    }
}
