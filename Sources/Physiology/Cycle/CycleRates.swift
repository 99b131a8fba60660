import Modeling

/// Rates of the vitamin K cycle in one tissue [1/h].
struct CycleRates: Sendable {
    /// Hydroquinone used by the carboxylase.
    let carboxylation: Expression
    /// Epoxide and quinone reduced by VKOR.
    let epoxideReduction: Expression
    let quinoneReduction: Expression
    /// Quinone reduced by the enzyme that warfarin does not block.
    let bypass: Expression

    private init(in scope: Scope, bypass: Expression) {
        carboxylation = scope.parameter(
            "carboxylation", 30, .perHour,
            .assumed(
                because:
                    "a molecule is recycled many times before it leaves the tissue; only ratios of these rates matter"),
            "use of hydroquinone by the carboxylase")
        epoxideReduction = scope.parameter(
            "epoxideReduction", 30, .perHour,
            .assumed(
                because: "as fast as use: little epoxide circulates without warfarin (equal rates in Wajima 2009)"),
            "reduction of epoxide by VKOR")
        quinoneReduction = scope.parameter(
            "quinoneReduction", 10, .perHour,
            .assumed(because: "most of the pool is quinone without warfarin (Wajima 2009)"),
            "reduction of quinone by VKOR")
        self.bypass = bypass
    }

    /// Liver: strong bypass, so that much vitamin K overcomes warfarin.
    static func liver(in scope: Scope) -> CycleRates {
        CycleRates(
            in: scope,
            bypass: scope.parameter(
                "bypass", 2, .perHour,
                .assumed(because: "high-dose K overcomes warfarin in the liver: a fifth as fast as VKOR on quinone"),
                spread: .logNormal(coefficientOfVariation: 0.4), "quinone reduction that warfarin does not block"))
    }

    /// Vessel wall and bone: weak bypass.
    static func extrahepatic(in scope: Scope) -> CycleRates {
        CycleRates(
            in: scope,
            bypass: scope.parameter(
                "bypass", 0.5, .perHour,
                .assumed(because: "K1 given with warfarin spares clotting but not the arteries of rats (Price 1998)"),
                spread: .logNormal(coefficientOfVariation: 0.6), grade: .supported,
                "quinone reduction that warfarin does not block"))
    }
}
