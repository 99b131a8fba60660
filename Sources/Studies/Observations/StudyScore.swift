/// How well the model meets one observation.
public struct StudyScore: Codable, Sendable {
    public var study: String
    public var title: String
    public var use: ObservedStudy.Use
    public var arm: String
    public var against: String?
    public var output: String
    public var statistic: String
    public var unit: String
    /// Over draws; NaN is written as absent.
    public var predicted: Double?
    public var predictedLower: Double?
    public var predictedUpper: Double?
    public var observed: Double?
    public var standardError: Double?
    public var censoredBelow: Double?
    /// (predicted − observed) ÷ standard error; for a censored number 0 below the limit; absent where it has no meaning.
    public var z: Double?
    /// Whether the observation is met: |z| at most 2, or below the detection limit; absent where nothing tells.
    public var isMet: Bool?
    /// Why it is missed, from the study's file; or why there is no prediction.
    public var cause: String
    /// Draws without a prediction.
    public var failedDrawCount: Int

    /// The score of an observation from predictions over draws, in the observation's unit.
    init(_ study: ObservedStudy, _ observation: ObservedStudy.Observation, predictions: [Double], failures: [String]) {
        self.study = study.id
        title = study.title
        use = study.use
        arm = observation.arm
        against = observation.against
        output = observation.output
        statistic = observation.statisticText
        unit = observation.unit.description
        observed = observation.value
        standardError = observation.standardError
        censoredBelow = observation.censoredBelow
        failedDrawCount = failures.count
        let sorted = predictions.filter(\.isFinite).sorted()
        cause = ""
        guard !sorted.isEmpty else {
            cause = failures.first.map { "not simulated: \($0)" } ?? "the statistic does not exist for the predicted course"
            return
        }
        let median = Quantile.ofSorted(sorted, 0.5)
        predicted = median
        predictedLower = Quantile.ofSorted(sorted, StudyResult.probabilities[0])
        predictedUpper = Quantile.ofSorted(sorted, StudyResult.probabilities[2])
        z = Self.z(of: median, for: observation)
        isMet = z.map { abs($0) <= 2 } ?? observation.censoredBelow.map { median <= $0 }
        if isMet == false { cause = observation.note.isEmpty ? "no cause is stated" : observation.note }
    }

    /// Distance of a prediction from an observation in standard errors; `nil` where there is no standard error.
    static func z(of predicted: Double, for observation: ObservedStudy.Observation) -> Double? {
        if let limit = observation.censoredBelow, observation.value == nil {
            if predicted <= limit { return 0 }
            return observation.standardError.map { (predicted - limit) / $0 }
        }
        guard let observed = observation.value, let standardError = observation.standardError else { return nil }
        return (predicted - observed) / standardError
    }
}
