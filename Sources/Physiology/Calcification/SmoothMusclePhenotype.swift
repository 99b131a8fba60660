import Modeling

/// Share of a bed's smooth muscle cells (in the valve, interstitial cells) that have turned bone-like, and so lay down mineral.
///
///     dφ/dt = k · (u / (1 − u) · S · (1 − φ) − φ),   at rest φ = u for S = 1
///
/// Risk factors act through it: a change of them is felt within months and not at once. The share levels off, so
/// that a strong stimulus does less than its measure.
struct SmoothMusclePhenotype: Component {
    /// Bone-like share relative to that of the reference person [1].
    let relative: Expression

    /// - Parameters:
    ///   - stimulus: S, relative to the reference person [1].
    ///   - usual: u, bone-like share of the reference person [1].
    ///   - turnover: k [1/y].
    init(in scope: Scope, stimulus: Expression, usual: Expression, turnover: Expression) {
        let share = scope.state(
            "osteogenic", .dimensionless, initial: usual, typical: 0.01, "bone-like share of the cells of this bed")
        let odds = usual / (1 - usual)
        let rate = turnover.converted(from: .perYear, to: .perHour)
        scope.flow(
            "turning", from: nil, to: share, rate: rate * odds * stimulus * (1 - share), "cells turn bone-like")
        scope.flow("turningBack", from: share, to: nil, rate: rate * share, "cells turn back")
        relative = scope.define("relativePhenotype", .dimensionless, share / usual, "bone-like share over the usual")
    }
}
