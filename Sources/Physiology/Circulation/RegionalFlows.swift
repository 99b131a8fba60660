import Modeling

/// Resting flow to heart, brain, pelvis, limb, kidneys and scalp, and the oxygen it carries.
struct RegionalFlows: Component {
    let heart, brain, pelvis, limb, kidneys, scalp: RegionalFlow
    /// Scalp flow with full hair, at rest [mL/min].
    let usualScalpFlow: Expression
    /// Oxygen to the whole body [mL/min] = flow × content.
    let oxygenDelivery: Expression
    /// Arterial oxygen content [mL/dL] = 1.34 · Hb · saturation.
    let oxygenContent: Expression

    init(in scope: Scope, person: Person, pressure: BloodPressure, compliance: Expression) {
        let range = AutoregulatedRange(in: scope)
        func region(_ name: String, _ value: Double, _ evidence: Evidence) -> RegionalFlow {
            let resting = scope.parameter(
                "\(name)Resting", value, .millilitrePerMinute, evidence,
                spread: .logNormal(coefficientOfVariation: 0.25), "resting flow, \(name)")
            return RegionalFlow(
                in: scope, name, resting: resting, range: range, compliance: compliance, pressure: pressure.mean)
        }
        heart = region(
            "heart", 225, .published(.guytonHall2011, at: "chapter on coronary circulation: about 225 mL/min"))
        brain = region(
            "brain", 700,
            .published(
                .guytonHall2011, at: "chapter on cerebral blood flow: 50 mL/100 g/min, times a brain of 1400 g", .scaled
            ))
        kidneys = region("kidneys", 1100, .published(.guytonHall2011, at: "chapter on renal flow: about 1100 mL/min"))
        pelvis = region("pelvis", 250, .assumed(because: "about a twentieth of cardiac output; no source at hand"))
        limb = region("limb", 350, .assumed(because: "one leg at rest; no source at hand"))
        let scalpPerMass = scope.parameter(
            "scalpPerMass", 0.357, (Unit.millilitre / .gram / .minute).named("mL/g/min"),
            .published(.klemp1989, at: "abstract: 35.7 mL/100 g/min in men with hair"),
            spread: .logNormal(coefficientOfVariation: 0.3), "scalp flow with full hair")
        let scalpMass = scope.parameter(
            "scalpMass", 250, .gram, .assumed(because: "about 600 cm2 of 4 mm"), "mass of hair-bearing scalp")
        let baldShare = scope.parameter(
            "baldShare", 0.384, .dimensionless,
            .published(.klemp1989, at: "abstract: 13.7 over 35.7 mL/100 g/min; cause or effect is unproven"),
            spread: .logNormal(coefficientOfVariation: 0.3), grade: .speculative,
            "scalp flow with alopecia over without")
        usualScalpFlow = scalpPerMass * scalpMass
        let scalpResting = scope.define(
            "scalpResting", .millilitrePerMinute, usualScalpFlow * (1 - person.hasAlopecia * (1 - baldShare)),
            "resting scalp flow")
        scalp = RegionalFlow(
            in: scope, "scalp", resting: scalpResting, range: range, compliance: compliance, pressure: pressure.mean)

        let perHaemoglobin = scope.parameter(
            "oxygenPerHaemoglobin", 1.34, .millilitrePerGram,
            .published(.guytonHall2011, at: "chapter on transport of oxygen: 1.34 mL/g"), "oxygen bound per haemoglobin"
        )
        let saturation = scope.parameter(
            "saturation", 0.97, .dimensionless, .published(.guytonHall2011, at: "chapter on transport of oxygen: 97 %"),
            "arterial saturation")
        oxygenContent = scope.define(
            "oxygenContent", (Unit.millilitre / .decilitre).named("mL/dL"),
            perHaemoglobin * person.haemoglobin * saturation, "arterial oxygen content")
        let output = pressure.cardiacOutput.converted(from: .litrePerMinute, to: (Unit.decilitre / .minute))
        oxygenDelivery = scope.define("oxygenDelivery", .millilitrePerMinute, output * oxygenContent, "oxygen delivery")
    }
}
