import Modeling

/// Menaquinone-4 on the skin: vehicle, stratum corneum, viable skin, fat beneath, and blood.
///
/// No one has measured it in people. An application loads what the skin still has room for (``SkinLoading``), in
/// proportion to the area and meant for the same area each time; the rest is wiped off. The film that is left goes with
/// the next washing, if there is one. How much of what living skin holds reaches blood is anywhere from none to half.
struct Skin: TopicalRoute {
    let vehicle, stratumCorneum, viableSkin, subcutaneousFat, washedOff: Expression

    init(in scope: Scope, menaquinone4: Vitamer) {
        let loading = SkinLoading(in: scope)
        let entry = rate("entry", 0.3, 0.5, "most of the loading is there at 12 h")
        let leaving = rate("leaving", 0.1, 0.5, "the horny layer empties within two days, inward or by shedding")
        let clearing = rate("clearing", 0.02, 0.7, "a lipophilic depot lasts for days")
        let fatRelease = rate("fatRelease", 0.001, 1, "fat lets go over weeks")
        func rate(_ name: String, _ value: Double, _ variation: Double, _ reason: String) -> Expression {
            scope.parameter(
                name, value, .perHour, .assumed(because: reason), spread: .logNormal(coefficientOfVariation: variation),
                "rate of \(name)")
        }
        let systemicShare = scope.parameter(
            "systemicShare", 0.1, .dimensionless,
            .assumed(because: "no human data; transdermal K1 was negligible in pig skin (Nabiee 2018)"),
            spread: .uniform(0, 0.5), "share of living skin's content that reaches blood")
        let fatShare = scope.parameter(
            "fatShare", 0.1, .dimensionless, .assumed(because: "no data; the rest is broken down or shed"),
            spread: .uniform(0, 0.5), "share of living skin's content that reaches the fat beneath")

        vehicle = scope.state("vehicle", .nanomole, typical: 10, "in the film on the skin, loadable")
        stratumCorneum = scope.state("stratumCorneum", .nanomole, typical: 10, "in the horny layer")
        viableSkin = scope.state("viableSkin", .nanomole, typical: 10, "in living skin")
        subcutaneousFat = scope.state("subcutaneousFat", .nanomole, typical: 10, "in the fat beneath")
        washedOff = scope.state(
            "washedOff", .nanomole, typical: 1000, pinned: true, "total wiped, shed or broken down in skin")

        let blood = menaquinone4.body.lipoproteins.triglycerideRich
        let broken = 1 - systemicShare - fatShare
        scope.flow("entry_", from: vehicle, to: stratumCorneum, rate: entry * vehicle, "into the horny layer")
        scope.flow(
            "penetration", from: stratumCorneum, to: viableSkin, rate: leaving * loading.inward * stratumCorneum,
            "into living skin")
        scope.flow(
            "shedding", from: stratumCorneum, to: washedOff, rate: leaving * (1 - loading.inward) * stratumCorneum,
            "shed with the horny layer")
        scope.flow(
            "toBlood", from: viableSkin, to: blood, rate: clearing * systemicShare * viableSkin, "into blood")
        scope.flow(
            "toFat", from: viableSkin, to: subcutaneousFat, rate: clearing * fatShare * viableSkin,
            "into the fat beneath")
        scope.flow(
            "breakdown", from: viableSkin, to: washedOff, rate: clearing * broken * viableSkin, "broken down or shed")
        scope.flow(
            "release", from: subcutaneousFat, to: blood, rate: fatRelease * subcutaneousFat,
            "from the fat beneath into blood")
        declareDoses(in: scope, of: menaquinone4.absorption, loading: loading)
    }

    private func declareDoses(in scope: Scope, of vitamer: VitamerAbsorption, loading: SkinLoading) {
        scope.doseInput(
            "topical", .milligram,
            attributes: [
                (name: "area", unit: .squareCentimetre, value: 50), (name: "gel", unit: .dimensionless, value: 0),
                (name: "emulsion", unit: .dimensionless, value: 0),
            ], "a dose on the skin"
        ) { dose, attributes in
            let applied = vitamer.nanomoles(ofMass: dose, in: .milligram)
            let most = loading.ceiling(area: attributes[0], gel: attributes[1], emulsion: attributes[2])
            let held = vehicle + stratumCorneum + viableSkin
            let room = maximum(vitamer.nanomoles(ofMass: most, in: .microgram) - held, .number(0, .nanomole))
            let loaded = minimum(applied, room)
            return [(state: vehicle, value: vehicle + loaded), (state: washedOff, value: washedOff + applied - loaded)]
        }
        scope.doseInput("wash", .dimensionless, "washing, by the share of the film that it takes off") { share, _ in
            let removed = share * vehicle
            return [(state: vehicle, value: vehicle - removed), (state: washedOff, value: washedOff + removed)]
        }
    }
}
