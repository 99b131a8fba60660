import Modeling
import Studies

extension Flagship {
    public var vocabulary: ScenarioVocabulary {
        ScenarioVocabulary(
            fields: Self.personFields + Self.startFields + Self.dietFields,
            alternatives: [CalciumPercentile.alternative],
            orders: [.init("person.systolicPressure", above: "person.diastolicPressure")], substances: Self.substances,
            foods: Self.foods, defaultOutputs: guide.topics.flatMap(\.outputs), validity: Self.validity)
    }

    private typealias Field = ScenarioVocabulary.Field

    /// A number of a person or a diet; the range is what the reader accepts.
    private static func number(
        _ section: Field.Section, _ key: String, _ unit: Unit, _ range: ClosedRange<Double>, _ input: String,
        _ value: Double, _ summary: String
    ) -> Field {
        Field(section, key, .quantity(unit: unit, range: range), input: input, defaultValue: value, summary)
    }

    private static let personFields: [Field] = [
        number(.person, "age", .year, 18...95, "person.age", 60, "age at the start; the model is meant for 40 to 80"),
        Field(
            .person, "sex", .choice([("male", 1), ("female", 0), ("mixed", 0.5)]), input: "person.male",
            defaultValue: 1,
            "sex; mixed stands for a group of which half are men"),
        number(.person, "weight", .kilogram, 35...200, "person.weight", 75, "body weight"),
        number(.person, "height", .centimetre, 130...220, "person.height", 172, "body height"),
        number(.person, "body fat", .percent, 5...60, "person.bodyFat", 27, "body fat, share of weight"),
        number(
            .person, "eGFR", .millilitrePerMinute, 4...140, "person.eGFR", 85, "estimated glomerular filtration rate"),
        Field(.person, "diabetes", .flag, input: "person.diabetes", defaultValue: 0, "diabetes"),
        Field(.person, "smoking", .flag, input: "person.smoking", defaultValue: 0, "current smoker"),
        number(.person, "LDL", .millimolePerLitre, 0.5...12, "person.ldl", 3.3, "LDL cholesterol"),
        Field(.person, "statin", .flag, input: "person.statin", defaultValue: 0, "on a statin"),
        number(
            .person, "systolic pressure", .millimetreOfMercury, 80...240, "person.systolicPressure", 130,
            "systolic pressure"),
        number(
            .person, "diastolic pressure", .millimetreOfMercury, 40...140, "person.diastolicPressure", 80,
            "diastolic pressure"),
        number(.person, "heart rate", .perMinute, 35...130, "person.heartRate", 66, "heart rate at rest"),
        number(.person, "haemoglobin", .gramPerDecilitre, 5...20, "person.haemoglobin", 14.5, "haemoglobin"),
        number(
            .person, "oxygen saturation", .percent, 70...100, "person.saturation", 97,
            "oxygen saturation of arterial blood"),
        number(
            .person, "stress", .dimensionless, -1...3, "person.stress", 0,
            "stress above the usual: 0 usual, 1 marked and lasting"),
        number(
            .person, "25(OH)D", .nanomolePerLitre, 5...250, "person.calcidiol", 60,
            "25-hydroxyvitamin D, without the doses of vitamin D that a scenario names"),
        Field(.person, "alopecia", .flag, input: "person.alopecia", defaultValue: 0, "androgenetic alopecia"),
    ]

    private static let startFields: [Field] = [
        number(
            .person, "CAC", .agatston, 0...10_000, "person.coronaryCalcium", 41, "coronary artery calcium at the start"),
        number(
            .person, "aortic calcium", .dimensionless, 0.01...100, "person.aorticCalcium", 1,
            "aortic calcium over the median of age and sex"),
        number(
            .person, "valve calcium", .agatston, 0...10_000, "person.valveCalcium", 10,
            "aortic valve calcium at the start"),
        number(
            .person, "hair density", .percent, 1...100, "person.hairDensity", 90, "density of scalp hair, full is 100"),
    ]

    private static let dietFields: [Field] = [
        number(.diet, "K1", .microgramPerDay, 0...2000, "diet.k1", 100, "phylloquinone with food"),
        number(.diet, "MK-4", .microgramPerDay, 0...500, "diet.mk4", 10, "menaquinone-4 with food"),
        number(.diet, "MK-7", .microgramPerDay, 0...2000, "diet.mk7", 20, "menaquinone-7 and longer with food"),
        number(.diet, "calcium", .milligramPerDay, 100...4000, "diet.calcium", 1000, "calcium with food"),
        number(.diet, "phosphorus", .milligramPerDay, 200...4000, "diet.phosphorus", 1200, "phosphorus with food"),
        number(.diet, "fat", .gramPerDay, 0...300, "diet.fat", 80, "fat with food, besides the meals that doses name"),
    ]

    /// What a gram of each food brings: content per 100 g over 100.
    private static let foods: [ScenarioVocabulary.Food] = FoodTable.foods.map { food in
        let contents = [
            "K1": food.phylloquinone?.amount, "MK-4": food.menaquinone4?.amount, "MK-7": food.longChain,
        ]
        return .init(food.name, contents: contents.compactMapValues { $0.map { $0 / 100 } })
    }

    private static let fat = ScenarioVocabulary.Route.Attribute("fat", unit: .gram, range: 0...150, defaultValue: 30)
    private static let area = ScenarioVocabulary.Route.Attribute(
        "area", unit: .squareCentimetre, range: 1...20_000, defaultValue: 50)

    private static let vehicles: [ScenarioVocabulary.Route.Form] = [
        .init("petrolatum", attributes: ["gel": 0, "emulsion": 0]), .init("gel", attributes: ["gel": 1]),
        .init("emulsion", attributes: ["emulsion": 1]),
    ]

    private static let substances: [ScenarioVocabulary.Substance] = [
        .init(
            "MK-4", doseUnit: .milligram,
            routes: [
                .init("oral", doseInput: "vitaminK.mk4.oral", attributes: [fat], maximumDose: 200),
                .init(
                    "topical", doseInput: topical, attributes: [area], maximumDose: 500, forms: vehicles,
                    removal: .init("washed off", doseInput: skinWash, latest: 168)),
            ]),
        .init(
            "K1", doseUnit: .milligram,
            routes: [
                .init("oral", doseInput: "vitaminK.k1.oral", attributes: [fat], maximumDose: 50),
                .init("intravenous", doseInput: "vitaminK.k1.intravenous", maximumDose: 50),
            ]),
        .init(
            "MK-7", doseUnit: .milligram,
            routes: [
                .init("oral", doseInput: "vitaminK.mk7.oral", attributes: [fat], maximumDose: 10)
            ]),
        .init(
            "warfarin", doseUnit: .milligram,
            routes: [
                .init("oral", doseInput: warfarinOral, maximumDose: 50)
            ]),
        .init(
            "PTH", doseUnit: .microgram,
            routes: [
                .init("subcutaneous", doseInput: PTHDose.subcutaneous, maximumDose: 200),
                .init("intravenous", doseInput: PTHDose.intravenous, allowsInfusion: true, maximumDose: 2000),
            ]),
        .init(
            "vitamin D", doseUnit: .microgram,
            routes: [.init("oral", doseInput: VitaminDDose.oral, maximumDose: 2500)]),
        .init("meal", doseUnit: .gram, routes: [.init("oral", doseInput: "meal.oral", maximumDose: 200)]),
    ]
}
