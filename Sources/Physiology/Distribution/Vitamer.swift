import Modeling

/// One form of vitamin K in the whole body: by mouth and with food into plasma and tissues.
struct Vitamer: Component {
    let absorption: VitamerAbsorption
    let kinetics: VitamerKinetics
    let oral: OralAbsorption
    let body: VitamerDistribution

    /// - Parameters:
    ///   - diet: intake with food [µg/d].
    ///   - fat: of meals in the gut.
    init(
        in scope: Scope, absorption: (Scope) -> VitamerAbsorption, kinetics: (Scope) -> VitamerKinetics,
        diet: Expression, fat: GutFat, person: Person
    ) {
        self.absorption = absorption(scope)
        self.kinetics = kinetics(scope)
        body = VitamerDistribution(
            in: scope, of: self.kinetics, person: person, absorbed: self.absorption.absorbed(fromDiet: diet))
        oral = OralAbsorption(
            in: scope, of: self.absorption, diet: diet, fat: fat, into: body.lipoproteins.triglycerideRich)
    }

    /// Amount in the body, gut contents included [nmol].
    var inBody: Expression {
        .sum([
            oral.underway, body.plasma, body.liver, body.adipose, body.vessel.amount, body.bone.amount,
            body.other.amount,
        ])
    }

    /// Amount in the body outside gut and fat [nmol]: the pool that turns over in days.
    var exchangeable: Expression {
        .sum([body.plasma, body.liver, body.vessel.amount, body.bone.amount, body.other.amount])
    }

    /// Plasma concentration [ng/mL] = concentration × molar mass.
    var massConcentration: Expression {
        (body.concentration * absorption.molarMass).converted(
            from: .nanomolePerLitre * .gramPerMole, to: .nanogramPerMillilitre)
    }

    /// Share of what plasma holds that is in LDL and HDL [%].
    var longLivedShare: Expression {
        (body.lipoproteins.longLived / body.plasma).converted(from: .dimensionless, to: .percent)
    }
}
