import Modeling

/// Factors II, VII, IX and X, proteins C and S, and the uncarboxylated prothrombin PIVKA-II.
///
/// Half-lives are those of Wajima 2009 (ln 2 over its rates); protein C at 13.9 h is longer than textbooks say.
struct ClottingFactors: Component {
    let prothrombin, factorVII, factorIX, factorX, proteinC, proteinS: ClottingFactor
    /// Uncarboxylated prothrombin relative to all prothrombin [1].
    let pivka: Expression
    /// Carboxylated share of new clotting proteins [1].
    let carboxylated: Expression

    init(in scope: Scope, hydroquinone: Expression) {
        let half = scope.parameter(
            "halfHydroquinone", 1.65, .nanomole,
            .assumed(
                because:
                    "leaves about 3 % uncarboxylated on a usual diet, so that no vitamin K moves the INR without warfarin"
            ), spread: .logNormal(coefficientOfVariation: 0.2),
            "hydroquinone that carboxylates half")
        let steepness = scope.parameter(
            "steepness", 1.8, .dimensionless,
            .assumed(
                because:
                    "ten residues must be carboxylated: near-full at rest and deep under warfarin needs more than 1"),
            "steepness of carboxylation in hydroquinone")
        let share = Carboxylation(in: scope, hydroquinone: hydroquinone, half: half, steepness: steepness).fraction

        func factor(_ name: String, halfLife: Double) -> ClottingFactor {
            let halfLife = scope.parameter(
                "\(name)HalfLife", halfLife, .hour,
                .published(.wajima2009, at: "degradation rate of \(name), ln 2 / rate"),
                spread: .logNormal(coefficientOfVariation: 0.15), "half-life of \(name)")
            return ClottingFactor(in: scope, name, carboxylated: share, halfLife: halfLife)
        }
        prothrombin = factor("factorII", halfLife: 69)
        factorVII = factor("factorVII", halfLife: 5.8)
        factorIX = factor("factorIX", halfLife: 24)
        factorX = factor("factorX", halfLife: 38.5)
        proteinC = factor("proteinC", halfLife: 13.9)
        proteinS = factor("proteinS", halfLife: 42)

        let pivkaHalfLife = scope.parameter(
            "pivkaHalfLife", 60, .hour, .assumed(because: "leaves plasma about as fast as prothrombin"),
            spread: .logNormal(coefficientOfVariation: 0.2), "half-life of PIVKA-II")
        let pivka = scope.state("pivka", .dimensionless, typical: 0.01, "uncarboxylated share of prothrombin")
        scope.rate(of: pivka, ln(2) / pivkaHalfLife * (1 - share - pivka))
        self.pivka = pivka
        carboxylated = share
    }
}
