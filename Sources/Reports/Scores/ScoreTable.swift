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
    /// `nil` where the model could not be asked.
    public var prediction: Double?
    /// 90 % interval of the prediction; `nil` where there is none.
    public var predictionRange: ClosedRange<Double>?
    /// `nil` where only a detection limit is known.
    public var observed: Double?
    /// Limit of detection [unit] that the observation lies below.
    public var censoredBelow: Double?
    /// Of the observed mean or contrast [unit]; `nil` where the study gives none.
    public var standardError: Double?
    /// (prediction − observed) ÷ standard error; `nil` where it cannot be formed.
    public var zScore: Double?
    /// Whether the target is met; `nil` where nothing tells.
    public var isMet: Bool?
    /// Why the target was missed or could not be scored.
    public var cause: String

    public init(
        _ target: String, _ use: Use, _ quantity: String, unit: String, prediction: Double?,
        predictionRange: ClosedRange<Double>? = nil, observed: Double?, censoredBelow: Double? = nil,
        standardError: Double? = nil, zScore: Double? = nil, isMet: Bool? = nil, cause: String = ""
    ) {
        self.target = target
        self.use = use
        self.quantity = quantity
        self.unit = unit
        self.prediction = prediction
        self.predictionRange = predictionRange
        self.observed = observed
        self.censoredBelow = censoredBelow
        self.standardError = standardError
        self.zScore = zScore
        self.isMet = isMet ?? zScore.map { abs($0) <= 2 }
        self.cause = cause
    }
}

/// Targets with what the model says of them; a target is met within two standard errors. None fails a build.
public struct ScoreTable: Sendable {
    public var title: String
    public var rows: [ScoreRow]

    public init(_ title: String, rows: [ScoreRow]) {
        self.title = title
        self.rows = rows
    }

    /// How many targets of each use are met.
    public var verdict: String {
        let parts = ScoreRow.Use.allCases.compactMap { use -> String? in
            let judged = rows.filter { $0.use == use && $0.isMet != nil }
            guard !judged.isEmpty else { return nil }
            return "\(use.rawValue): \(judged.count { $0.isMet == true }) of \(judged.count) met"
        }
        let unjudged = rows.count { $0.isMet == nil }
        return (parts + (unjudged > 0 ? ["\(unjudged) not scored"] : [])).joined(separator: "; ")
    }
}

extension ScoreRow {
    var predictionText: String {
        guard let prediction else { return NumberText.missing }
        guard let range = predictionRange else { return NumberText.value(prediction) }
        return NumberText.interval(Interval(lower: range.lowerBound, median: prediction, upper: range.upperBound))
    }

    var observedText: String {
        guard let observed else { return censoredBelow.map { "< \(NumberText.value($0))" } ?? "–" }
        guard let standardError else { return NumberText.value(observed) }
        let texts = NumberText.values([observed, standardError])
        return "\(texts[0]) ± \(texts[1])"
    }

    var zText: String { zScore.map { NumberText.score($0) } ?? "–" }

    var isMissed: Bool { isMet == false }

    var causeText: String { cause.isEmpty && isMissed ? "no cause is stated" : cause }
}
