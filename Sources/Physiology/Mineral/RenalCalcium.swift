import Modeling

/// Calcium in the kidney: half of the filtered load is reabsorbed whatever happens, the rest as PTH and calcitriol urge.
///
///     J27 = max(0, (2 − T10) · (0.6 · 0.5 · GFR · Ca − reabsorbed)),   T10 = T7 · D / (D + T9)
///     reabsorbed = Tmax(GFR) · Ca / (Reabs50 + Ca) · T16 · PTH / (PTH + T17)
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct RenalCalcium: Component {
    /// Calcium in urine, J27 [mmol/h].
    let excretion: Expression
    /// Share of filtered calcium that is reabsorbed [1].
    let reabsorbedShare: Expression

    /// - Parameter filtration: [L/h].
    init(in scope: Scope, pools: MineralPools, filtration: Expression) {
        let filtrable = scope.peterson("filtrableShare", 0.6, at: "CaFilt", "share of calcium that is filtered")
        let distal = scope.peterson("distalShare", 0.5, at: "CaFilt", "share of the filtered load under control")
        let anchorLoss = scope.peterson(
            "anchorLoss", 0.149997, .millimolePerHour, at: "ReabsMax", "calcium in urine at the anchor")
        let half = scope.peterson(
            "halfReabsorption", 1.57322, .millimolePerLitre, at: "Reabs50", "calcium at half of reabsorption")
        let byPTH = scope.peterson("greatestByPTH", 1.06147, at: "T16", "reabsorption with much PTH")
        let mostByCalcitriol = scope.peterson("greatestByCalcitriol", 2, at: "T7", "greatest effect of calcitriol")
        let halfCalcitriol = scope.peterson(
            "halfCalcitriol", 90, .picomolePerLitre, at: "T9", "calcitriol at half of its effect")

        let filteredPerCalcium = filtrable * filtration
        let reaching = scope.define(
            "reaching", .millimolePerHour, distal * filteredPerCalcium * pools.calcium,
            "calcium that reaches the controlled part, CaFilt")
        let anchorReaching = distal * filteredPerCalcium * pools.calciumAnchor
        let capacity = scope.define(
            "capacity", .millimolePerHour,
            (anchorReaching - anchorLoss) * (half + pools.calciumAnchor) / pools.calciumAnchor,
            "greatest reabsorption there, ReabsMax")
        let ofPTH = scope.define(
            "byPTH", .dimensionless, byPTH * pools.relativePTH / (pools.relativePTH + byPTH - 1), "ReabsPTHeff")
        let reabsorbed = scope.define(
            "reabsorbed", .millimolePerHour, capacity * ofPTH * pools.calcium / (half + pools.calcium),
            "calcium reabsorbed under control, CaReabsActive")
        let ofCalcitriol = scope.define(
            "byCalcitriol", .dimensionless,
            mostByCalcitriol * pools.calcitriol / (pools.calcitriol + halfCalcitriol), "T10")
        let lost = (2 - ofCalcitriol) * (reaching - reabsorbed)
        excretion = scope.flow(
            "excretion", from: pools.calciumAmount, to: nil, rate: maximum(0, lost), "calcium in urine, J27")
        reabsorbedShare = scope.define(
            "reabsorbedShare", .dimensionless, 1 - excretion / (filteredPerCalcium * pools.calcium),
            "share of filtered calcium reabsorbed")
    }
}
