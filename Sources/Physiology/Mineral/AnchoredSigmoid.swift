import Modeling

extension Scope {
    /// A sigmoid that passes a known value at the anchor.
    ///
    ///     y(u) = base + span · uᵍ / (uᵍ + k),   k = span / (atAnchor − base) − 1,   so that y(1) = atAnchor
    ///
    /// Falling where `span` is below 0; y(0) = base, y(∞) = base + span. `atAnchor` must lie between the two.
    /// - Parameters:
    ///   - name: within the scope.
    ///   - unit: of y, `base`, `span` and `atAnchor`.
    ///   - relative: u, relative to its anchor [1].
    ///   - steepness: g [1].
    func sigmoid(
        _ name: String, _ unit: Unit = .dimensionless, of relative: Expression, from base: Expression,
        span: Expression, atAnchor: Expression, steepness: Expression = 1, _ summary: String
    ) -> Expression {
        let offset = define("\(name)Half", .dimensionless, span / (atAnchor - base) - 1, "uᵍ at half of its span")
        let driven = steepness == 1 ? relative : relative.power(steepness)
        let share = driven / (driven + offset)
        return define(name, unit, base + span * share, summary)
    }

    /// A number of Peterson & Riggs 2010.
    ///
    /// - Parameters:
    ///   - symbol: the paper's name for it.
    func peterson(
        _ name: String, _ value: Double, _ unit: Unit = .dimensionless, at symbol: String, spread: Spread = .none,
        _ summary: String
    ) -> Expression {
        parameter(name, value, unit, .published(.petersonRiggs2010, at: symbol), spread: spread, summary)
    }
}
