import Modeling
import Studies

/// The flagship: vitamin K, calcium and the artery of one person.
///
/// Time in hours; vitamin K in nmol. An arm without warfarin or without anything on the skin has components that say so.
public struct Flagship: ModelFamily {
    public init() {}

    public var species: [String: any ModelFamily] { ["rat": RatFlagship()] }

    public var posterior: PosteriorDraws? { FittedPosterior.draws }

    static let warfarinOral = "warfarin.oral"
    static let topical = "skin.topical"
    static let skinWash = "skin.wash"

    public var standingIntake: [String: String] {
        [
            "vitaminK.k1.oral": "vitaminK.k1.standing", "vitaminK.mk4.oral": "vitaminK.mk4.standing",
            "vitaminK.mk7.oral": "vitaminK.mk7.standing", Self.warfarinOral: "warfarin.standing",
        ]
    }

    public func model(using doseInputs: Set<String>) -> Model {
        let builder = ModelBuilder(name: "Patency flagship", timeUnit: .hour)
        let body = Body(
            in: builder, hasWarfarin: doseInputs.contains(Self.warfarinOral),
            hasSkin: doseInputs.contains(Self.topical),
            hasPTHDose: !doseInputs.isDisjoint(with: PTHDose.all), hasVitaminD: doseInputs.contains(VitaminDDose.oral))
        body.declareOutputs(in: builder)
        return builder.model
    }
}
