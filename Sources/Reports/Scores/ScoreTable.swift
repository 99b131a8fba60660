/// How one target of calibration or validation was met.
public struct ScoreRow: Sendable {
    /// What the target may be used for.
    public enum Use: String, Sendable, CaseIterable { case calibration, validation, context }

    /// Identifier of the target, such as `BM1`.
    public var target: String
    public var use: Use
    /// What was observed, in words.
    public var quantity: String
    public var unit: String
    public var prediction: Double
    /// 90 % interval of the prediction; `nil` where there is none.
    public var predictionRange: ClosedRange<Double>?
    public var observed: Double
    /// Of the observed mean or contrast [unit]; `nil` where the study gives none.
    public var standardError: Double?
    /// (prediction − observed) ÷ standard error; `nil` where it cannot be formed.
    public var zScore: Double?
    /// Why the target was missed or could not be scored.
    public var cause: String

    public init(
        _ target: String, _ use: Use, _ quantity: String, unit: String, prediction: Double,
        predictionRange: ClosedRange<Double>? = nil, observed: Double, standardError: Double? = nil,
        zScore: Double? = nil, cause: String = ""
    ) {
        self.target = target
        self.use = use
        self.quantity = quantity
        self.unit = unit
        self.prediction = prediction
        self.predictionRange = predictionRange
        self.observed = observed
        self.standardError = standardError
        self.zScore = zScore
        self.cause = cause
    }

    /// Farther from the observation than two standard errors.
    public var isMissed: Bool { zScore.map { !(abs($0) <= 2) } ?? false }
}

/// Targets with what the model says of them; nothing here passes or fails a build.
public struct ScoreTable: Sendable {
    public var title: String
    public var rows: [ScoreRow]

    public init(_ title: String, rows: [ScoreRow]) {
        self.title = title
        self.rows = rows
    }

    /// How many of each use lie within two standard errors.
    public var verdict: String {
        let parts = ScoreRow.Use.allCases.compactMap { use -> String? in
            let scored = rows.filter { $0.use == use && $0.zScore != nil }
            guard !scored.isEmpty else { return nil }
            return "\(use.rawValue): \(scored.count { !$0.isMissed }) of \(scored.count) within two standard errors"
        }
        let unscored = rows.count { $0.zScore == nil }
        return (parts + (unscored > 0 ? ["\(unscored) not scored"] : [])).joined(separator: "; ")
    }
}

extension ScoreRow {
    var predictionText: String {
        guard let range = predictionRange else { return NumberText.value(prediction) }
        return NumberText.interval(Interval(lower: range.lowerBound, median: prediction, upper: range.upperBound))
    }

    var observedText: String {
        guard let standardError else { return NumberText.value(observed) }
        let texts = NumberText.values([observed, standardError])
        return "\(texts[0]) ± \(texts[1])"
    }

    var zText: String { zScore.map { NumberText.score($0) } ?? "–" }

    var causeText: String { cause.isEmpty && isMissed ? "cause not stated" : cause }
}
