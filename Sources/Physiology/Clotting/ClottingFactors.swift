import Modeling

/// Factors II, VII, IX and X, proteins C and S, and the uncarboxylated prothrombin PIVKA-II.
struct ClottingFactors: Component {
    let prothrombin, factorVII, factorIX, factorX, proteinC, proteinS: ClottingFactor
    /// Uncarboxylated prothrombin in plasma [nmol/L].
    let pivka: Expression
    /// PIVKA-II over all prothrombin [1].
    let pivkaShare: Expression

    /// - Parameter carboxylated: share of new protein [1].
    init(in scope: Scope, proteins: ClottingProteins, carboxylated: Expression) {
        func factor(_ member: ClottingProteins.Member) -> ClottingFactor {
            ClottingFactor(in: scope, of: member, carboxylated: carboxylated)
        }
        prothrombin = factor(proteins.prothrombin)
        factorVII = factor(proteins.factorVII)
        factorIX = factor(proteins.factorIX)
        factorX = factor(proteins.factorX)
        proteinC = factor(proteins.proteinC)
        proteinS = factor(proteins.proteinS)

        let halfLife = scope.parameter(
            "pivkaHalfLife", 60, .hour, .assumed(because: "leaves plasma about as fast as prothrombin"),
            spread: .logNormal(coefficientOfVariation: 0.2), "half-life of PIVKA-II")
        let pivka = scope.state("pivka", .nanomolePerLitre, typical: 1, "uncarboxylated prothrombin in plasma")
        let missed = proteins.prothrombin.turnover * proteins.prothrombin.replete * (1 - carboxylated)
        scope.rate(of: pivka, missed - ln(2) / halfLife * pivka)
        pivkaShare = scope.define(
            "pivkaShare", .dimensionless, pivka / (pivka + prothrombin.level), "PIVKA-II over all prothrombin")
        self.pivka = pivka
    }
}
