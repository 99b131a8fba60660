import Modeling

/// The three forms of MGP that plasma assays read: dp-ucMGP, dp-cMGP and total ucMGP.
///
/// dp-ucMGP rises when the kidney fails although the wall is unchanged, and does not show how much *active* MGP the wall
/// holds. dp-cMGP comes mostly from tissue that is replete, and total ucMGP is nearly all phosphorylated, bound to matrix and
/// mineral and renewed over years: neither moved in twelve weeks of menaquinone-7 (Dalmeijer 2012).
struct PlasmaMatrixGlaProtein: Component {
    /// dp-ucMGP by the double-antibody ELISA, or by a study's own assay [pmol/L].
    let uncarboxylated: Expression
    /// dp-ucMGP by the automated iSYS assay [pmol/L].
    let uncarboxylatedISYS: Expression
    /// dp-cMGP [pmol/L].
    let carboxylated: Expression
    /// Total ucMGP [nmol/L].
    let totalUncarboxylated: Expression

    /// - Parameter deposit: aortic calcium, which binds phosphorylated ucMGP [AU].
    init(in scope: Scope, vessel: VesselMatrixGlaProtein, person: Person, deposit: Expression) {
        let secreted = SecretedMGP(in: scope, person: person)
        let bare = 1 - vessel.phosphorylatedShare
        let leak = scope.define(
            "leak", .picomolePerLitre, secreted.levelPerAmount * vessel.uncarboxylated * bare, "leak of dp-ucMGP")
        let dpuc = secreted.plasma(in: scope, "plasma", leak: leak, "dp-ucMGP in plasma")

        let study = scope.parameter(
            "assayScale", 1, .dimensionless,
            .assumed(because: "assays differ by manufacturer; 1 is the ELISA of the community sample (LASA)"),
            "reading of the study's assay per true level")
        let automated = scope.parameter(
            "assayScaleISYS", 1, .dimensionless,
            .assumed(
                because:
                    "no comparison of the iSYS assay with the ELISA was found, nor a scatter between assays to draw from; 1 and without spread until one is, since it is one number for all people and a study that needs it fits its own"
            ),
            "reading of the iSYS assay per true level")
        uncarboxylated = scope.define("dpucMGP", .picomolePerLitre, study * dpuc, "dp-ucMGP as measured")
        uncarboxylatedISYS = scope.define(
            "dpucMGPiSYS", .picomolePerLitre, automated * dpuc, "dp-ucMGP as the iSYS assay reads it")

        let elsewhere = scope.parameter(
            "carboxylatedElsewhere", 5000, .picomolePerLitre,
            .assumed(because: "some thousand pmol/L, from memory; it did not follow menaquinone-7 (Dalmeijer 2012)"),
            spread: .logNormal(coefficientOfVariation: 0.4), "dp-cMGP from tissue other than the wall")
        let ownCarboxylated = secreted.levelPerAmount * vessel.carboxylated * bare
        carboxylated = secreted.plasma(
            in: scope, "plasmaCarboxylated", leak: elsewhere + ownCarboxylated, "dp-cMGP in plasma")

        totalUncarboxylated = Self.total(
            in: scope, vessel: vessel, leak: leak, turnover: secreted.turnover, dephosphorylated: dpuc,
            deposit: deposit)
    }

    /// Phosphorylated ucMGP leaks alike and leaves so slowly that it stands far above dp-ucMGP; mineral binds part of it.
    private static func total(
        in scope: Scope, vessel: VesselMatrixGlaProtein, leak: Expression, turnover: Expression,
        dephosphorylated: Expression, deposit: Expression
    ) -> Expression {
        let excess = scope.parameter(
            "phosphorylatedPerDephosphorylated", 10_000, .dimensionless,
            .published(.liabeuf2014, at: "legend of figure 1: about ten thousand times"),
            "phosphorylated over dephosphorylated ucMGP in plasma")
        let half = scope.parameter(
            "bindingDeposit", 500, .agatston,
            .assumed(
                because: "ucMGP is lower in people with calcified arteries or valves (Cranenburg 2008), no curve given"),
            spread: .logNormal(coefficientOfVariation: 1), "aortic calcium that binds half of it")
        let usual = scope.define("phosphorylatedLeak", .picomolePerLitre, excess * leak, "level that renewal leads to")
        let odds = vessel.phosphorylatedShare / (1 - vessel.phosphorylatedShare)
        let phosphorylated = scope.state(
            "phosphorylated", .picomolePerLitre, initial: usual, typical: 1e5, "phosphorylated ucMGP, free or bound")
        scope.rate(of: phosphorylated, turnover * odds / excess * (usual - phosphorylated))
        let free = phosphorylated / (1 + deposit / half)
        return scope.define(
            "tucMGP", .nanomolePerLitre,
            (free + dephosphorylated).converted(from: .picomolePerLitre, to: .nanomolePerLitre),
            "total ucMGP in plasma")
    }
}
