/// What determines each quantity of a model, and where values are stored.
///
/// Shared by the equation system and the reference interpreter, which otherwise have no code in common.
public struct SystemStructure: Sendable {
    /// What gives a quantity its value.
    enum Determination: Sendable {
        /// A state; its stored value changes continuously.
        case state(Int)
        /// A parameter; its stored value changes by events and doses only, if at all.
        case parameter(Int)
        /// A formula of others at all times.
        case assignment(Expression)
    }

    /// What changes a state.
    enum Motion: Sendable {
        /// Signed stoichiometry × rate of reactions, by index.
        case reactions([(reaction: Int, stoichiometry: Expression, isProduct: Bool)])
        /// d value / dt in formula terms.
        case rate(Expression)
        /// 0 = residual.
        case algebraic(Expression)
    }

    let model: Model
    /// Position of each quantity by identifier.
    let quantityIndices: [String: Int]
    /// Position of each reaction by identifier.
    let reactionIndices: [String: Int]
    /// Per quantity.
    let determinations: [Determination]
    /// Quantity of each state, in order.
    let stateQuantities: [Int]
    /// Per state.
    let motions: [Motion]
    /// Quantity of each parameter, in order.
    let parameterQuantities: [Int]
    /// Functions whose zeros are discontinuities: left − right side of each comparison of something that varies.
    let roots: [Expression]
    /// Species that follow the flow of fast reactions.
    let fastSpecies: Set<String>
    /// Numerator and denominator, in turn, of each quotient that may become infinite on the way.
    let poles: [Expression]

    /// Finds what determines each quantity.
    ///
    /// - Throws: ``ModelError`` with every identifier that is undefined, determined twice or not at all.
    public init(_ model: Model) throws(ModelError) {
        let equilibrium = try FastEquilibrium(model)
        let model = equilibrium.model
        var analysis = StructureAnalysis(model)
        analysis.run()
        guard analysis.issues.isEmpty else { throw ModelError(model: model.name, issues: analysis.issues) }
        self.model = model
        quantityIndices = analysis.quantityIndices
        reactionIndices = analysis.reactionIndices
        determinations = analysis.determinations
        stateQuantities = analysis.stateQuantities
        motions = analysis.motions
        parameterQuantities = analysis.parameterQuantities
        roots = analysis.roots
        fastSpecies = equilibrium.species
        poles = analysis.poles
    }

    /// Compartment whose size turns the stored amount into the formula's concentration, for quantities of that kind.
    func concentrationCompartment(_ quantity: Quantity) -> String? {
        if case .species(let compartment?, false, _) = quantity.kind { compartment } else { nil }
    }

    /// Where the quantity is stored; `nil` for an assigned one.
    func slot(_ quantityIndex: Int) -> Slot? {
        switch determinations[quantityIndex] {
        case .state(let index): .state(index)
        case .parameter(let index): .parameter(index)
        case .assignment: nil
        }
    }

    /// Whether the caller may set the parameter: its initial value is a number stored as it stands.
    func isFree(_ quantity: Quantity) -> Bool {
        guard concentrationCompartment(quantity) == nil, case .number = quantity.initial?.kind else { return false }
        return true
    }
}
