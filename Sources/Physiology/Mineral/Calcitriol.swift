import Modeling

/// Calcitriol: made in the kidney from calcidiol, urged by PTH, held back by phosphate.
///
///     made = k · B₀ · PTHᵃ · P⁻ᵇ · D^c · (GFR / 100)^d   (each relative to its anchor)
struct Calcitriol: Component {
    init(in scope: Scope, pools: MineralPools, person: Person, relativeFiltration: Expression) {
        let loss = scope.parameter(
            "loss", 0.1, .perHour, .published(.petersonRiggs2010, at: "T69"), "rate of loss; half-life 7 h")
        let byPTH = scope.parameter(
            "byPTH", 0.3, .dimensionless,
            .assumed(
                because:
                    "PTH infusion raises calcitriol; stronger than the 0.11 of Peterson & Riggs, whose enzyme also grows"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), "rise of log production per log PTH")
        let byPhosphate = scope.parameter(
            "byPhosphate", 1, .dimensionless,
            .assumed(because: "phosphate suppresses the hydroxylase, here also for FGF23"),
            spread: .logNormal(coefficientOfVariation: 0.4), "fall of log production per log phosphate")
        let byCalcidiol = scope.parameter(
            "byCalcidiol", 0.2, .dimensionless,
            .assumed(because: "calcitriol depends weakly on calcidiol unless that is very low"),
            spread: .logNormal(coefficientOfVariation: 0.5), "rise of log production per log calcidiol")
        let usualCalcidiol = scope.parameter(
            "usualCalcidiol", 60, .nanomolePerLitre, .assumed(because: "a middling level in Europe"), "usual calcidiol")
        let byKidney = scope.parameter(
            "byKidney", 0.5, .dimensionless, .assumed(because: "calcitriol falls from a filtration of about 60 mL/min"),
            spread: .logNormal(coefficientOfVariation: 0.3), "fall of log production per log filtration")

        let hormones = pools.relativePTH.power(byPTH) * pools.relativePhosphate.power(-byPhosphate)
        let supply = (person.calcidiol / usualCalcidiol).power(byCalcidiol) * relativeFiltration.power(byKidney)
        let anchored = loss * pools.volume * pools.calcitriolAnchor
        scope.flow(
            "production", from: nil, to: pools.calcitriolAmount, rate: anchored * hormones * supply,
            "hydroxylation in the kidney")
        scope.flow("loss_", from: pools.calcitriolAmount, to: nil, rate: loss * pools.calcitriolAmount, "loss")
    }
}
