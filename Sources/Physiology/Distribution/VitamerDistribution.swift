import Modeling

/// One vitamer in the body: plasma, liver, vessel wall, bone, fat and other tissue, and its way out through the liver.
///
/// Fat takes it up slowly, gives part back and breaks part down, so more fat means a lower plasma level: storage
/// is sequestration (Shea 2010), not a reserve.
struct VitamerDistribution: Component {
    /// Amounts [nmol].
    let plasma: Expression
    let liver: Expression
    let adipose: Expression
    /// Tissue exchange: amount [nmol] and uptake [nmol/h].
    let vessel: TissueExchange
    let bone: TissueExchange
    let other: TissueExchange
    /// Into the liver [nmol/h].
    let hepaticUptake: Expression
    /// Plasma concentration [nmol/L].
    let concentration: Expression
    /// Running total of what was broken down or excreted [nmol].
    let eliminated: Expression

    init(in scope: Scope, of vitamer: VitamerKinetics, person: Person, absorbed: Expression) {
        let volume = person.plasmaVolume
        let start = vitamer.concentrationAtStart(absorbed: absorbed)
        let plasma = scope.state(
            "plasma", .nanomole, initial: vitamer.typicalPlasmaVolume * start, typical: 0.1, "amount in plasma")
        let concentration = scope.define("concentration", .nanomolePerLitre, plasma / volume, "plasma concentration")
        let eliminated = scope.state(
            "eliminated", .nanomole, typical: 1000, pinned: true, "total broken down or excreted since the start")

        let liverAtStart = vitamer.hepaticClearance * start / (vitamer.hepaticElimination + vitamer.hepaticReturn)
        let liver = scope.state("liver", .nanomole, initial: liverAtStart, typical: 1, "amount in the liver")
        hepaticUptake = scope.flow(
            "hepaticUptake", from: plasma, to: liver, rate: vitamer.hepaticClearance * concentration,
            "remnant uptake by the liver")
        scope.flow("hepaticReturn", from: liver, to: plasma, rate: vitamer.hepaticReturn * liver, "export in VLDL")
        scope.flow(
            "hepaticElimination", from: liver, to: eliminated, rate: vitamer.hepaticElimination * liver,
            "chain shortening, bile and urine")

        vessel = TissueExchange(
            in: scope, "vessel", plasma: plasma, concentration: concentration, atStart: start,
            volume: vitamer.vesselVolume, rate: vitamer.tissueReturn)
        bone = TissueExchange(
            in: scope, "bone", plasma: plasma, concentration: concentration, atStart: start,
            volume: vitamer.boneVolume, rate: vitamer.tissueReturn)
        other = TissueExchange(
            in: scope, "other", plasma: plasma, concentration: concentration, atStart: start,
            volume: vitamer.otherVolume, rate: vitamer.otherReturn)

        let fatUptake = vitamer.adiposeClearance * person.fatMass
        let fatAtStart = vitamer.adiposeClearance * vitamer.typicalFatMass * start
        let fatTurnover = vitamer.adiposeReturn + vitamer.adiposeLoss
        let adipose = scope.state("adipose", .nanomole, initial: fatAtStart / fatTurnover, typical: 10, "amount in fat")
        scope.flow("adiposeUptake", from: plasma, to: adipose, rate: fatUptake * concentration, "plasma to fat")
        scope.flow("adiposeReturn", from: adipose, to: plasma, rate: vitamer.adiposeReturn * adipose, "fat to plasma")
        scope.flow(
            "adiposeLoss", from: adipose, to: eliminated, rate: vitamer.adiposeLoss * adipose, "breakdown in fat")

        (self.plasma, self.concentration, self.eliminated) = (plasma, concentration, eliminated)
        (self.liver, self.adipose) = (liver, adipose)
    }
}
