import Modeling

/// What fetuin-A, calciprotein particles and pyrophosphate in the blood do to the growth of deposits.
///
///     factor = PPi^−p · (CPP)^c · exp(−f · (fetuin-A − usual) / SD)
///
/// Each enters as departure from the reference person. Of fetuin-A and of the particles neither size nor sign is settled: in MESA
/// low fetuin-A went with more calcium but not with more progression, and particles may carry mineral away or harm. Both are
/// centred on none.
struct CirculatingInhibitors: Component {
    let particles: CalciproteinParticles
    let pyrophosphate: Pyrophosphate
    /// [g/L]
    let fetuinA: Expression
    /// Factor on growth [1].
    let factor: Expression

    init(in scope: Scope, person: Person, mineral: MineralMetabolism) {
        let usualFetuin = scope.parameter(
            "usualFetuin", 0.48, .gramPerLitre,
            .published(.ix2012, at: "abstract: mean of 2,457 people of 62 years"), "fetuin-A of the reference person")
        let deviation = scope.parameter(
            "fetuinDeviation", 0.1, .gramPerLitre, .published(.ix2012, at: "abstract: SD"), "SD of fetuin-A")
        let fetuin = scope.parameter(
            "fetuin", 0.48, .gramPerLitre, .published(.ix2012, at: "abstract: mean 0.48, SD 0.10 g/L"),
            spread: .normal(standardDeviation: 0.1), "fetuin-A of this person")
        let byFetuin = scope.parameter(
            "byFetuin", 0, .dimensionless,
            .assumed(
                because: "no association with incidence or progression of CAC (Ix 2012), though with its severity"),
            spread: .normal(standardDeviation: 0.1), grade: .contested, nonNegative: false,
            "fall of log growth per SD of fetuin-A")
        let byParticles = scope.parameter(
            "byParticles", 0, .dimensionless,
            .assumed(because: "particles go with calcification in kidney disease; as cause or as a way out is open"),
            spread: .normal(standardDeviation: 0.2), grade: .contested, nonNegative: false,
            "rise of log growth per log particles")
        let byPyrophosphate = scope.parameter(
            "byPyrophosphate", 0.5, .dimensionless,
            .assumed(because: "arteries calcify in infancy without ENPP1; how much a lesser lack does is not known"),
            spread: .logNormal(coefficientOfVariation: 0.7), "fall of log growth per log pyrophosphate")
        particles = CalciproteinParticles(
            in: scope.scope("particles", "calcium–phosphate complexes and calciprotein particles"),
            calcium: mineral.pools.ionisedCalcium, phosphate: mineral.pools.phosphate, fetuin: fetuin / usualFetuin)
        pyrophosphate = Pyrophosphate(
            in: scope.scope("pyrophosphate", "pyrophosphate by ENPP1 and TNAP"), person: person,
            boneTurnover: mineral.boneTurnover)
        let byProteins = exp(-(byFetuin * (fetuin - usualFetuin) / deviation))
        let byMineral = particles.relative.power(byParticles) * pyrophosphate.relative.power(-byPyrophosphate)
        factor = scope.define("factor", .dimensionless, byProteins * byMineral, "growth by what circulates")
        fetuinA = fetuin
    }
}
