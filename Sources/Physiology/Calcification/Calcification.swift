import Modeling

/// Three beds: coronary (intimal), aorta (medial) and aortic valve.
///
/// Not modelled: brain, kidney and soft tissue calcification, fetuin-A, calciprotein particles and pyrophosphate.
struct Calcification: Component {
    let coronary, aorta, valve: CalcificationBed
    /// Median aortic calcium of age and sex now [AU].
    let aorticMedian: Expression
    let effect: VitaminKEffect

    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, mineral: MineralMetabolism,
        vessel: VesselMatrixGlaProtein, inhibition: Expression
    ) {
        let drivers = CalcificationDrivers(
            in: scope.scope("drivers", "risk factors for calcification"), person: person, mineral: mineral)
        let effect = VitaminKEffect(
            in: scope.scope("vitaminK", grade: .contested, "what vitamin K and warfarin do to calcification"),
            vessel: vessel, inhibition: inhibition)
        let removal = scope.parameter(
            "removal", 0.005, .perYear,
            .assumed(because: "no mean regression is seen in any human trial: at most slow"),
            spread: .logNormal(coefficientOfVariation: 0.7), "removal of calcium")

        let coronaryScope = scope.scope("coronary", "intimal calcification of the coronary arteries")
        coronary = CalcificationBed(
            in: coronaryScope, atStart: start.coronary,
            onset: coronaryScope.parameter(
                "onset", 0.07, .agatstonPerYear,
                .assumed(
                    because:
                        "set so that with its spread and susceptibility 6.6 % of people of 62 a year pass from none to some (NH1, Kronmal 2007)"
                ),
                spread: .logNormal(coefficientOfVariation: 2), "new calcium"),
            growth: coronaryScope.parameter(
                "growth", FittedValues.coronaryGrowth.value, .perYear,
                .fitted(study: FittedValues.coronaryGrowth.study),
                spread: .logNormal(coefficientOfVariation: 0.2), "growth in proportion, of small scores"),
            removal: removal,
            evenAbove: coronaryScope.parameter(
                "evenAbove", 30, .agatston,
                .assumed(
                    because:
                        "CRIC takes progression on the square root of the score (Bundy 2018); few foci grow in proportion"
                ),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"),
            drivers: drivers, factor: effect.onCoronary)

        let median = MedianAorticCalcium(
            in: scope.scope("aorticMedian", "usual aortic calcium by age and sex"), person: person)
        let aortaScope = scope.scope("aorta", "medial calcification of the aorta")
        let byPTH = aortaScope.parameter(
            "byPTH", 0, .dimensionless,
            .assumed(because: "mild hyperparathyroidism goes with slightly stiffer arteries; cause and sign are open"),
            spread: .normal(standardDeviation: 0.2), grade: .contested, nonNegative: false,
            "rise of log growth per log PTH")
        aorta = CalcificationBed(
            in: aortaScope, atStart: start.aorticRelative * median.atStart,
            onset: aortaScope.parameter(
                "onset", 1, .agatstonPerYear,
                .assumed(because: "the aorta calcifies earlier and more than the coronary arteries"),
                spread: .logNormal(coefficientOfVariation: 1), "new calcium"),
            growth: aortaScope.parameter(
                "growth", 0.1, .perYear,
                .derived(
                    from: [
                        "calcification.aorticMedian.perYear", "calcification.removal", "calcification.aorta.onset",
                        "calcification.aorticMedian.atSixty", "calcification.aorta.evenAbove",
                    ],
                    by: "the median curve's own rise at 60, plus removal, less new calcium, with the slowing of growth"),
                spread: .logNormal(coefficientOfVariation: 0.2), "growth in proportion"),
            removal: removal,
            evenAbove: aortaScope.parameter(
                "evenAbove", 10_000, .agatston,
                .assumed(because: "the median course is taken as exponential; slowing is let in only far above it"),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"),
            drivers: drivers, factor: effect.onAorta,
            extra: mineral.pools.relativePTH.power(byPTH))
        aorticMedian = median.now

        let valveScope = scope.scope("valve", "calcification of the aortic valve")
        for (name, value, what) in [("trialStart", 726.0, "at the start"), ("trialRise", 292, "risen in two years")] {
            _ = valveScope.parameter(
                name, value, .agatston, .published(.diederichsen2022, at: "abstract: placebo, \(what)"),
                "valve calcium of the placebo arm, \(what)")
        }
        valve = CalcificationBed(
            in: valveScope, atStart: start.valve,
            onset: valveScope.parameter(
                "onset", 0.05, .agatstonPerYear, .assumed(because: "rarer than coronary calcium"),
                spread: .logNormal(coefficientOfVariation: 2), "new calcium"),
            growth: valveScope.parameter(
                "growth", 0.23, .perYear,
                .derived(
                    from: [
                        "calcification.valve.trialStart", "calcification.valve.trialRise",
                        "calcification.valve.evenAbove",
                    ],
                    by: "half the log ratio of two years, times √(1 + mean / C₁)"),
                spread: .logNormal(coefficientOfVariation: 0.3), "growth in proportion, of small scores"),
            removal: removal,
            evenAbove: valveScope.parameter(
                "evenAbove", 1000, .agatston,
                .assumed(because: "scores of severe stenosis lie above it; slowing below is not seen"),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"),
            drivers: drivers, factor: effect.onValve)
        self.effect = effect
    }
}

/// Usual aortic calcium of age and sex [AU] = A · exp(k · (age − 60)).
struct MedianAorticCalcium: Component {
    /// At the start and now [AU].
    let atStart: Expression
    let now: Expression

    init(in scope: Scope, person: Person) {
        let atSixty = scope.parameter(
            "atSixty", 100, .agatston, .assumed(because: "no table was at hand; only the ratio to it enters anything"),
            "median of men at 60")
        let inWomen = scope.parameter(
            "inWomen", 0.8, .dimensionless, .assumed(because: "women calcify a few years later"), "women over men")
        let perYear = scope.parameter(
            "perYear", 0.105, .perYear, .assumed(because: "about a doubling in seven years"),
            "rise of the log median per year")
        let sixty = scope.parameter(
            "sixty", 60, .year, .assumed(because: "the age the curve is anchored at"), "anchor age")
        let level = atSixty * (person.isMale + (1 - person.isMale) * inWomen)
        atStart = level * exp(perYear * (person.ageAtStart - sixty))
        now = scope.define("now", .agatston, level * exp(perYear * (person.age - sixty)), "median at this age and sex")
    }
}
