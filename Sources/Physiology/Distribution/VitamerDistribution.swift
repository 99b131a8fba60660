import Modeling

/// One vitamer in the body: plasma, liver, vessel wall, bone, fat and other tissue, and its way out through the liver.
///
/// The liver takes remnants and LDL, breaks part down and exports part in VLDL, which lose it to LDL or come back as
/// remnants. Fat takes it up slowly, gives part back and breaks part down, so more fat means a lower plasma level:
/// storage is sequestration (Shea 2010), not a reserve.
struct VitamerDistribution: Component {
    let lipoproteins: PlasmaLipoproteins
    /// Amounts [nmol].
    let liver: Expression
    let adipose: Expression
    /// Tissue exchange: amount [nmol] and uptake [nmol/h].
    let vessel: TissueExchange
    let bone: TissueExchange
    let other: TissueExchange
    /// Into the liver [nmol/h].
    let hepaticUptake: Expression
    /// Running total of what was broken down or excreted [nmol].
    let eliminated: Expression

    /// Amount in plasma [nmol].
    var plasma: Expression { lipoproteins.total }
    /// Plasma concentration [nmol/L].
    var concentration: Expression { lipoproteins.concentration }

    init(in scope: Scope, of vitamer: VitamerKinetics, person: Person, absorbed: Expression) {
        let start = vitamer.concentrationAtStart(absorbed: absorbed)
        let plasma = PlasmaLipoproteins(in: scope, of: vitamer, volume: person.plasmaVolume, atStart: start)
        eliminated = scope.state(
            "eliminated", .nanomole, typical: 1000, pinned: true, "total broken down or excreted since the start")

        let liverAtStart = vitamer.hepaticClearance * start / (vitamer.hepaticElimination + vitamer.hepaticReturn)
        liver = scope.state("liver", .nanomole, initial: liverAtStart, typical: 1, "amount in the liver")
        hepaticUptake = plasma.takenByLiver(in: scope, into: liver, of: vitamer)
        scope.flow(
            "hepaticReturn", from: liver, to: plasma.triglycerideRich, rate: vitamer.hepaticReturn * liver,
            "export in VLDL")
        scope.flow(
            "hepaticElimination", from: liver, to: eliminated, rate: vitamer.hepaticElimination * liver,
            "chain shortening, bile and urine")

        func exchange(_ name: String, volume: Expression, rate: Expression) -> TissueExchange {
            TissueExchange(in: scope, name, plasma: plasma, atStart: start, volume: volume, rate: rate)
        }
        vessel = exchange("vessel", volume: vitamer.vesselVolume, rate: vitamer.tissueReturn)
        bone = exchange("bone", volume: vitamer.boneVolume, rate: vitamer.tissueReturn)
        other = exchange("other", volume: vitamer.otherVolume, rate: vitamer.otherReturn)

        let fatAtStart = vitamer.adiposeClearance * vitamer.typicalFatMass * start
        let fatTurnover = vitamer.adiposeReturn + vitamer.adiposeLoss
        adipose = scope.state("adipose", .nanomole, initial: fatAtStart / fatTurnover, typical: 10, "amount in fat")
        _ = plasma.taken(
            in: scope, by: "adipose", into: adipose, clearance: vitamer.adiposeClearance * person.fatMass)
        scope.flow(
            "adiposeReturn", from: adipose, to: plasma.longLived, rate: vitamer.adiposeReturn * adipose, "fat to HDL")
        scope.flow(
            "adiposeLoss", from: adipose, to: eliminated, rate: vitamer.adiposeLoss * adipose, "breakdown in fat")
        lipoproteins = plasma
    }
}
