import Modeling
import Studies

/// The flagship as a rat: the same components with the numbers of `ParameterSet.rat(scaling:)`.
///
/// It exists for the animal studies of vitamin K and calcified arteries. Its effect of MGP on calcification is its own and is
/// never carried to people. Mineral, circulation, hair and risk are not those of a rat, so they are no outputs here.
public struct RatFlagship: ModelFamily {
    public init() {}

    public var standingIntake: [String: String] { Flagship().standingIntake }
    public func safetyStatements(for scenario: Scenario) -> [String] { ["A rat. Nothing here is about people."] }

    private static let outputs: Set<String> = [
        "plasma.k1", "plasma.mk4", "plasma.mk7", "liver.k1", "converted", "INR", "PIVKA-II", "warfarin",
        "carboxylatedMGP",
        "aorticCalcium",
    ]

    /// Needs the model with every component, and is the same for every arm.
    private static let numbers = ParameterSet.rat(
        scaling: Flagship().model(using: [Flagship.warfarinOral, Flagship.topical]))

    public func model(using doseInputs: Set<String>) -> Model {
        var model = Flagship().model(using: doseInputs)
        model.name = "Patency flagship, rat"
        Self.numbers.apply(to: &model)
        model.outputs.removeAll { !Self.outputs.contains($0.identifier) }
        return model
    }

    public var vocabulary: ScenarioVocabulary {
        ScenarioVocabulary(
            fields: Self.fields, substances: Self.substances, defaultOutputs: ["carboxylatedMGP", "aorticCalcium"])
    }

    private static let fields: [ScenarioVocabulary.Field] = [
        .init(
            .person, "weight", .quantity(unit: .kilogram, range: 0.05...1), input: "person.weight",
            defaultValue: ParameterSet.ratMass, "body weight"),
        .init(
            .diet, "K1", .quantity(unit: .microgramPerDay, range: 0...50_000), input: "diet.k1", defaultValue: 100,
            "phylloquinone with food; 20 g of food a day"),
        .init(
            .diet, "MK-4", .quantity(unit: .microgramPerDay, range: 0...50_000), input: "diet.mk4", defaultValue: 0,
            "menaquinone-4 with food"),
        .init(
            .diet, "MK-7", .quantity(unit: .microgramPerDay, range: 0...50_000), input: "diet.mk7", defaultValue: 0,
            "menaquinone-7 with food"),
    ]

    private static func oral(_ name: String, _ doseInput: String) -> ScenarioVocabulary.Substance {
        .init(name, doseUnit: .milligram, routes: [.init("oral", doseInput: doseInput, maximumDose: 50)])
    }

    private static let substances = [
        oral("K1", "vitaminK.k1.oral"), oral("MK-4", "vitaminK.mk4.oral"), oral("MK-7", "vitaminK.mk7.oral"),
        oral("warfarin", Flagship.warfarinOral),
    ]
}
