import Modeling

/// What makes calcification grow faster or slower than in a reference person, apart from vitamin K.
///
///     stimulus = (Ca × P)ᵃ · exp(Σ effects)
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
        let byAge = scope.parameter(
            "onsetByAge", 0.025, .perYear,
            .published(
                .kronmal2007, at: "abstract: incidence 5 %/y below 50, 12 %/y above 80; log ratio over 35 years"),
            "rise of log onset per year of age")
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
    }
}
