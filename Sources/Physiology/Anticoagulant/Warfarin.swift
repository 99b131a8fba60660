import Modeling

/// Racemic warfarin by mouth: one compartment; VKOR inhibition by an Imax form.
///
///     dA_gut/dt = −ka · A_gut,   dA/dt = ka · A_gut − CL · A / V,   I = C / (IC50 + C)
struct Warfarin: Anticoagulant {
    let inhibition: Expression
    let concentration: Expression

    init(in scope: Scope) {
        let absorption = scope.parameter(
            "absorption", 1, .perHour, .published(.wajima2009, at: "warfarin absorption"), "absorption rate")
        let volume = scope.parameter(
            "volume", 10, .litre, .published(.wajima2009, at: "warfarin volume of distribution"),
            spread: .logNormal(coefficientOfVariation: 0.2), "volume of distribution")
        let clearance = scope.parameter(
            "clearance", 0.2, .litrePerHour, .published(.wajima2009, at: "warfarin clearance"),
            spread: .logNormal(coefficientOfVariation: 0.35), "clearance; half-life 35 h with the volume")
        let half = scope.parameter(
            "ic50", 0.03, .milligramPerLitre,
            .assumed(
                because:
                    "5 mg a day gives an INR of 2 to 3 in five to ten days; below the 0.34 of Wajima 2009, whose factors follow hydroquinone in proportion"
            ),
            spread: .logNormal(coefficientOfVariation: 0.3), "concentration that blocks half of VKOR")
        let standing = scope.input(
            "standing", 0, .milligramPerHour, "steady average intake by standing doses, for the balanced start")

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
