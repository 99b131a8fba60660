/// A number estimated from calibration studies: the parameter it belongs to, its value in that parameter's unit, and the study.
public struct FittedValue: Sendable {
    /// Identifier of the model parameter.
    public let identifier: String
    public let value: Double
    /// First estimate by hand, in the same unit: where a fit starts and what holds it where studies say little.
    public let estimate: Double
    /// Largest value that makes sense, such as 1 for a share; `nil` where there is none.
    public let greatest: Double?
    /// Calibration study, or studies, that decide it.
    public let study: String

    init(_ identifier: String, _ value: Double, estimate: Double, atMost greatest: Double? = nil, study: String) {
        self.identifier = identifier
        self.value = value
        self.estimate = estimate
        self.greatest = greatest
        self.study = study
    }
}

/// Every fitted number of the flagship; `patency fit --write` puts the values of this file in place, and nothing else does.
public enum FittedValues {
    public static let mk4LeastShare = FittedValue(
        "vitaminK.mk4.leastShare", 0.239, estimate: 0.22, atMost: 0.7, study: "PK1")
    public static let mk4FatForHalf = FittedValue("vitaminK.mk4.fatForHalf", 25.86, estimate: 27, study: "PK1")
    public static let mk4Transit = FittedValue("vitaminK.mk4.transit", 1.382, estimate: 1.4, study: "PK2")
    public static let mk4HepaticClearance = FittedValue(
        "vitaminK.mk4.hepaticClearance", 11.67, estimate: 9.6, study: "PK1, PK2")
    public static let k1DietAbsorbed = FittedValue(
        "vitaminK.k1.dietAbsorbedShare", 0.7017, estimate: 0.5, atMost: 1, study: "PK4")
    public static let k1HepaticClearance = FittedValue("vitaminK.k1.hepaticClearance", 4.297, estimate: 5, study: "PK4")
    public static let k1OtherReturn = FittedValue("vitaminK.k1.otherReturnRate", 0.03419, estimate: 0.06, study: "PK4")
    public static let k1OtherVolume = FittedValue("vitaminK.k1.otherVolume", 153, estimate: 100, study: "PK4")
    public static let mk7LipoproteinClearance = FittedValue(
        "vitaminK.mk7.lipoproteinClearance", 0.2309, estimate: 0.2, study: "PK5")
    public static let mk7OtherVolume = FittedValue("vitaminK.mk7.otherVolume", 3.358, estimate: 10, study: "PK5")
    public static let vesselWeightMK7 = FittedValue("cycle.vessel.weightMK7", 0.06369, estimate: 0.13, study: "BM1")
    public static let vesselHalfHydroquinone = FittedValue(
        "cycle.vessel.halfHydroquinone", 2.047, estimate: 2, study: "BM1, BM2")
    public static let boneWeightMK4 = FittedValue("cycle.bone.weightMK4", 0.03985, estimate: 0.12, study: "BM4")
    public static let boneHalfHydroquinone = FittedValue(
        "cycle.bone.halfHydroquinone", 1.202, estimate: 1.6, study: "BM4")
    public static let coronaryGrowth = FittedValue(
        "calcification.coronary.growth", 0.4891, estimate: 0.39, study: "NH1")

    /// All of them, in the order above.
    public static let all = [
        mk4LeastShare, mk4FatForHalf, mk4Transit, mk4HepaticClearance, k1DietAbsorbed, k1HepaticClearance,
        k1OtherReturn,
        k1OtherVolume, mk7LipoproteinClearance, mk7OtherVolume, vesselWeightMK7, vesselHalfHydroquinone, boneWeightMK4,
        boneHalfHydroquinone,
        coronaryGrowth,
    ]

    /// What is unknown about single studies, such as an assay's scale, by study: fitted along, and used nowhere else.
    public static let nuisance: [String: [String: Double]] = [
        "BM2": ["matrixGla.plasma.assayScale": 1.232],
        "EF1-AVADEC": ["person.coronaryCalcium": 1803, "matrixGla.plasma.assayScale": 0.9022],
        "EF1-Shea": ["person.coronaryCalcium": 27.99],
        "NH1": ["person.coronaryCalcium of women": 48.14, "person.coronaryCalcium of men": 77.47],
        "PK2": ["fat of vitaminK.mk4.oral": 26.36],
    ]
}
