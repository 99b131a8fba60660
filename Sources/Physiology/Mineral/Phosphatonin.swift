import Modeling

/// FGF23 relative to the anchor, as the load of phosphate that each nephron has to excrete.
///
///     FGF23 = (phosphate uptake / filtration, relative to the anchor)ᵃ
///
/// Not in Peterson & Riggs 2010; 1 at the anchor, so that their steady state stands.
struct Phosphatonin: Component {
    /// [1]
    let relative: Expression

    /// - Parameters:
    ///   - relativeUptake: phosphate from the gut, relative to the anchor [1].
    ///   - relativeFiltration: [1].
    init(in scope: Scope, relativeUptake: Expression, relativeFiltration: Expression) {
        let byLoad = scope.parameter(
            "byLoad", 1, .dimensionless,
            .assumed(
                because:
                    "FGF23 rises before PTH and phosphate as filtration falls (Isakova 2011, abstract), and with phosphate eaten; in proportion is the plain choice"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), "rise of log FGF23 per log phosphate load of a nephron")
        relative = scope.define(
            "relative", .dimensionless, (relativeUptake / relativeFiltration).power(byLoad),
            "FGF23 relative to the anchor")
    }
}
