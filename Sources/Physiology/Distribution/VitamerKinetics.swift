import Modeling

/// Numbers of distribution and elimination of one vitamer.
struct VitamerKinetics: Sendable {
    /// From plasma into the liver: with remnants, and with LDL and HDL [L/h].
    let hepaticClearance: Expression
    let lipoproteinClearance: Expression
    /// From triglyceride-rich lipoproteins to LDL and HDL [1/h].
    let transfer: Expression
    /// Out of the liver: broken down, and back to plasma [1/h].
    let hepaticElimination: Expression
    let hepaticReturn: Expression
    /// Apparent volumes of vessel wall, bone and other tissue [L].
    let vesselVolume: Expression
    let boneVolume: Expression
    let otherVolume: Expression
    /// Return from vessel wall and bone, and from other tissue [1/h].
    let tissueReturn: Expression
    let otherReturn: Expression
    /// Into fat per mass of fat [L/h/kg]; out of fat back to plasma, and broken down [1/h].
    let adiposeClearance: Expression
    let adiposeReturn: Expression
    let adiposeLoss: Expression
    /// Only for the first guess of the balanced start [L, kg].
    let typicalPlasmaVolume: Expression
    let typicalFatMass: Expression

    /// First guess of the plasma concentration [nmol/L] = absorbed ÷ net hepatic clearance.
    func concentrationAtStart(absorbed: Expression) -> Expression {
        let leaving = hepaticElimination / (hepaticElimination + hepaticReturn)
        return absorbed / (hepaticClearance * leaving)
    }
}

extension VitamerKinetics {
    /// Numbers shared by the vitamers.
    struct Shared {
        let vesselVolume, boneVolume, tissueReturn, adiposeReturn, adiposeLoss, plasmaVolume, fatMass: Expression

        init(in scope: Scope, adiposeGrade: Grade) {
            vesselVolume = scope.parameter(
                "vesselVolume", 4, .litre,
                .assumed(
                    because:
                        "heart holds 9.3 pmol/g of K1 near 1 nmol/L in plasma (Thijssen 1996); about 0.45 kg of wall",
                    .scaled),
                spread: .logNormal(coefficientOfVariation: 0.4), "apparent volume of the vessel wall")
            boneVolume = scope.parameter(
                "boneVolume", 4, .litre, .assumed(because: "no human tissue level was found; taken as the vessel wall"),
                spread: .logNormal(coefficientOfVariation: 0.5), "apparent volume of bone")
            tissueReturn = scope.parameter(
                "tissueReturn", 0.05, .perHour,
                .assumed(because: "tissue turns over in about a day, as the exchangeable pool does"),
                spread: .logNormal(coefficientOfVariation: 0.4), "return from vessel wall and bone")
            adiposeReturn = scope.parameter(
                "adiposeReturnRate", 0.000085, .perHour,
                .assumed(
                    because:
                        "fat lies outside the pool that turns over in days (Olson 2002); half gone in about half a year"
                ),
                spread: .logNormal(coefficientOfVariation: 0.5), grade: adiposeGrade, "return from fat")
            adiposeLoss = scope.parameter(
                "adiposeLossRate", 0.000085, .perHour,
                .assumed(
                    because:
                        "more fat goes with lower plasma K1 (Shea 2010), so fat must also lose it; as much as it returns"
                ),
                spread: .logNormal(coefficientOfVariation: 0.5), grade: adiposeGrade, "breakdown in fat")
            plasmaVolume = scope.parameter(
                "typicalPlasmaVolume", 3.1, .litre, .assumed(because: "only a first guess for the balanced start"),
                "plasma volume for the first guess")
            fatMass = scope.parameter(
                "typicalFatMass", 20, .kilogram, .assumed(because: "only a first guess for the balanced start"),
                "fat mass for the first guess")
        }
    }

    init(
        hepaticClearance: Expression, lipoproteinClearance: Expression, transfer: Expression,
        hepaticElimination: Expression, hepaticReturn: Expression, otherVolume: Expression, otherReturn: Expression,
        adiposeClearance: Expression, shared: Shared
    ) {
        self.init(
            hepaticClearance: hepaticClearance, lipoproteinClearance: lipoproteinClearance, transfer: transfer,
            hepaticElimination: hepaticElimination, hepaticReturn: hepaticReturn,
            vesselVolume: shared.vesselVolume, boneVolume: shared.boneVolume, otherVolume: otherVolume,
            tissueReturn: shared.tissueReturn, otherReturn: otherReturn, adiposeClearance: adiposeClearance,
            adiposeReturn: shared.adiposeReturn, adiposeLoss: shared.adiposeLoss,
            typicalPlasmaVolume: shared.plasmaVolume, typicalFatMass: shared.fatMass)
    }
}
