import Modeling

/// PTH: secreted as calcium falls, cleared within minutes.
///
///     secretion = [Smax − (Smax − Smin) · Caⁿ / (Caⁿ + Ca50ⁿ)] · (calcitriol / anchor)^−a · exp(b · stress)
///
/// Stress is a term of its own around 0: cortisol is not modelled and PTH is no classical stress hormone.
struct ParathyroidHormone: Component {
    init(in scope: Scope, pools: MineralPools, person: Person) {
        let most = scope.parameter(
            "greatestSecretion", 6249.09, .picomolePerHour, .published(.petersonRiggs2010, at: "T58"),
            "secretion without calcium")
        let least = scope.parameter(
            "leastSecretion", 96.25, .picomolePerHour, .published(.petersonRiggs2010, at: "T61"),
            "secretion with much calcium")
        let steepness = scope.parameter(
            "steepness", 11.7387, .dimensionless, .published(.petersonRiggs2010, at: "T59"), "steepness in calcium")
        let anchorSecretion = scope.parameter(
            "anchorSecretion", 385, .picomolePerHour, .published(.petersonRiggs2010, at: "steady state"),
            "secretion at the anchor")
        let clearance = scope.parameter(
            "clearance", 100, .litrePerHour, .published(.petersonRiggs2010, at: "kout = 100/14 per hour in 14 L"),
            spread: .logNormal(coefficientOfVariation: 0.2), "clearance")
        let suppression = scope.parameter(
            "calcitriolSuppression", 0.9, .dimensionless,
            .assumed(
                because:
                    "PTH rises as calcitriol falls in kidney disease; stands for the gland's growth in Peterson & Riggs"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), "fall of log secretion per log calcitriol")
        let stressEffect = scope.parameter(
            "stressEffect", 0, .dimensionless,
            .assumed(because: "no human estimate of lasting stress on PTH; centred on none"),
            spread: .normal(standardDeviation: 0.1), grade: .speculative, nonNegative: false,
            "log secretion per unit of stress")

        // Calcium in units of Ca50: the sigmoid passes anchorSecretion at the calcium anchor.
        let suppressed = (most - anchorSecretion) / (most - least)
        let anchorOdds = scope.define(
            "anchorOdds", .dimensionless, suppressed / (1 - suppressed), "(Ca / Ca50)ⁿ at the anchor")
        let odds = scope.define(
            "calciumOdds", .dimensionless, anchorOdds * pools.relativeCalcium.power(steepness), "(Ca / Ca50)ⁿ")
        let byCalcium = scope.define(
            "secretionByCalcium", .picomolePerHour, most - (most - least) * odds / (1 + odds),
            "secretion set by calcium")
        let modifiers = pools.relativeCalcitriol.power(-suppression) * exp(stressEffect * person.stress)
        scope.flow("secretion", from: nil, to: pools.pthAmount, rate: byCalcium * modifiers, "secretion")
        scope.flow("clearance_", from: pools.pthAmount, to: nil, rate: clearance * pools.pth, "clearance")
    }
}
