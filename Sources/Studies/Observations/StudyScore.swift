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
    /// Of the model with its own numbers, which a fit has matched; a share over draws. The ends of the range are over draws.
    public var predicted: Double?
    public var predictedLower: Double?
    public var predictedUpper: Double?
    public var observed: Double?
    public var standardError: Double?
    /// Whether that standard error is our assumption, since the study tells none.
    public var hasAssumedError: Bool
    /// Where only a limit or a direction was found: in words, such as `below 0.1` or `up`.
    public var limit: String?
    /// (predicted − observed) ÷ standard error; for a censored number 0 below the limit; absent where it has no meaning.
    public var z: Double?
    /// Whether the observation is met: |z| at most 2, or below the detection limit; absent where nothing tells.
    public var isMet: Bool?
    /// What the study's file says of a miss, about the observation or else about the study; or why there is no prediction.
    public var cause: String
    /// Whether the file states a cause for this very observation.
    public var hasStatedCause: Bool
    /// Draws behind the prediction.
    public var drawCount: Int
    /// Draws without a prediction.
    public var failedDrawCount: Int

    /// The score of an observation from the prediction with the model's own numbers and those over draws, in its unit.
    init(
        _ study: ObservedStudy, _ observation: ObservedStudy.Observation, own: Double?, predictions: [Double],
        failures: [String]
    ) {
        self.study = study.id
        title = study.title
        use = study.use
        arm = observation.arm
        against = observation.against
        output = observation.output
        statistic = observation.statisticText
        unit = observation.unit.description
        standardError = observation.scoringError
        hasAssumedError = observation.standardError == nil && observation.assumedStandardError != nil
        hasStatedCause = !observation.cause.isEmpty
        switch observation.finding {
        case .value(let value): observed = value
        case .below(let value): limit = value.map { "below \(QuantityText.text($0))" } ?? "not seen"
        case .above(let value): limit = "above \(QuantityText.text(value))"
        case .direction(.none): limit = "no difference"
        case .direction(let direction): limit = direction.rawValue
        }
        failedDrawCount = failures.count
        drawCount = predictions.count
        let sorted = predictions.filter(\.isFinite).sorted()
        cause = ""
        guard !sorted.isEmpty else {
            cause =
                failures.first.map { "not simulated: \($0)" } ?? "the statistic does not exist for the predicted course"
            return
        }
        let centre: Double
        if case .share = observation.statistic {
            // A share is a number of the population, so its draws are averaged and have no range of their own.
            centre = sorted.reduce(0, +) / Double(sorted.count)
        } else {
            // Many numbers vary at once between draws, so that their median wanders off the model's own prediction.
            centre = own.flatMap { $0.isFinite ? $0 : nil } ?? Quantile.ofSorted(sorted, 0.5)
            predictedLower = Quantile.ofSorted(sorted, StudyResult.probabilities[0])
            predictedUpper = Quantile.ofSorted(sorted, StudyResult.probabilities[2])
        }
        predicted = centre
        z = Self.z(of: centre, for: observation)
        isMet = z.map { abs($0) <= 2 } ?? Self.isMet(observation.finding, centre: centre, sorted: sorted)
        // A number without a standard error, or a limit that is not known, is explained as a miss is.
        if isMet != true { cause = [observation.cause, observation.note, study.note].first { !$0.isEmpty } ?? "" }
    }

    /// Whether a limit or direction holds; `nil` where that cannot be said.
    private static func isMet(_ finding: ObservedStudy.Finding, centre: Double, sorted: [Double]) -> Bool? {
        switch finding {
        case .value, .below(nil): nil
        case .below(let limit?): centre <= limit
        case .above(let limit): centre >= limit
        case .direction(.up): centre > 0
        case .direction(.down): centre < 0
        // A difference that was not seen may still be there, only too small to see.
        case .direction(.none): sorted[0] <= 0 && sorted[sorted.count - 1] >= 0 ? true : nil
        }
    }

    /// Distance of a prediction from an observed number in standard errors, of logarithms where errors are log-normal; `nil` without
    /// number or standard error.
    static func z(of predicted: Double, for observation: ObservedStudy.Observation) -> Double? {
        guard case .value = observation.finding else { return nil }
        return observation.residual(of: predicted).map { $0 / observation.weight.squareRoot() }
    }
}
