import Modeling

/// The carboxylase of one tissue: what share of new Gla protein it carboxylates, and the Gla it makes.
///
///     f = Hⁿ / (Kⁿ + Hⁿ),   Gla formed = capacity · f
///
/// f never passes 1, so no dose makes anyone hypercoagulable. Each residue takes one hydroquinone and leaves one epoxide.
struct Carboxylase: Sendable {
    /// Hydroquinone that carboxylates half [nmol].
    let half: Expression
    /// n [1]: above 1 where a protein works only with several residues carboxylated.
    let steepness: Expression
    /// Gla formed when all new protein is carboxylated [nmol/h].
    let capacity: Expression

    /// Liver: makes the clotting proteins.
    ///
    /// - Parameter capacity: residues of all clotting proteins made in an hour [nmol/h].
    static func liver(in scope: Scope, capacity: Expression) -> Carboxylase {
        Carboxylase(
            half: scope.parameter(
                "halfHydroquinone", 0.6, .nanomole,
                .assumed(
                    because: "leaves less than 1 % of prothrombin uncarboxylated on a usual diet: PIVKA-II is low"),
                spread: .logNormal(coefficientOfVariation: 0.3), "hydroquinone that carboxylates half"),
            steepness: scope.parameter(
                "steepness", 2, .dimensionless,
                .assumed(
                    because:
                        "ten residues share one processive enzyme: more than 1, far fewer than ten independent steps"),
                spread: .logNormal(coefficientOfVariation: 0.1), "steepness of carboxylation in hydroquinone"),
            capacity: capacity)
    }

    /// Vessel wall: makes matrix Gla protein.
    static func vessel(in scope: Scope) -> Carboxylase {
        Carboxylase(
            half: scope.parameter(
                "halfHydroquinone", FittedValues.vesselHalfHydroquinone.value, .nanomole,
                .fitted(study: FittedValues.vesselHalfHydroquinone.study),
                spread: .logNormal(coefficientOfVariation: 0.4), "hydroquinone that carboxylates half"),
            steepness: scope.parameter(
                "steepness", 1, .dimensionless,
                .assumed(because: "dp-ucMGP falls about in proportion over the doses studied (BM1)"),
                "steepness of carboxylation in hydroquinone"),
            capacity: extrahepaticCapacity(in: scope))
    }

    /// Bone: makes osteocalcin.
    static func bone(in scope: Scope) -> Carboxylase {
        Carboxylase(
            half: scope.parameter(
                "halfHydroquinone", FittedValues.boneHalfHydroquinone.value, .nanomole,
                .fitted(study: FittedValues.boneHalfHydroquinone.study),
                spread: .logNormal(coefficientOfVariation: 0.4), "hydroquinone that carboxylates half"),
            steepness: scope.parameter(
                "steepness", 1, .dimensionless,
                .assumed(because: "ucOC falls over a wide range of doses, 0.6 to 45 mg/d of MK-4 (BM4)"),
                "steepness of carboxylation in hydroquinone"),
            capacity: extrahepaticCapacity(in: scope))
    }

    private static func extrahepaticCapacity(in scope: Scope) -> Expression {
        scope.parameter(
            "glaFormation", 20, .nanomolePerHour,
            .assumed(
                because:
                    "no human rate is known; a fiftieth of the liver's, so that a pool of a few nmol turns some times an hour"
            ), spread: .logNormal(coefficientOfVariation: 0.5), "Gla formed with all new protein carboxylated")
    }

    /// Carboxylated share of new protein [1].
    func share(in scope: Scope, hydroquinone: Expression) -> Expression {
        let relative = scope.define(
            "relativeHydroquinone", .dimensionless, hydroquinone / half, "hydroquinone over half-saturation")
        let powered = relative.power(steepness)
        return scope.define(
            "newlyCarboxylated", .dimensionless, powered / (1 + powered), "carboxylated share of new protein")
    }
}
