import Modeling

/// What reduces vitamin K in one tissue: VKOR and the enzymes that warfarin leaves alone.
struct CycleRates: Sendable {
    /// Greatest epoxide reduction by VKOR over the Gla formed at full carboxylation [1].
    let spare: Expression
    /// Epoxide and quinone that half-saturate VKOR, which both occupy [nmol].
    let half: Expression
    /// Reduction of quinone by VKOR relative to that of epoxide [1].
    let onQuinone: Expression
    /// Warfarin that blocks half of this tissue's VKOR relative to the liver's [1].
    let resistance: Expression
    /// Quinone reduced by FSP1 and NQO1 [1/h].
    let bypass: Expression
}

extension CycleRates {
    private init(in scope: Scope, half: Expression, resistance: Expression, bypass: Expression) {
        spare = scope.parameter(
            "vkorSpare", 14, .dimensionless,
            .assumed(
                because:
                    "half inhibition at some nmol/L of free warfarin (Li 2020) while 5 mg a day gives an INR of 2 to 3 asks for much spare VKOR"
            ), spread: .logNormal(coefficientOfVariation: 0.2),
            "greatest epoxide reduction over the Gla formed at full carboxylation")
        self.half = half
        onQuinone = scope.parameter(
            "vkorOnQuinone", 0.5, .dimensionless,
            .assumed(because: "VKOR takes both of its substrates; quinone is the poorer one"),
            spread: .logNormal(coefficientOfVariation: 0.4), "reduction of quinone relative to epoxide")
        self.resistance = resistance
        self.bypass = bypass
    }

    /// Liver: VKORC1 and a strong bypass, so that much vitamin K overcomes warfarin.
    static func liver(in scope: Scope) -> CycleRates {
        CycleRates(
            in: scope,
            half: scope.parameter(
                "vkorHalf", 40, .nanomole,
                .assumed(
                    because:
                        "near the pool of a usual diet: with less, K1 150 µg/d would not move the INR on warfarin (WF1)"
                ), spread: .logNormal(coefficientOfVariation: 0.3), "epoxide and quinone that half-saturate VKOR"),
            resistance: scope.parameter(
                "resistance", 1, .dimensionless, .assumed(because: "the liver is the measure of the others"),
                "warfarin needed relative to the liver"),
            bypass: scope.parameter(
                "bypass", 30, .perHour,
                .assumed(
                    because:
                        "quinone drives carboxylation almost unhindered by warfarin, epoxide does not (Rishavy 2018); K1 reverses it within hours"
                ), spread: .logNormal(coefficientOfVariation: 0.4), "quinone reduction that warfarin does not block"))
    }

    /// Vessel wall and bone: weak bypass.
    static func extrahepatic(in scope: Scope) -> CycleRates {
        CycleRates(
            in: scope,
            half: scope.parameter(
                "vkorHalf", 12, .nanomole,
                .assumed(
                    because: "somewhat above the smaller pool of wall and bone, as in the liver no measurement exists"),
                spread: .logNormal(coefficientOfVariation: 0.3), "epoxide and quinone that half-saturate VKOR"),
            resistance: scope.parameter(
                "resistance", 1, .dimensionless,
                .assumed(
                    because:
                        "VKORC1L1 outside the liver is less sensitive in cells (Czogalla 2018), yet antagonists treble dp-ucMGP (Delanaye 2014)"
                ), spread: .logNormal(coefficientOfVariation: 0.4), grade: .supported,
                "warfarin needed relative to the liver"),
            bypass: scope.parameter(
                "bypass", 0.5, .perHour,
                .assumed(because: "K1 given with warfarin spares clotting but not the arteries of rats (Price 1998)"),
                spread: .logNormal(coefficientOfVariation: 0.6), grade: .supported,
                "quinone reduction that warfarin does not block"))
    }
}
