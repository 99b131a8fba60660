import Modeling

/// Levels, half-lives and Gla residues of the vitamin K dependent clotting proteins.
///
/// Levels and half-lives are those of Wajima 2009 (ln 2 over its rates); protein C at 13.9 h is longer than textbooks say.
struct ClottingProteins: Component {
    /// One protein.
    struct Member: Sendable {
        let name: String
        /// In plasma, all carboxylated [nmol/L].
        let replete: Expression
        /// [h]
        let halfLife: Expression
        /// Gla residues in a molecule [1].
        let residues: Expression

        /// Lost in an hour [1/h] = ln 2 / half-life.
        var turnover: Expression { ln(2) / halfLife }
    }

    let prothrombin, factorVII, factorIX, factorX, proteinC, proteinS: Member

    init(in scope: Scope) {
        func member(
            _ name: String, level: Double, degradation: Double, halfLife: Double, residues: Double
        ) -> Member {
            _ = scope.parameter(
                "\(name)Degradation", degradation, .perHour,
                .published(.wajima2009, at: "degradation rate of \(name)"), "rate at which \(name) is lost")
            return Member(
                name: name,
                replete: scope.parameter(
                    "\(name)Replete", level, .nanomolePerLitre, .published(.wajima2009, at: "initial \(name)"),
                    "\(name) in plasma, all carboxylated"),
                halfLife: scope.parameter(
                    "\(name)HalfLife", halfLife, .hour,
                    .derived(from: ["clotting.\(name)Degradation"], by: "ln 2 over the rate"),
                    spread: .logNormal(coefficientOfVariation: 0.15), "half-life of \(name)"),
                residues: scope.parameter(
                    "\(name)Residues", residues, .dimensionless,
                    .assumed(because: "from memory of the sequence; abstracts give 9 to 12 for these proteins"),
                    "Gla residues of \(name)"))
        }
        prothrombin = member("factorII", level: 1394.4, degradation: 0.010, halfLife: 69, residues: 10)
        factorVII = member("factorVII", level: 10, degradation: 0.120, halfLife: 5.8, residues: 10)
        factorIX = member("factorIX", level: 89.6, degradation: 0.029, halfLife: 24, residues: 12)
        factorX = member("factorX", level: 174.3, degradation: 0.018, halfLife: 38.5, residues: 11)
        proteinC = member("proteinC", level: 60, degradation: 0.050, halfLife: 13.9, residues: 9)
        proteinS = member("proteinS", level: 300, degradation: 0.0165, halfLife: 42, residues: 11)
    }

    /// Gla residues that the liver forms with all of them carboxylated [nmol/h] = V · Σ residues · replete · turnover.
    func glaFormation(in scope: Scope, plasmaVolume: Expression) -> Expression {
        let made = [prothrombin, factorVII, factorIX, factorX, proteinC, proteinS].map {
            $0.residues * $0.replete * $0.turnover
        }
        return scope.define(
            "glaFormation", .nanomolePerHour, plasmaVolume * .sum(made), "Gla residues of new clotting proteins")
    }
}
