import Modeling

/// One clotting protein in plasma: made carboxylated, lost by first order.
///
///     dF/dt = k · (f · F₀ − F),   k = ln 2 / half-life
struct ClottingFactor: Component {
    /// Active protein [nmol/L].
    let level: Expression
    /// Active protein relative to replete [1].
    let activity: Expression

    /// - Parameter carboxylated: share f of new protein [1].
    init(in scope: Scope, of protein: ClottingProteins.Member, carboxylated: Expression) {
        let level = scope.state(
            protein.name, .nanomolePerLitre, initial: protein.replete, typical: 1, "active \(protein.name) in plasma")
        scope.rate(of: level, protein.turnover * (carboxylated * protein.replete - level))
        activity = scope.define(
            "\(protein.name)Activity", .dimensionless, level / protein.replete, "\(protein.name) relative to replete")
        self.level = level
    }
}
