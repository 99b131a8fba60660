/// A process that moves amounts: each participant changes by stoichiometry × rate.
public struct Reaction: Sendable {
    /// A species taking part, with its stoichiometry, which may be any formula.
    public struct Participant: Sendable {
        public var species: String
        /// Dimensionless amount per extent.
        public var stoichiometry: Expression

        public init(_ species: String, stoichiometry: Expression = 1) {
            self.species = species
            self.stoichiometry = stoichiometry
        }
    }

    public var identifier: String
    public var reactants: [Participant]
    public var products: [Participant]
    /// Extent per model time unit. The identifier stands for this value in formulas.
    public var rate: Expression
    /// So fast that its equilibrium holds at once (SBML Levels 1 to 3 Version 1).
    public var isFast = false
    public var grade = Grade.established
    public var summary = ""
    public var line: Int?

    public init(_ identifier: String, from reactants: [Participant], to products: [Participant], rate: Expression) {
        self.identifier = identifier
        self.reactants = reactants
        self.products = products
        self.rate = rate
    }
}
