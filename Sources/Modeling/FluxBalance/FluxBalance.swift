/// A flux balance problem: the best of a linear objective over fluxes v with N·v = 0 and bounds on each flux.
public struct FluxBalance: Sendable, Hashable {
    /// One reaction.
    public struct Flux: Sendable, Hashable {
        public var reaction: String
        /// Net stoichiometry by index of the balanced species.
        public var stoichiometry: [Int: Double]
        /// Least flux; may be −∞.
        public var lower: Double
        /// Largest flux; may be +∞.
        public var upper: Double
        /// Factor in the objective.
        public var coefficient: Double

        /// - Parameters:
        ///   - reaction: identifier.
        ///   - stoichiometry: net, by index of the balanced species.
        ///   - lower: least flux.
        ///   - upper: largest flux.
        ///   - coefficient: factor in the objective.
        public init(
            _ reaction: String, stoichiometry: [Int: Double], lower: Double = -.infinity, upper: Double = .infinity,
            coefficient: Double = 0
        ) {
            self.reaction = reaction
            self.stoichiometry = stoichiometry
            self.lower = lower
            self.upper = upper
            self.coefficient = coefficient
        }
    }

    /// Identifier of the objective; results carry its value under this name.
    public var objective: String
    public var isMaximum: Bool
    /// Species whose amounts may not change.
    public var species: [String]
    public var fluxes: [Flux]

    /// - Parameters:
    ///   - objective: identifier.
    ///   - isMaximum: whether the objective is to be large.
    ///   - species: those whose amounts may not change.
    ///   - fluxes: reactions in order.
    public init(objective: String, isMaximum: Bool, species: [String], fluxes: [Flux]) {
        self.objective = objective
        self.isMaximum = isMaximum
        self.species = species
        self.fluxes = fluxes
    }
}
