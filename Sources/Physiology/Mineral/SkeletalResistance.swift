import Modeling

/// The PTH that bone answers to: less than there is, as the kidney fails.
///
///     PTH seen = PTH / PTH₀ · (GFR / 100 mL/min)ᵃ
///
/// Not in Peterson & Riggs 2010; without it total calcium would rise as filtration falls, and it does not.
struct SkeletalResistance: Component {
    /// PTH that bone answers to, relative to the anchor [1].
    let relativePTH: Expression

    /// - Parameter relativeFiltration: [1].
    init(in scope: Scope, pools: MineralPools, relativeFiltration: Expression) {
        let byFiltration = scope.parameter(
            "byFiltration", 1, .dimensionless,
            .assumed(
                because:
                    "bone resists PTH in kidney disease; in proportion keeps total calcium level until filtration is about 15 mL/min"
            ),
            spread: .logNormal(coefficientOfVariation: 0.2), grade: .supported,
            "rise of log PTH seen by bone per log filtration")
        relativePTH = scope.define(
            "relativePTH", .dimensionless, pools.relativePTH * relativeFiltration.power(byFiltration),
            "PTH seen by bone, relative")
    }
}
