import Modeling

/// How much one application can bring into skin, and what a vehicle changes.
///
/// The ceiling is a pig-ear experiment with K1 in petrolatum (Lopes 2007): 9.5 µg/cm² reach the horny layer and 4.9 µg/cm²
/// the living skin in 12 h. A gel of hexagonal phase brought 2.0 to 3.7 times as much into living skin. Of emulsions only
/// that almost nothing passes through skin is known (Nabiee 2018), so they load as petrolatum does, give or take.
struct SkinLoading: Component {
    /// Loading of horny layer and living skin at 12 h from petrolatum [µg/cm²].
    let horny: Expression
    let living: Expression
    /// How many times as much a gel and an emulsion load [1].
    private let gelGain: Expression
    private let emulsionGain: Expression

    init(in scope: Scope) {
        func loading(_ name: String, _ value: Double, _ layer: String) -> Expression {
            scope.parameter(
                name, value, .microgramPerSquareCentimetre,
                .published(.lopes2007, at: "abstract: \(layer) at 12 h, petrolatum, K1", .inVitro),
                spread: .logNormal(coefficientOfVariation: 0.3), "loading of the \(layer)")
        }
        horny = loading("hornyLoading", 9.5, "stratum corneum")
        living = loading("livingLoading", 4.9, "epidermis and dermis")
        for (name, value) in [("leastGelGain", 2.0), ("greatestGelGain", 3.7)] {
            _ = scope.parameter(
                name, value, .dimensionless,
                .published(.lopes2007, at: "abstract: 2.0 to 3.7 times into viable skin", .inVitro),
                "end of the range of loading from a gel, relative to petrolatum")
        }
        gelGain = scope.parameter(
            "gelGain", 2.85, .dimensionless,
            .derived(from: ["skin.leastGelGain", "skin.greatestGelGain"], by: "middle of the range"),
            spread: .uniform(2, 3.7), "loading from a gel of hexagonal phase, relative to petrolatum")
        emulsionGain = scope.parameter(
            "emulsionGain", 1, .dimensionless,
            .assumed(because: "no loading was seen; absorption through skin was negligible (Nabiee 2018)"),
            spread: .logNormal(coefficientOfVariation: 0.7), "loading from an emulsion, relative to petrolatum")
    }

    /// Share of what enters the horny layer that goes on into living skin [1].
    var inward: Expression { living / (living + horny) }

    /// Most that an area can hold [µg]; `gel` and `emulsion` are 1 for that vehicle, both 0 for petrolatum.
    func ceiling(area: Expression, gel: Expression, emulsion: Expression) -> Expression {
        let byGel = gel * (gelGain - 1)
        let byEmulsion = emulsion * (emulsionGain - 1)
        return (living + horny) * area * (1 + byGel + byEmulsion)
    }
}
