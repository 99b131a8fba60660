/// How sure a body of evidence is, in the words of GRADE; `none` is no evidence in people.
public enum Certainty: Int, Codable, Sendable, CaseIterable, Comparable, CustomStringConvertible {
    case none, veryLow, low, moderate, high

    public var description: String {
        switch self {
        case .none: "no evidence"
        case .veryLow: "very low"
        case .low: "low"
        case .moderate: "moderate"
        case .high: "high"
        }
    }

    public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}

/// The judgements that GRADE asks for about a body of evidence.
///
/// - Source: Guyatt and others, J Clin Epidemiol 2011;64:383–394, doi:10.1016/j.jclinepi.2010.04.026.
public struct GradeJudgement: Sendable {
    public enum Concern: String, Codable, Sendable, CaseIterable {
        case none = "not serious"
        case serious
        case verySerious = "very serious"

        var steps: Int {
            switch self {
            case .none: 0
            case .serious: 1
            case .verySerious: 2
            }
        }
    }

    /// The five reasons to be less sure, in the order of ``domains``.
    public var concerns: [Concern]
    /// Reasons that make evidence without randomisation surer, one step each.
    public var upgrades: [Upgrade]
    public var reason: String

    public enum Upgrade: String, Codable, Sendable, CaseIterable {
        case largeEffect = "large effect"
        case doseResponse = "dose response"
    }

    public static let domains = [
        "risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias",
    ]

    public init(concerns: [Concern], upgrades: [Upgrade] = [], reason: String) {
        self.concerns = concerns
        self.upgrades = upgrades
        self.reason = reason
    }

    /// Certainty of a body with these judgements.
    ///
    /// Randomised trials start at high, observational comparisons in people at low, all else at very low. Each serious concern
    /// takes a step, a very serious one two, down to very low. Evidence without randomisation and without concerns gains a step for each upgrade.
    public func certainty(startingAt start: Certainty) -> Certainty {
        guard start > .none else { return .none }
        let loss = concerns.reduce(0) { $0 + $1.steps }
        let gain = start <= .low && loss == 0 ? upgrades.count : 0
        let level = min(Certainty.high.rawValue, max(Certainty.veryLow.rawValue, start.rawValue - loss + gain))
        return Certainty(rawValue: level) ?? .veryLow
    }
}
