import Modeling

/// The person: what is given at the start, and the few things that follow from it.
///
/// Valid for adults of 40 to 80 years. Every value is an input with a default, so that nothing must be known.
struct Person: Component {
    /// Age at the start [y].
    let ageAtStart: Expression
    /// Age now [y] = age at the start + time.
    let age: Expression
    /// 1 for a man, 0 for a woman, ½ for a group of which half are men [1].
    let isMale: Expression
    /// [kg]
    let weight: Expression
    /// [cm]
    let height: Expression
    /// Mass of fat [kg] = weight × body fat.
    let fatMass: Expression
    /// Plasma volume [L] = volume per weight × weight.
    let plasmaVolume: Expression
    /// Estimated glomerular filtration rate [mL/min].
    let filtrationRate: Expression
    /// 1 with diabetes [1].
    let hasDiabetes: Expression
    /// 1 for a current smoker [1].
    let isSmoker: Expression
    /// LDL cholesterol [mmol/L].
    let ldlCholesterol: Expression
    /// 1 on a statin [1].
    let takesStatin: Expression
    /// Systolic and diastolic pressure at the start [mmHg].
    let systolicPressure: Expression
    let diastolicPressure: Expression
    /// Heart rate at rest [1/min].
    let heartRate: Expression
    /// [g/dL]
    let haemoglobin: Expression
    /// Oxygen saturation of arterial blood [%].
    let saturation: Expression
    /// Stress above the usual, 0 is usual, 1 a marked lasting strain [1].
    let stress: Expression
    /// 25-hydroxyvitamin D, calcidiol, without doses of vitamin D [nmol/L].
    let calcidiol: Expression
    /// 1 with androgenetic alopecia [1].
    let hasAlopecia: Expression

    init(in scope: Scope) {
        ageAtStart = scope.input("age", 60, .year, "age at the start")
        isMale = scope.input("male", 1, .dimensionless, "1 for a man, 0 for a woman, a half for a group")
        weight = scope.input("weight", 75, .kilogram, "body weight")
        height = scope.input("height", 172, .centimetre, "body height")
        let bodyFat = scope.input("bodyFat", 27, .percent, "body fat, share of weight")
        filtrationRate = scope.input("eGFR", 85, .millilitrePerMinute, "estimated glomerular filtration rate")
        hasDiabetes = scope.input("diabetes", 0, .dimensionless, "1 with diabetes")
        isSmoker = scope.input("smoking", 0, .dimensionless, "1 for a current smoker")
        ldlCholesterol = scope.input("ldl", 3.3, .millimolePerLitre, "LDL cholesterol")
        takesStatin = scope.input("statin", 0, .dimensionless, "1 on a statin")
        systolicPressure = scope.input("systolicPressure", 130, .millimetreOfMercury, "systolic pressure at the start")
        diastolicPressure = scope.input(
            "diastolicPressure", 80, .millimetreOfMercury, "diastolic pressure at the start")
        heartRate = scope.input("heartRate", 66, .perMinute, "heart rate at rest")
        haemoglobin = scope.input("haemoglobin", 14.5, .gramPerDecilitre, "haemoglobin")
        saturation = scope.input("saturation", 97, .percent, "oxygen saturation of arterial blood")
        stress = scope.input("stress", 0, .dimensionless, "stress above the usual: 0 usual, 1 marked and lasting")
        calcidiol = scope.input("calcidiol", 60, .nanomolePerLitre, "25-hydroxyvitamin D")
        hasAlopecia = scope.input("alopecia", 0, .dimensionless, "1 with androgenetic alopecia")

        for (name, value, unit, what) in [
            ("textbookPlasma", 3.0, Unit.litre, "plasma of the textbook's adult"),
            ("textbookWeight", 70, .kilogram, "weight of the textbook's adult"),
        ] {
            _ = scope.parameter(
                name, value, unit,
                .published(.guytonHall2011, at: "chapter on body fluid compartments: about 3 L in 70 kg"), what)
        }
        let plasmaPerWeight = scope.parameter(
            "plasmaVolumePerWeight", 0.043, .litrePerKilogram,
            .derived(from: ["person.textbookPlasma", "person.textbookWeight"], by: "volume over weight"),
            spread: .logNormal(coefficientOfVariation: 0.1), "plasma volume per body weight")

        age = scope.define("ageNow", .year, ageAtStart + Expression.time.converted(from: .hour, to: .year), "age now")
        fatMass = scope.define(
            "fatMass", .kilogram, weight * bodyFat.converted(from: .percent, to: .dimensionless), "fat mass")
        plasmaVolume = scope.define("plasmaVolume", .litre, plasmaPerWeight * weight, "plasma volume")
    }
}
