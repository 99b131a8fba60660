import Modeling

/// Resting flow to heart, brain, pelvis, one leg, kidneys and scalp, what is left for the rest, and the body's oxygen.
struct RegionalFlows: Component {
    let heart, brain, pelvis, limb, kidneys, scalp: RegionalBed
    /// Output that goes elsewhere, gut and most muscle above all [mL/min].
    let other: Expression
    /// Coronary flow at full dilatation over that at rest [1].
    let coronaryReserve: Expression
    /// Flow per mass of brain [mL/g/min].
    let cerebralFlowPerMass: Expression
    /// Pelvic inflow at full dilatation relative to the start [1].
    let erectileFlow: Expression
    /// Scalp flow with full hair, at rest [mL/min].
    let usualScalpFlow: Expression
    /// Oxygen to the whole body [mL/min] = cardiac output × content.
    let oxygenDelivery: Expression
    /// Share of it that the body uses [1].
    let oxygenExtraction: Expression

    init(
        in scope: Scope, person: Person, meanAtStart: Expression, pressure: BloodPressure, output: CardiacOutput,
        oxygen: BloodOxygen, compliance: Expression
    ) {
        let byCompliance = scope.parameter(
            "byCompliance", 0, .dimensionless,
            .assumed(because: "no data that resting flow follows stiffness; centred on none"),
            spread: .normal(standardDeviation: 0.05), grade: .speculative, nonNegative: false,
            "rise of log flow per log compliance")
        let perfusion = Perfusion(
            pressure: pressure, output: output, oxygen: oxygen, compliance: compliance, byCompliance: byCompliance)
        let coronary = CoronaryFlow(
            in: scope.scope("heart", grade: .supported, "coronary flow and its reserve"), perfusion: perfusion)
        let cerebral = CerebralFlow(in: scope.scope("brain", "cerebral flow"), person: person, perfusion: perfusion)
        let pelvic = PelvicFlow(
            in: scope.scope("pelvis", grade: .speculative, "flow to pelvic organs"), meanAtStart: meanAtStart,
            perfusion: perfusion)
        let skin = ScalpFlow(
            in: scope.scope("scalp", grade: .speculative, "flow to the scalp"), person: person, perfusion: perfusion)
        (heart, brain, pelvis, scalp) = (coronary.bed, cerebral.bed, pelvic.bed, skin.bed)
        limb = LimbFlow(in: scope.scope("limb", grade: .supported, "flow to one leg"), perfusion: perfusion).bed
        kidneys =
            RenalFlow(in: scope.scope("kidneys", "renal flow from filtration"), person: person, perfusion: perfusion)
            .bed
        coronaryReserve = coronary.reserve
        cerebralFlowPerMass = cerebral.flowPerMass
        erectileFlow = pelvic.erectileFlow
        usualScalpFlow = skin.usualFlow

        let total = output.output.converted(from: .litrePerMinute, to: .millilitrePerMinute)
        let regions = [heart.flow, brain.flow, pelvis.flow, limb.flow, kidneys.flow, scalp.flow]
        other = scope.define("other", .millilitrePerMinute, total - .sum(regions), "flow to all other tissue")
        let utilised = scope.parameter(
            "utilised", 0.25, .dimensionless,
            .published(.guytonHall2011, at: "chapter on transport of oxygen: utilisation coefficient about 25 %"),
            spread: .logNormal(coefficientOfVariation: 0.1), "share of oxygen used at rest, with usual blood")
        oxygenDelivery = scope.define(
            "oxygenDelivery", .millilitrePerMinute, total * oxygen.fraction, "oxygen to the whole body")
        let usual = output.usual.converted(from: .litrePerMinute, to: .millilitrePerMinute)
        oxygenExtraction = scope.define(
            "oxygenExtraction", .dimensionless,
            minimum(1, perfusion.consumption(extracting: utilised, from: usual) / oxygenDelivery),
            "share of the oxygen the body uses")
    }
}
