import Modeling

/// Menaquinone-4 on the skin: vehicle, stratum corneum, viable skin, fat beneath, and blood.
///
/// No one has measured it in people. The ceiling is a pig-ear experiment with K1 in petrolatum (Lopes 2007):
/// 9.5 µg/cm² reach the horny layer and 4.9 µg/cm² the living skin in 12 h. Each application can load no more than their
/// sum times the area; of that, the two rates out of the horny layer let the same share into living skin. What does
/// not load is wiped off. How much of it reaches blood is anywhere from none to all.
struct Skin: TopicalRoute {
    let vehicle, stratumCorneum, viableSkin, subcutaneousFat, washedOff: Expression

    init(in scope: Scope, menaquinone4: Vitamer) {
        let horny = loading("hornyLoading", 9.5, "stratum corneum")
        let living = loading("livingLoading", 4.9, "epidermis and dermis")
        func loading(_ name: String, _ value: Double, _ layer: String) -> Expression {
            scope.parameter(
                name, value, .microgramPerSquareCentimetre,
                .published(.lopes2007, at: "abstract: \(layer) at 12 h, petrolatum, K1", .inVitro),
                spread: .logNormal(coefficientOfVariation: 0.3), "loading of the \(layer)")
        }
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

        let vehicle = scope.state("vehicle", .nanomole, typical: 10, "in the film on the skin, loadable")
        let stratumCorneum = scope.state("stratumCorneum", .nanomole, typical: 10, "in the horny layer")
        let viableSkin = scope.state("viableSkin", .nanomole, typical: 10, "in living skin")
        let subcutaneousFat = scope.state("subcutaneousFat", .nanomole, typical: 10, "in the fat beneath")
        let washedOff = scope.state(
            "washedOff", .nanomole, typical: 1000, pinned: true, "total wiped, shed or broken down in skin")

        let inward = living / (living + horny)
        scope.flow("entry_", from: vehicle, to: stratumCorneum, rate: entry * vehicle, "into the horny layer")
        scope.flow(
            "penetration", from: stratumCorneum, to: viableSkin, rate: leaving * inward * stratumCorneum,
            "into living skin")
        scope.flow(
            "shedding", from: stratumCorneum, to: washedOff, rate: leaving * (1 - inward) * stratumCorneum,
            "shed with the horny layer")
        scope.flow(
            "toBlood", from: viableSkin, to: menaquinone4.body.lipoproteins.triglycerideRich, rate: clearing * systemicShare * viableSkin,
            "into blood")
        scope.flow(
            "toFat", from: viableSkin, to: subcutaneousFat, rate: clearing * fatShare * viableSkin,
            "into the fat beneath")
        scope.flow(
            "breakdown", from: viableSkin, to: washedOff, rate: clearing * (1 - systemicShare - fatShare) * viableSkin,
            "broken down or shed")
        scope.flow(
            "release", from: subcutaneousFat, to: menaquinone4.body.lipoproteins.triglycerideRich, rate: fatRelease * subcutaneousFat,
            "from the fat beneath into blood")

        let absorption = menaquinone4.absorption
        scope.doseInput(
            "topical", .milligram, attributes: [(name: "area", unit: .squareCentimetre, value: 50)],
            "a dose on the skin"
        ) {
            dose, attributes in
            let applied = absorption.nanomoles(ofMass: dose, in: .milligram)
            let ceiling = absorption.nanomoles(ofMass: (living + horny) * attributes[0], in: .microgram)
            let loaded = minimum(applied, ceiling)
            return [(state: vehicle, value: vehicle + loaded), (state: washedOff, value: washedOff + applied - loaded)]
        }
        (self.vehicle, self.stratumCorneum, self.viableSkin) = (vehicle, stratumCorneum, viableSkin)
        (self.subcutaneousFat, self.washedOff) = (subcutaneousFat, washedOff)
    }
}
