import Modeling

/// Calcium of one bed [AU]: it starts, grows with what is there, and is slowly removed.
///
///     dC/dt = (onset · age + growth · C / √(1 + C / C₁)) · drivers · K factor − removal · C
///
/// Growth is in proportion to C well below C₁ and on the square root of the score well above it, the scale on which
/// progression is even in cohorts; in proportion throughout, people prone to it would reach scores nobody has.
struct CalcificationBed: Component {
    /// [AU]
    let calcium: Expression

    /// - Parameters:
    ///   - atStart: [AU].
    ///   - onset: [AU/y]; `growth`, `removal` [1/y].
    ///   - evenAbove: C₁ [AU], above which growth is even on the square root of the score.
    ///   - factor: by carboxylated MGP and warfarin [1].
    ///   - extra: further factor of this bed [1].
    init(
        in scope: Scope, atStart: Expression, onset: Expression, growth: Expression, removal: Expression,
        evenAbove: Expression, drivers: CalcificationDrivers, factor: Expression, extra: Expression = 1
    ) {
        let calcium = scope.state(
            "calcium", .agatston, initial: atStart, typical: 1, pinned: true, "calcium in this bed")
        let speed = scope.define(
            "speed", .dimensionless, drivers.relativeGrowth * factor * extra, "speed relative to the reference person")
        let starting = (onset * drivers.relativeOnset).converted(from: .agatstonPerYear, to: .agatstonPerHour)
        scope.flow("onset_", from: nil, to: calcium, rate: starting * speed, "new foci")
        let growing = growth.converted(from: .perYear, to: .perHour) * calcium
        let slowing = sqrt(1 + calcium / evenAbove)
        scope.flow("growth_", from: nil, to: calcium, rate: growing * speed / slowing, "growth of foci")
        scope.flow(
            "removal_", from: calcium, to: nil, rate: removal.converted(from: .perYear, to: .perHour) * calcium,
            "slow removal")
        self.calcium = calcium
    }
}
