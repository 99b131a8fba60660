import Modeling

/// Cardiac output at rest from body surface and age; the heart beats at the person's own rate.
///
///     CO = (index₆₀ − fall · (age − 60)) · surface · (1 + share · (need − 1)),   stroke volume = CO / heart rate
///
/// Heart and brain, `share` of the output, draw more of blood that carries less oxygen; the rest extracts more from it.
struct CardiacOutput: Component {
    /// Body surface [m²] = √(weight · height / 3600).
    let surface: Expression
    /// At rest with usual blood [L/min].
    let usual: Expression
    /// [L/min]
    let output: Expression
    /// [1/min]
    let heartRate: Expression
    /// [mL]
    let strokeVolume: Expression
    /// Stroke volume over that at the start [1].
    let relativeStroke: Expression

    init(in scope: Scope, person: Person, oxygen: BloodOxygen) {
        let atSixty = scope.parameter(
            "indexAtSixty", 3, .litrePerMinutePerSquareMetre,
            .published(.carlsson2012, at: "abstract: 3.0 ± 0.4 L/min/m² at 50 to 59 and above 60"),
            spread: .logNormal(coefficientOfVariation: 0.13), "cardiac index at 60")
        let fall = scope.parameter(
            "indexFall", 8, (Unit.millilitrePerMinute / .squareMetre / .year).named("mL/min/m2/y"),
            .published(.carlsson2012, at: "abstract: 8 mL/min/m² per year, r² 0.07"),
            spread: .normal(standardDeviation: 3), nonNegative: false, "fall of the cardiac index per year")
        let sixty = scope.parameter(
            "sixty", 60, .year, .published(.carlsson2012, at: "abstract: where the two oldest groups meet"),
            "age the index is stated at")
        let formula = scope.parameter(
            "surfaceConstant", 3600, (Unit.kilogram * .centimetre / Unit.metre.power(4)).named("kg·cm/m4"),
            .published(.mosteller1987, at: "the formula"), "weight times height over surface squared")
        let share = scope.parameter(
            "heartAndBrainShare", 0.18, .dimensionless,
            .published(.guytonHall2011, at: "table of blood flow to organs: heart 4 %, brain 14 %"),
            "share of the output that goes to heart and brain")

        surface = scope.define(
            "surface", .squareMetre, sqrt(person.weight * person.height / formula), "body surface")
        let index = { (age: Expression) in
            atSixty
                - (fall * (age - sixty)).converted(
                    from: .millilitrePerMinute / .squareMetre, to: .litrePerMinutePerSquareMetre)
        }
        usual = scope.define("usual", .litrePerMinute, index(person.age) * surface, "resting output with usual blood")
        output = scope.define(
            "output", .litrePerMinute, usual * (1 + share * (oxygen.need - 1)), "cardiac output at rest")
        heartRate = person.heartRate
        strokeVolume = scope.define(
            "strokeVolume", .millilitre,
            output.converted(from: .litrePerMinute, to: .millilitrePerMinute) / person.heartRate, "stroke volume")
        relativeStroke = scope.define(
            "relativeStroke", .dimensionless, index(person.age) / index(person.ageAtStart),
            "stroke volume over that at the start")
    }
}
