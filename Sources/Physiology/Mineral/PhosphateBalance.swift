import Modeling

/// Phosphate between gut, bone and kidney, whose threshold keeps it until filtration is low.
///
///     urine = 0.88 · GFR · max(0, P − threshold · PTH⁻ᵃ)
struct PhosphateBalance: Component {
    init(in scope: Scope, pools: MineralPools, diet: Diet, filtration: Expression, calcium: CalciumBalance) {
        let anchorAbsorption = scope.parameter(
            "anchorAbsorption", 0.306, .millimolePerHour,
            .published(.petersonRiggs2010, at: "J48 = J53 at steady state"),
            "net absorption at the anchor")
        let usualIntake = scope.parameter(
            "usualIntake", 1200, .milligramPerDay,
            .assumed(because: "a common intake; the anchor's net absorption is put here"),
            "phosphorus intake at the anchor")
        let threshold = scope.parameter(
            "threshold", 1.142, .millimolePerLitre, .published(.petersonRiggs2010, at: "T46"),
            spread: .logNormal(coefficientOfVariation: 0.08), "renal threshold at the PTH anchor")
        let filtrable = scope.parameter(
            "filtrableShare", 0.88, .dimensionless, .published(.petersonRiggs2010, at: "J48"),
            "share of phosphate that is filtered")
        let byPTH = scope.parameter(
            "thresholdByPTH", 0.1, .dimensionless, .assumed(because: "PTH lowers the threshold"),
            spread: .logNormal(coefficientOfVariation: 0.4), "fall of log threshold per log PTH")
        let perCalcium = scope.parameter(
            "perCalcium", 0.464, .dimensionless, .published(.petersonRiggs2010, at: "J41, J42"),
            "phosphate per calcium of bone mineral")

        scope.flow(
            "absorption", from: nil, to: pools.phosphateAmount, rate: anchorAbsorption * diet.phosphorus / usualIntake,
            "net absorption from the gut")
        scope.flow(
            "bone", from: nil, to: pools.phosphateAmount, rate: perCalcium * calcium.netFromBone,
            "net release from bone")
        let thresholdNow = scope.define(
            "thresholdNow", .millimolePerLitre, threshold * pools.relativePTH.power(-byPTH), "renal threshold")
        let above = maximum(0, pools.phosphate - thresholdNow)
        scope.flow(
            "urine", from: pools.phosphateAmount, to: nil, rate: filtrable * filtration * above, "phosphate in urine")
    }
}
