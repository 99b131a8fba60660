import Modeling

/// One clotting protein relative to its replete level: made carboxylated, lost by first order.
///
///     d activity / dt = k · (f − activity),   k = ln 2 / half-life
struct ClottingFactor: Component {
    /// Active protein relative to replete [1].
    let activity: Expression

    init(in scope: Scope, _ name: String, carboxylated: Expression, halfLife: Expression) {
        let rate = ln(2) / halfLife
        let activity = scope.state(
            name, .dimensionless, initial: 1, typical: 0.1, "active \(name) relative to replete")
        scope.rate(of: activity, rate * (carboxylated - activity))
        self.activity = activity
    }
}
