import Modeling

extension VitamerKinetics {
    /// Phylloquinone: phases of about 0.2 h and 2.7 h (Jones 2007) and 27.6 h (Olson 2002).
    static func phylloquinone(in scope: Scope) -> VitamerKinetics {
        let shared = Shared(in: scope, adiposeGrade: .supported)
        _ = scope.parameter(
            "adiposeContent", 148, (Unit.nanomole / .kilogram).named("nmol/kg"),
            .published(.shea2010, at: "abstract: subcutaneous fat, 148 ± 72"), "phylloquinone in fat of people")
        _ = scope.parameter(
            "usualPlasma", 1, .nanomolePerLitre,
            .assumed(because: "the plasma level of those people is not in the abstract"),
            "plasma level that the content in fat goes with")
        return VitamerKinetics(
            hepaticClearance: scope.parameter(
                "hepaticClearance", FittedValues.k1HepaticClearance.value, .litrePerHour,
                .fitted(study: FittedValues.k1HepaticClearance.study), spread: .logNormal(coefficientOfVariation: 0.3),
                "plasma cleared into the liver with remnants"),
            lipoproteinClearance: scope.parameter(
                "lipoproteinClearance", 8, .litrePerHour,
                .assumed(
                    because:
                        "little K1 is found in LDL: it leaves about as fast as remnants"),
                spread: .logNormal(coefficientOfVariation: 0.4), "LDL and HDL cleared into the liver"),
            transfer: scope.parameter(
                "transferRate", 0.1, .perHour,
                .assumed(
                    because:
                        "K1 travels mostly in triglyceride-rich lipoproteins; a remnant's stay is below an hour"),
                spread: .logNormal(coefficientOfVariation: 0.5), "handed from chylomicrons and VLDL to LDL and HDL"),
            hepaticElimination: scope.parameter(
                "hepaticEliminationRate", 0.3, .perHour,
                .assumed(
                    because:
                        "with the return gives about 11 pmol/g in the liver (Thijssen 1996) and a phase near 2.7 h"
                ),
                spread: .logNormal(coefficientOfVariation: 0.3), "breakdown in the liver"),
            hepaticReturn: scope.parameter(
                "hepaticReturnRate", 0.1, .perHour,
                .assumed(because: "a quarter of what leaves the liver goes out in VLDL"),
                spread: .logNormal(coefficientOfVariation: 0.3), "export from the liver"),
            otherVolume: scope.parameter(
                "otherVolume", FittedValues.k1OtherVolume.value, .litre,
                .fitted(study: FittedValues.k1OtherVolume.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "apparent volume of other tissue"),
            otherReturn: scope.parameter(
                "otherReturnRate", FittedValues.k1OtherReturn.value, .perHour,
                .fitted(study: FittedValues.k1OtherReturn.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "return from other tissue"),
            adiposeClearance: scope.parameter(
                "adiposeClearance", 0.025, .litrePerHourPerKilogram,
                .derived(
                    from: [
                        "vitaminK.k1.adiposeContent", "vitaminK.k1.usualPlasma", "vitaminK.k1.adiposeReturnRate",
                        "vitaminK.k1.adiposeLossRate",
                    ], by: "content over plasma level, times turnover"),
                spread: .logNormal(coefficientOfVariation: 0.5), "plasma cleared into fat, per mass of fat"),
            shared: shared)
    }

    /// Menaquinone-4: gone from plasma within hours.
    static func menaquinone4(in scope: Scope) -> VitamerKinetics {
        let shared = Shared(in: scope, adiposeGrade: .speculative)
        return VitamerKinetics(
            hepaticClearance: scope.parameter(
                "hepaticClearance", FittedValues.mk4HepaticClearance.value, .litrePerHour,
                .fitted(study: FittedValues.mk4HepaticClearance.study), spread: .logNormal(coefficientOfVariation: 0.3),
                "plasma cleared into the liver with remnants"),
            lipoproteinClearance: scope.parameter(
                "lipoproteinClearance", 5, .litrePerHour,
                .assumed(
                    because:
                        "little MK-4 is found in LDL, and no slow phase in plasma"),
                spread: .logNormal(coefficientOfVariation: 0.4), "LDL and HDL cleared into the liver"),
            transfer: scope.parameter(
                "transferRate", 0.1, .perHour,
                .assumed(
                    because:
                        "as for K1: MK-4 travels mostly in triglyceride-rich lipoproteins"),
                spread: .logNormal(coefficientOfVariation: 0.5), "handed from chylomicrons and VLDL to LDL and HDL"),
            hepaticElimination: scope.parameter(
                "hepaticEliminationRate", 0.4, .perHour,
                .assumed(because: "no return phase is seen in plasma; the dog liver empties in hours"),
                spread: .logNormal(coefficientOfVariation: 0.4), "breakdown in the liver"),
            hepaticReturn: scope.parameter(
                "hepaticReturnRate", 0.05, .perHour,
                .assumed(because: "little export, since plasma shows no long tail"),
                spread: .logNormal(coefficientOfVariation: 0.5), "export from the liver"),
            otherVolume: scope.parameter(
                "otherVolume", 10, .litre, .assumed(because: "no human tissue kinetics exist; less than for K1"),
                spread: .logNormal(coefficientOfVariation: 0.5), "apparent volume of other tissue"),
            otherReturn: scope.parameter(
                "otherReturnRate", 0.1, .perHour, .assumed(because: "no human tissue kinetics exist"),
                spread: .logNormal(coefficientOfVariation: 0.5), "return from other tissue"),
            adiposeClearance: scope.parameter(
                "adiposeClearance", 0.01, .litrePerHourPerKilogram,
                .assumed(
                    because:
                        "unchanged MK-4 is found in fat of dogs; no human kinetics: below K1 by its short stay in plasma"
                ),
                spread: .logNormal(coefficientOfVariation: 1), grade: .speculative,
                "plasma cleared into fat, per mass of fat"),
            shared: shared)
    }

    /// Menaquinone-7: half-life of about 68 h, most of it in LDL.
    static func menaquinone7(in scope: Scope) -> VitamerKinetics {
        let shared = Shared(in: scope, adiposeGrade: .speculative)
        return VitamerKinetics(
            hepaticClearance: scope.parameter(
                "hepaticClearance", 6, .litrePerHour,
                .assumed(because: "a remnant takes all its vitamers along; about that of K1 and MK-4"),
                spread: .logNormal(coefficientOfVariation: 0.4), "plasma cleared into the liver with remnants"),
            lipoproteinClearance: scope.parameter(
                "lipoproteinClearance", FittedValues.mk7LipoproteinClearance.value, .litrePerHour,
                .fitted(study: FittedValues.mk7LipoproteinClearance.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "LDL and HDL cleared into the liver"),
            transfer: scope.parameter(
                "transferRate", 0.4, .perHour,
                .assumed(
                    because:
                        "long menaquinones are found in LDL: a sixth of what a remnant brings passes to it before the liver takes it"
                ),
                spread: .logNormal(coefficientOfVariation: 0.5), "handed from chylomicrons and VLDL to LDL and HDL"),
            hepaticElimination: scope.parameter(
                "hepaticEliminationRate", 0.02, .perHour,
                .assumed(because: "slower than K1: long side chain, LDL transport"),
                spread: .logNormal(coefficientOfVariation: 0.4), "breakdown in the liver"),
            hepaticReturn: scope.parameter(
                "hepaticReturnRate", 0.03, .perHour, .assumed(because: "recirculates in LDL"),
                spread: .logNormal(coefficientOfVariation: 0.4), "export from the liver"),
            otherVolume: scope.parameter(
                "otherVolume", FittedValues.mk7OtherVolume.value, .litre,
                .fitted(study: FittedValues.mk7OtherVolume.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "apparent volume of other tissue"),
            otherReturn: scope.parameter(
                "otherReturnRate", 0.05, .perHour, .assumed(because: "exchange within a day"),
                spread: .logNormal(coefficientOfVariation: 0.4), "return from other tissue"),
            adiposeClearance: scope.parameter(
                "adiposeClearance", 0.002, .litrePerHourPerKilogram,
                .assumed(because: "no data; scaled from K1 by clearance"),
                spread: .logNormal(coefficientOfVariation: 1), grade: .speculative,
                "plasma cleared into fat, per mass of fat"),
            shared: shared)
    }
}
