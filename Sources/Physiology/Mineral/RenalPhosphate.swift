import Modeling

/// Phosphate in the kidney: what is filtered above a threshold is lost.
///
///     J48 = max(0, 0.88 · GFR · (P − threshold)),   threshold = T46 · (PTH / PTH₀)⁻ᵃ · FGF23⁻ᵇ
///
/// The threshold of Peterson & Riggs 2010 is fixed, so that an infusion of PTH would raise phosphate; the two powers are
/// added and 1 at the anchor.
struct RenalPhosphate: Component {
    /// Phosphate in urine, J48 [mmol/h].
    let excretion: Expression

    /// - Parameters:
    ///   - filtration: [L/h].
    ///   - phosphatonin: FGF23 relative to the anchor [1].
    init(in scope: Scope, pools: MineralPools, filtration: Expression, phosphatonin: Expression) {
        let filtrable = scope.peterson("filtrableShare", 0.88, at: "J48", "share of phosphate that is filtered")
        let threshold = scope.peterson(
            "threshold", 1.142, .millimolePerLitre, at: "T46", spread: .logNormal(coefficientOfVariation: 0.08),
            "threshold at the anchor")
        let byPTH = scope.parameter(
            "thresholdByPTH", 0.1, .dimensionless,
            .assumed(because: "PTH lowers the threshold; the size is that which lets an infusion lower phosphate"),
            spread: .logNormal(coefficientOfVariation: 0.4), grade: .supported, "fall of log threshold per log PTH")
        let byPhosphatonin = scope.parameter(
            "thresholdByPhosphatonin", 0.05, .dimensionless,
            .assumed(because: "phosphate stays mostly normal until filtration is about 30 mL/min, for FGF23"),
            spread: .logNormal(coefficientOfVariation: 0.5), grade: .supported, "fall of log threshold per log FGF23")
        let urged = pools.relativePTH.power(-byPTH) * phosphatonin.power(-byPhosphatonin)
        let now = scope.define("thresholdNow", .millimolePerLitre, threshold * urged, "threshold now")
        excretion = scope.flow(
            "excretion", from: pools.phosphateAmount, to: nil,
            rate: filtrable * filtration * maximum(0, pools.phosphate - now), "phosphate in urine, J48")
    }
}
