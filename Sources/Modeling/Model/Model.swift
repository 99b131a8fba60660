/// What a model is: quantities and what changes them, in the one form that the flagship, SBML files and tests share.
///
/// A quantity's value is determined by reactions, a rate rule, an assignment, an algebraic rule, or nothing.
/// Species are held as amounts; a concentration is amount ÷ size of the compartment at that moment.
public struct Model: Sendable {
    public var name: String
    /// Unit of `time` and of every rate.
    public var timeUnit: Unit
    /// In order of declaration.
    public var quantities: [Quantity] = []
    public var reactions: [Reaction] = []
    public var rules: [Rule] = []
    public var events: [Event] = []
    public var doseInputs: [DoseInput] = []
    public var outputs: [Output] = []
    /// Grade and one-line summary of each component, by its scope name.
    public var components: [ComponentNote] = []

    /// What the model book says about a component.
    public struct ComponentNote: Sendable {
        public var name: String
        public var grade: Grade
        public var summary: String
        public init(name: String, grade: Grade, summary: String) {
            self.name = name
            self.grade = grade
            self.summary = summary
        }
    }

    public init(name: String, timeUnit: Unit) {
        self.name = name
        self.timeUnit = timeUnit
    }

    /// The quantity with this identifier, by linear search.
    public func quantity(_ identifier: String) -> Quantity? { quantities.first { $0.identifier == identifier } }

    /// Position of each quantity by identifier; the first of duplicates.
    public func quantityIndices() -> [String: Int] {
        Dictionary(quantities.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
