import Modeling

/// Racemic warfarin by mouth: one compartment, scaled to the person; VKOR inhibition by an Imax form.
///
///     dA_gut/dt = −ka · A_gut,   dA/dt = ka · A_gut − CL · A / V,   I = C / (IC50 + C)
///     V = V₇₀ · weight / 70 kg,   CL = CL₇₀ · (weight / 70 kg)^¾ · exp(−b · (age − 60 y))
///
/// Imax, not tight binding: at 1 mg/L about 30 nmol/L is free and tens of µmol are in the body, far more than there is VKOR,
/// so binding does not deplete it and both forms agree (docs/decisions). People's doses differ by clearance (CYP2C9)
/// and IC50 (VKORC1), whose spreads multiply to a coefficient of variation of about 0.5.
struct Warfarin: Anticoagulant {
    let inhibition: Expression
    let concentration: Expression

    init(in scope: Scope, person: Person) {
        let absorption = scope.parameter(
            "absorption", 1, .perHour, .published(.wajima2009, at: "warfarin absorption"), "absorption rate")
        let usualWeight = scope.parameter(
            "usualWeight", 70, .kilogram, .published(.holford1986, at: "abstract: volume and clearance per 70 kg"),
            "weight that volume and clearance refer to")
        let usualVolume = scope.parameter(
            "volume", 10, .litre, .published(.holford1986, at: "abstract: 10 L/70 kg; also Wajima 2009"),
            spread: .logNormal(coefficientOfVariation: 0.2), "volume of distribution in 70 kg")
        let usualClearance = scope.parameter(
            "clearance", 0.2, .litrePerHour, .published(.holford1986, at: "abstract: 0.2 L/h/70 kg; also Wajima 2009"),
            spread: .logNormal(coefficientOfVariation: 0.35),
            "clearance in 70 kg at 60 years; half-life 35 h with the volume")
        let byWeight = scope.parameter(
            "byWeight", 0.75, .dimensionless,
            .assumed(because: "allometry: clearance rises with weight to three quarters"),
            "power of weight in clearance")
        let byAge = scope.parameter(
            "byAge", 0.00571, .perYear,
            .published(.hamberg2010, at: "age effect on elimination, as in the published model file"),
            "fall of log clearance per year of age")
        let usualAge = scope.parameter(
            "usualAge", 60, .year, .assumed(because: "the middle of the ages the model is meant for"),
            "age the clearance refers to")
        let half = scope.parameter(
            "ic50", 0.048, .milligramPerLitre,
            .assumed(
                because:
                    "5 mg a day gives an INR of 2 to 3 in five to ten days; with 1 % free about 2 nmol/L, near the Ki of VKORC1 (Li 2020)"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), "concentration that blocks half of VKOR")
        let standing = scope.input(
            "standing", 0, .milligramPerHour, "steady average intake by standing doses, for the balanced start")

        let relativeWeight = person.weight / usualWeight
        let volume = scope.define("ownVolume", .litre, usualVolume * relativeWeight, "volume of distribution")
        let slowing = exp(-byAge * (person.ageAtStart - usualAge))
        let clearance = scope.define(
            "ownClearance", .litrePerHour, usualClearance * relativeWeight.power(byWeight) * slowing, "clearance")

        let gut = scope.state("gut", .milligram, typical: 0.1, "warfarin in the gut")
        let body = scope.state("body", .milligram, typical: 0.1, "warfarin in the body")
        scope.flow("standingIntake", from: nil, to: gut, rate: standing, "standing doses, spread out")
        scope.flow("absorption_", from: gut, to: body, rate: absorption * gut, "absorption")
        scope.flow("elimination", from: body, to: nil, rate: clearance * body / volume, "elimination")
        concentration = scope.define("concentration", .milligramPerLitre, body / volume, "plasma concentration")
        inhibition = scope.define(
            "inhibition", .dimensionless, concentration / (half + concentration), "share of VKOR blocked")
        scope.doseInput("oral", .milligram, "a dose by mouth") { dose, _ in [(state: gut, value: gut + dose)] }
    }
}
