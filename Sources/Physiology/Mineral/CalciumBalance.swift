import Modeling

/// Calcium between gut, bone and kidney.
///
///     gut    = Vmax · intake / (intake + half) · calcitriolᵃ
///     bone   = R · PTHᵇ · (GFR / usual)ʳ − R · Ca
///     urine  = lost share · filtered · Caᶜ · PTH⁻ᵈ
struct CalciumBalance: Component {
    /// Bone turnover relative to usual [1], by PTH.
    let boneTurnover: Expression
    /// Net calcium into fluid from bone [mmol/h].
    let netFromBone: Expression
    /// Share of filtered calcium that is reabsorbed [1].
    let reabsorbedShare: Expression

    init(in scope: Scope, pools: MineralPools, diet: Diet, filtration: Expression, relativeFiltration: Expression) {
        let atomicMass = scope.parameter(
            "molarMass", 40.08, .gramPerMole, .published(.meija2016, at: "standard atomic weight of calcium: 40.078"),
            "molar mass of calcium")
        let greatest = scope.parameter(
            "greatestAbsorption", 0.3, .millimolePerHour,
            .derived(
                from: ["mineral.calciumBalance.usualAbsorption"],
                by: "twice the usual: at the usual intake absorption is half of the greatest"),
            "greatest net absorption at the calcitriol anchor")
        _ = scope.parameter(
            "usualAbsorption", 0.150, .millimolePerHour,
            .published(.petersonRiggs2010, at: "J40 = J27 at steady state"), "net absorption, and urine, at the anchor")
        let usualIntake = scope.parameter(
            "usualIntake", 1000, .milligramPerDay,
            .assumed(because: "a common recommendation; the anchor's net absorption is put here"),
            "calcium intake at the anchor")
        let byCalcitriol = scope.parameter(
            "byCalcitriol", 0.7, .dimensionless,
            .assumed(because: "active transport is most of absorption at a usual intake"),
            spread: .logNormal(coefficientOfVariation: 0.3), "rise of log absorption per log calcitriol")
        let resorption = scope.parameter(
            "resorption", 3.667, .millimolePerHour, .published(.petersonRiggs2010, at: "J14 = J15 at steady state"),
            "calcium out of and into bone")
        let byPTH = scope.parameter(
            "resorptionByPTH", 0.05, .dimensionless,
            .assumed(
                because:
                    "about a tenth of release depends on osteoclasts (FracJ14 in Peterson & Riggs), and they on PTH weakly"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), "rise of log resorption per log PTH")
        let byKidney = scope.parameter(
            "resorptionByKidney", 0.045, .dimensionless,
            .assumed(
                because:
                    "bone resists PTH as the kidney fails; without it total calcium would rise as filtration falls, and it does not"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), grade: .supported,
            "rise of log resorption per log filtration")
        let filtrableShare = scope.parameter(
            "filtrableShare", 0.6, .dimensionless, .published(.petersonRiggs2010, at: "CaFilt"),
            "share of calcium that is filtered")
        let lostShare = scope.parameter(
            "lostShare", 0.0177, .dimensionless,
            .derived(
                from: [
                    "mineral.calciumBalance.usualAbsorption", "mineral.calciumBalance.filtrableShare",
                    "mineral.calciumAnchor", "mineral.usualFiltration",
                ],
                by: "usual loss over what is filtered at the anchor"),
            spread: .logNormal(coefficientOfVariation: 0.2), "share of filtered calcium lost")
        let lossByCalcium = scope.parameter(
            "lossByCalcium", 3, .dimensionless,
            .assumed(because: "urinary calcium climbs steeply above the usual level"),
            "rise of log loss per log calcium")
        let lossByPTH = scope.parameter(
            "lossByPTH", 0.5, .dimensionless, .assumed(because: "PTH keeps calcium from the urine"),
            "fall of log loss per log PTH")

        let eaten = diet.calcium.converted(from: .milligramPerDay, to: .milligramPerHour) / atomicMass
        let usual = usualIntake.converted(from: .milligramPerDay, to: .milligramPerHour) / atomicMass
        let absorbed = greatest * pools.relativeCalcitriol.power(byCalcitriol) * eaten / (eaten + usual)
        scope.flow("absorption", from: nil, to: pools.calciumAmount, rate: absorbed, "net absorption from the gut")

        boneTurnover = scope.define(
            "boneTurnover", .dimensionless, pools.relativePTH.power(byPTH), "bone turnover relative to usual")
        let released = scope.flow(
            "resorption_", from: nil, to: pools.calciumAmount,
            rate: resorption * boneTurnover * relativeFiltration.power(byKidney), "bone resorption")
        let laidDown = scope.flow(
            "formation", from: pools.calciumAmount, to: nil, rate: resorption * pools.relativeCalcium,
            "bone mineralisation")
        netFromBone = released - laidDown

        let filtered = filtrableShare * filtration * pools.calcium
        let lost = scope.define(
            "lostShareNow", .dimensionless,
            lostShare * pools.relativeCalcium.power(lossByCalcium) * pools.relativePTH.power(-lossByPTH),
            "share of filtered calcium lost now")
        scope.flow("urine", from: pools.calciumAmount, to: nil, rate: lost * filtered, "calcium in urine")
        reabsorbedShare = 1 - lost
    }
}
