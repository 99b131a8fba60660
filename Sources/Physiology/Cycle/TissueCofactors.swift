import Modeling

/// How well each vitamer serves the carboxylase of a tissue, relative to K1 [1], and what else is there [nmol].
struct TissueCofactors: Sendable {
    let phylloquinone, menaquinone4, menaquinone7, background: Expression

    /// Liver: uses K1 and MK-4 alike (Spronk 2003, in rats) and holds bacterial menaquinones.
    static func liver(in scope: Scope) -> TissueCofactors {
        TissueCofactors(
            phylloquinone: reference(in: scope),
            menaquinone4: scope.parameter(
                "weightMK4", 1, .dimensionless,
                .assumed(because: "rat liver used K1 and MK-4 alike (Spronk 2003, from memory)"),
                spread: .logNormal(coefficientOfVariation: 0.5), "weight of MK-4"),
            menaquinone7: scope.parameter(
                "weightMK7", 1, .dimensionless,
                .assumed(because: "MK-7 from 50 µg/d may disturb anticoagulation (Schurgers 2007)"),
                spread: .logNormal(coefficientOfVariation: 0.5), "weight of MK-7"),
            background: scope.parameter(
                "background", 8, .nanomole,
                .assumed(
                    because:
                        "human liver holds MK-6 to MK-11 besides K1 (Thijssen 1996); how much of it serves is unknown"),
                spread: .logNormal(coefficientOfVariation: 0.5), "bacterial menaquinones that serve"))
    }

    /// Vessel wall; the weight of MK-4 is speculative: no dp-ucMGP was ever measured after MK-4 in people.
    static func vessel(in scope: Scope) -> TissueCofactors {
        TissueCofactors(
            phylloquinone: reference(in: scope),
            menaquinone4: scope.parameter(
                "weightMK4", 1, .dimensionless, .assumed(because: "no human data: extrapolated from bone"),
                spread: .logNormal(coefficientOfVariation: 1), grade: .speculative, "weight of MK-4"),
            menaquinone7: scope.parameter(
                "weightMK7", FittedValues.vesselWeightMK7.value, .dimensionless,
                .fitted(study: FittedValues.vesselWeightMK7.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "weight of MK-7"),
            background: nothing(in: scope))
    }

    /// Bone.
    static func bone(in scope: Scope) -> TissueCofactors {
        TissueCofactors(
            phylloquinone: reference(in: scope),
            menaquinone4: scope.parameter(
                "weightMK4", FittedValues.boneWeightMK4.value, .dimensionless,
                .fitted(study: FittedValues.boneWeightMK4.study),
                spread: .logNormal(coefficientOfVariation: 0.3), "weight of MK-4"),
            menaquinone7: scope.parameter(
                "weightMK7", 0.15, .dimensionless,
                .assumed(
                    because:
                        "of the order of that in the vessel wall; ucOC after MK-7 is not among the calibration studies"),
                spread: .logNormal(coefficientOfVariation: 0.4), "weight of MK-7"),
            background: nothing(in: scope))
    }

    private static func reference(in scope: Scope) -> Expression {
        scope.parameter(
            "weightK1", 1, .dimensionless, .assumed(because: "K1 is the measure of the others"), "weight of K1")
    }

    private static func nothing(in scope: Scope) -> Expression {
        scope.parameter(
            "background", 0.02, .nanomole,
            .assumed(because: "a trace, so that shares are defined on a diet without vitamin K"),
            "other cofactor")
    }

    /// The pool of these vitamers where each stands with an amount and an uptake.
    func pool(
        in scope: Scope, phylloquinone k1: (amount: Expression, uptake: Expression),
        menaquinone4 mk4: (amount: Expression, uptake: Expression),
        menaquinone7 mk7: (amount: Expression, uptake: Expression)
    ) -> CofactorPool {
        CofactorPool(
            in: scope,
            members: [
                .init(amount: k1.amount, uptake: k1.uptake, weight: phylloquinone),
                .init(amount: mk4.amount, uptake: mk4.uptake, weight: menaquinone4),
                .init(amount: mk7.amount, uptake: mk7.uptake, weight: menaquinone7),
            ], background: background)
    }
}
