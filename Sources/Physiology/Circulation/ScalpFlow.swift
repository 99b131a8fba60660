import Modeling

/// Flow to the hair-bearing scalp, lower where there is alopecia; which of the two is the cause is unproven.
struct ScalpFlow: Component {
    let bed: RegionalBed
    /// With full hair, at rest [mL/min].
    let usualFlow: Expression

    init(in scope: Scope, person: Person, perfusion: Perfusion) {
        let perMass = scope.parameter(
            "flowPerMass", 0.357, .millilitrePerGramPerMinute,
            .published(.klemp1989, at: "abstract: 35.7 mL/100 g/min in men with hair"),
            spread: .logNormal(coefficientOfVariation: 0.3), "flow with full hair")
        let mass = scope.parameter(
            "mass", 250, .gram, .assumed(because: "about 600 cm2 of 4 mm"),
            spread: .logNormal(coefficientOfVariation: 0.2), "mass of hair-bearing scalp")
        _ = scope.parameter(
            "baldFlowPerMass", 0.137, .millilitrePerGramPerMinute,
            .published(.klemp1989, at: "abstract: 13.7 mL/100 g/min in early baldness; cause or effect is unproven"),
            "flow with early baldness")
        let baldShare = scope.parameter(
            "baldShare", 0.384, .dimensionless,
            .derived(
                from: ["circulation.flow.scalp.baldFlowPerMass", "circulation.flow.scalp.flowPerMass"],
                by: "one flow over the other"),
            spread: .logNormal(coefficientOfVariation: 0.3), grade: .speculative, "flow with alopecia over without")
        let extracted = scope.parameter(
            "extracted", 0.1, .dimensionless,
            .assumed(because: "skin is given far more blood than it needs; from memory"),
            spread: .logNormal(coefficientOfVariation: 0.3), "share of oxygen extracted with full hair")
        usualFlow = scope.define("usual", .millilitrePerMinute, perMass * mass, "flow with full hair")
        let resting = scope.define(
            "resting", .millilitrePerMinute, usualFlow * (1 - person.hasAlopecia * (1 - baldShare)), "flow at rest")
        bed = RegionalBed(
            in: scope, resting: resting, consumption: perfusion.consumption(extracting: extracted, from: resting),
            range: AutoregulatedRange(ofTissueIn: scope), perfusion: perfusion)
    }
}
