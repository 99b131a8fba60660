import Modeling

/// What makes calcification grow faster or slower than in a reference person, apart from vitamin K.
///
///     stimulus = (Ca × P)ᵃ · exp(Σ effects)
///     by sex, coronary arteries alone = exp(effect · (male − ½)), which is 1 for a group of which half are men
///
/// The reference is a non-smoker without diabetes, LDL 3.3 mmol/L, normal kidney, no statin. Statins raise the score
/// while lowering events: they turn micro-deposits into dense ones sooner, and form none.
struct CalcificationDrivers: Component {
    /// Stimulus of the wall's cells relative to the reference person [1].
    let stimulus: Expression
    /// A person's own tendency to calcify [1].
    let susceptibility: Expression
    /// Rate at which micro-deposits become mature, relative to a person without a statin [1].
    let maturing: Expression
    /// New calcification relative to age 62 [1].
    let relativeOnset: Expression
    /// New coronary calcification and its growth relative to a group of which half are men [1].
    let coronaryOnset: Expression
    let coronaryGrowth: Expression

    init(in scope: Scope, person: Person, mineral: MineralMetabolism) {
        let byProduct = scope.parameter(
            "byProduct", 1, .dimensionless,
            .assumed(
                because: "phosphate goes with more CAC in MESA's kidney subset (ratio 1.7 per mg/dL, wide interval)"),
            spread: .logNormal(coefficientOfVariation: 0.5), "rise of log growth per log calcium × phosphate")
        let byLDL = scope.parameter(
            "byLDL", 0.05, .dimensionless,
            .assumed(because: "weak: CAC progression depends little on LDL once present"),
            spread: .normal(standardDeviation: 0.05), nonNegative: false, "log growth per mmol/L of LDL")
        let bySmoking = effect("bySmoking", 0.1, "smokers progress somewhat faster")
        let byDiabetes = effect("byDiabetes", 0.3, "diabetes is the strongest common driver of progression in cohorts")
        let byKidney = effect(
            "byKidney", 0.23,
            "lower filtration goes with faster progression in CRIC (Bundy 2018); pyrophosphate adds 0.07")
        let byPressure = effect("byPressure", 0.1, "pressure goes with progression in cohorts")
        let usualLDL = scope.parameter(
            "usualLDL", 3.3, .millimolePerLitre, .assumed(because: "a middling level; the measure of the effect"),
            "LDL of the reference person")
        let unitLDL = scope.parameter(
            "unitLDL", 1, .millimolePerLitre, .assumed(because: "the unit the effect is stated in"),
            "unit of the LDL effect")
        let usualPressure = scope.parameter(
            "usualPressure", 130, .millimetreOfMercury,
            .assumed(because: "a middling level at 60; the measure of the effect"), "pressure of the reference person")
        let unitPressure = scope.parameter(
            "unitPressure", 20, .millimetreOfMercury, .assumed(because: "the unit the effect is stated in"),
            "unit of the pressure effect")
        let usualFiltration = scope.parameter(
            "usualFiltration", 85, .millilitrePerMinute,
            .assumed(because: "a usual value at 60; the measure of the effect"), "filtration of the reference person")
        let byAge = Self.onsetByAge(in: scope)
        let usualAge = scope.parameter(
            "usualAge", 62, .year, .published(.kronmal2007, at: "MESA mean age"), "age the onset refers to")
        let byStatin = scope.parameter(
            "maturingByStatin", 0.48, .dimensionless,
            .assumed(because: "statins raise the score by some 8 % of its growth while lowering events"),
            spread: .normal(standardDeviation: 0.4), nonNegative: false, "rise of log maturing with a statin")
        susceptibility = scope.parameter(
            "susceptibility", 1, .dimensionless,
            .assumed(
                because: "annual change has mean 24.9 and SD 65.3 AU in MESA (Budoff 2013): most of it between people"),
            spread: .logNormal(coefficientOfVariation: 0.8), "a person's own tendency to calcify")

        func effect(_ name: String, _ value: Double, _ reason: String) -> Expression {
            scope.parameter(
                name, value, .dimensionless, .assumed(because: reason), spread: .normal(standardDeviation: 0.1),
                nonNegative: false, "log growth, \(name)")
        }
        let habits = bySmoking * person.isSmoker + byDiabetes * person.hasDiabetes
        let lipids = byLDL * (person.ldlCholesterol - usualLDL) / unitLDL
        let pressure = byPressure * (person.systolicPressure - usualPressure) / unitPressure
        let kidney = byKidney * ln(usualFiltration / person.filtrationRate)
        let effects = scope.define(
            "effects", .dimensionless, habits + lipids + pressure + kidney, "log growth by risk factors")
        stimulus = scope.define(
            "stimulus", .dimensionless, mineral.relativeProduct.power(byProduct) * exp(effects),
            "stimulus relative to the reference person")
        maturing = scope.define(
            "maturing", .dimensionless, exp(byStatin * person.takesStatin), "maturing relative to no statin")
        relativeOnset = scope.define(
            "relativeOnset", .dimensionless, exp(byAge * (person.age - usualAge)), "onset relative to the usual age")
        (coronaryOnset, coronaryGrowth) = Self.bySex(in: scope, person: person)
    }

    /// Rise of log onset per year of age [1/y].
    private static func onsetByAge(in scope: Scope) -> Expression {
        for (name, value, what) in [("incidenceYoung", 5.0, "below 50"), ("incidenceOld", 12, "above 80")] {
            _ = scope.parameter(
                name, value, .percent,
                .published(.kronmal2007, at: "abstract: incidence below 5 %/y under 50, above 12 %/y over 80"),
                "people \(what) who pass from no coronary calcium to some in a year")
        }
        _ = scope.parameter(
            "incidenceSpan", 35, .year, .assumed(because: "from the middle of 45 to 50 to that of 80 to 84, about"),
            "years between the two incidences")
        return scope.parameter(
            "onsetByAge", 0.025, .perYear,
            .derived(
                from: [
                    "calcification.drivers.incidenceYoung", "calcification.drivers.incidenceOld",
                    "calcification.drivers.incidenceSpan",
                ], by: "log ratio of the incidences, over the span"),
            "rise of log onset per year of age")
    }

    /// Onset and growth in the coronary arteries of men and women, each about that of a group half of each [1].
    private static func bySex(in scope: Scope, person: Person) -> (onset: Expression, growth: Expression) {
        let onset = scope.parameter(
            "onsetBySex", 0.4, .dimensionless,
            .assumed(
                because:
                    "male sex goes with more incidence (Kronmal 2007, no size in the abstract); shares without calcium, 4 against 14 % of white and 13 against 18 % of black people of 80 (ARIC and MESA 2023), 25 against 50 % at 59 (Erbel 2014), make it 1.2 to 2 times; with the spread of onset 0.4 gives 1.7"
            ),
            spread: .normal(standardDeviation: 0.2), nonNegative: false, "log onset of men over women")
        let growth = scope.parameter(
            "growthBySex", 0.1, .dimensionless,
            .assumed(
                because:
                    "male sex goes with faster progression too (Kronmal 2007, no size in the abstract); medians of 21 and 14 AU a year belong to higher and lower scores, which explain most of their ratio"
            ),
            spread: .normal(standardDeviation: 0.1), nonNegative: false, "log growth of men over women")
        let side = (2 * person.isMale - 1) / 2
        return (
            scope.define("coronaryOnset", .dimensionless, exp(onset * side), "onset relative to both sexes"),
            scope.define("coronaryGrowth", .dimensionless, exp(growth * side), "growth relative to both sexes")
        )
    }
}
