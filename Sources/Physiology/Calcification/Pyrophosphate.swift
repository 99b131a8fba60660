import Modeling

/// Pyrophosphate in plasma: ENPP1 makes it from ATP, tissue-nonspecific alkaline phosphatase (TNAP) breaks it down.
///
///     PPi = usual · ENPP1 · (GFR / usual)ᵏ / TNAP,   TNAP = t · (1 − b + b · bone turnover)
///
/// k is what two levels give, of healthy people and of people on haemodialysis (Lomashvili 2005).
///
/// It turns over within minutes to hours, so it stands at balance. The TNAP of the wall's own osteogenic cells is part of what
/// their phenotype does and is not counted again here.
struct Pyrophosphate: Component {
    /// [µmol/L]
    let concentration: Expression
    /// Relative to the reference person [1].
    let relative: Expression

    /// - Parameter boneTurnover: relative to usual [1].
    init(in scope: Scope, person: Person, boneTurnover: Expression) {
        let usual = scope.parameter(
            "usual", 3.26, .micromolePerLitre,
            .published(.lomashvili2005, at: "abstract: 3.26 ± 0.17 (SE) µM in 36 healthy people"),
            spread: .logNormal(coefficientOfVariation: 0.05), "pyrophosphate of the reference person")
        let onDialysis = scope.parameter(
            "onDialysis", 2.26, .micromolePerLitre,
            .published(.lomashvili2005, at: "abstract: 2.26 ± 0.19 (SE) µM in 38 people before haemodialysis"),
            spread: .normal(standardDeviation: 0.19), "pyrophosphate on haemodialysis")
        let usualFiltration = scope.parameter(
            "usualFiltration", 85, .millilitrePerMinute,
            .assumed(because: "a usual value at 60; that of the drivers"), "filtration of the reference person")
        let dialysisFiltration = scope.parameter(
            "dialysisFiltration", 6, .millilitrePerMinute,
            .assumed(because: "little filtration is left on haemodialysis"), "filtration on haemodialysis")
        let byKidney = scope.define(
            "byKidney", .dimensionless, ln(usual / onDialysis) / ln(usualFiltration / dialysisFiltration),
            "rise of log pyrophosphate per log filtration")
        let synthesis = scope.parameter(
            "enpp1", 1, .dimensionless, .assumed(because: "a person's own activity; 1 is the usual"),
            spread: .logNormal(coefficientOfVariation: 0.2), "ENPP1 relative to the usual")
        let phosphatase = scope.parameter(
            "tnap", 1, .dimensionless, .assumed(because: "a person's own activity; 1 is the usual"),
            spread: .logNormal(coefficientOfVariation: 0.2), "TNAP relative to the usual at usual bone turnover")
        let boneShare = scope.parameter(
            "boneShare", 0.5, .dimensionless,
            .assumed(because: "about half of the phosphatase in plasma comes from bone, the rest from the liver"),
            spread: .uniform(0.3, 0.7), "share of TNAP that follows bone turnover")
        let made = synthesis * (person.filtrationRate / usualFiltration).power(byKidney)
        let broken = phosphatase * (1 - boneShare + boneShare * boneTurnover)
        relative = scope.define("relative", .dimensionless, made / broken, "pyrophosphate over the usual")
        concentration = scope.define("concentration", .micromolePerLitre, usual * relative, "pyrophosphate in plasma")
    }
}
