import Modeling

/// The brain's flow: by mass, lower with age, higher in blood that carries less oxygen.
///
///     resting = mass · flow per mass · exp(−(fall / mean flow) · (age − 50)) · need
struct CerebralFlow: Component {
    let bed: RegionalBed
    /// Flow per mass of brain [mL/g/min].
    let flowPerMass: Expression

    init(in scope: Scope, person: Person, perfusion: Perfusion) {
        let mass = scope.parameter(
            "mass", 1400, .gram, .published(.guytonHall2011, at: "chapter on cerebral blood flow: 1400 g"),
            "mass of the brain")
        let usual = scope.parameter(
            "usualFlowPerMass", 0.5, .millilitrePerGramPerMinute,
            .published(.guytonHall2011, at: "chapter on cerebral blood flow: 50 to 65 mL/100 g/min"),
            spread: .logNormal(coefficientOfVariation: 0.15), "flow per mass in middle age")
        let fall = scope.parameter(
            "yearlyFall", 4.8, (Unit.millilitrePerMinute / .year).named("mL/min/y"),
            .published(.buijs1998, at: "abstract: 4.8 mL/min a year"), spread: .normal(standardDeviation: 0.8),
            "fall of total flow per year of age")
        let meanFlow = scope.parameter(
            "meanFlow", 616, .millilitrePerMinute, .published(.buijs1998, at: "abstract: 616 ± 143 mL/min"),
            "mean total flow of those measured")
        let meanAge = scope.parameter(
            "meanAge", 50, .year, .published(.buijs1998, at: "abstract: mean age 50"), "mean age of those measured")
        let oxygenPerMass = scope.parameter(
            "oxygenPerMass", 0.035, .millilitrePerGramPerMinute,
            .published(.guytonHall2011, at: "chapter on cerebral blood flow: 3.5 mL/100 g/min"),
            "oxygen used per mass")
        let range = AutoregulatedRange(
            in: scope, from: 60, to: 150,
            .published(.guytonHall2011, at: "chapter on cerebral blood flow: 60 to 140 or 150 mmHg"))
        let ageing = exp(-fall / meanFlow * (person.age - meanAge))
        bed = RegionalBed(
            in: scope, resting: mass * usual * ageing * perfusion.oxygen.need, consumption: mass * oxygenPerMass,
            range: range, perfusion: perfusion)
        flowPerMass = scope.define(
            "flowPerMass", .millilitrePerGramPerMinute, bed.flow / mass, "flow per mass of brain")
    }
}
