import Modeling

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
