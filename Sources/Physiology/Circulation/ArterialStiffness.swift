import Modeling

/// cfPWV from age and pressure, and from aortic calcium as far as it departs from the usual for age and sex.
///
///     cfPWV = own · reference(age, MAP) · (C / median)ˢ
///     distensibility = 1 / (ρ · cfPWV²)                                    (Bramwell–Hill)
///     compliance / start = a · distensibility / start + (1 − a)
///
/// The reference already holds average calcification; only the departure from the median adds. Aortic calcium is never 0: it
/// starts at a share of the median. Of the tree's compliance the aorta holds a share `a`; muscular arteries, the rest,
/// hardly stiffen with age.
struct ArterialStiffness: Component {
    /// [m/s]
    let pulseWaveVelocity: Expression
    /// Log of aortic calcium over the median [1].
    let departure: Expression
    /// Aortic distensibility [1/mmHg].
    let distensibility: Expression
    /// Compliance of the arterial tree relative to the start [1].
    let relativeCompliance: Expression

    /// - Parameter meanPressure: at the start [mmHg].
    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, calcification: Calcification,
        meanPressure: Expression, form: Expression
    ) {
        let byCalcium = scope.parameter(
            "byCalcium", 0.03, .dimensionless,
            .assumed(because: "CAC and PWV go together across people; how much calcium itself stiffens is unsettled"),
            spread: .normal(standardDeviation: 0.03), grade: .contested, nonNegative: false,
            "rise of log cfPWV per log departure of calcium")
        let own = scope.parameter(
            "own", 1, .dimensionless,
            .assumed(because: "people differ by 15 % at one age: SD 1.65 of 6.84 m/s, r² 0.61 with age (Diaz 2014)"),
            spread: .logNormal(coefficientOfVariation: 0.15), "a person's velocity over the reference")
        let density = scope.parameter(
            "density", 1060, (Unit.kilogram / Unit.metre.power(3)).named("kg/m3"),
            .assumed(because: "blood is 5 to 6 % denser than water; no source at hand"), "density of blood")
        let aorticShare = scope.parameter(
            "aorticShare", 0.6, .dimensionless,
            .assumed(because: "the aorta holds more than half of the tree's compliance; no source at hand"),
            spread: .uniform(0.4, 0.8), grade: .supported, "share of the aorta in arterial compliance")
        let reference = ReferencePulseWaveVelocity(
            in: scope.scope("reference", "reference curves of cfPWV"), pressure: meanPressure, form: form)
        departure = scope.define(
            "departure", .dimensionless, ln(calcification.aorta.calcium / calcification.aorticMedian),
            "log of aortic calcium over the median")
        pulseWaveVelocity = scope.define(
            "cfPWV", .metrePerSecond, own * reference.velocity(atAge: person.age) * exp(byCalcium * departure),
            "carotid–femoral pulse wave velocity")
        let atStart = scope.define(
            "cfPWVAtStart", .metrePerSecond,
            own * reference.velocity(atAge: person.ageAtStart) * exp(byCalcium * ln(start.aorticRelative)),
            "cfPWV at the start")
        let inverse = Unit.dimensionless / (Unit.kilogram / Unit.metre.power(3) * Unit.metrePerSecond.power(2))
        distensibility = scope.define(
            "distensibility", .perMillimetreOfMercury,
            (1 / (density * pulseWaveVelocity.squared)).converted(from: inverse, to: .perMillimetreOfMercury),
            "aortic distensibility")
        let aortic = scope.define(
            "relativeDistensibility", .dimensionless, (atStart / pulseWaveVelocity).squared,
            "aortic distensibility relative to the start")
        relativeCompliance = scope.define(
            "relativeCompliance", .dimensionless, aorticShare * aortic + (1 - aorticShare),
            "arterial compliance relative to the start")
    }
}
