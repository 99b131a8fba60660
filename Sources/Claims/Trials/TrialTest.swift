import Studies

/// What studies found about a claim's outcome, and how sure that is in GRADE's words.
public struct TrialTest: Sendable {
    public var evidence: [Evidence]
    /// Required where there is evidence.
    public var judgement: GradeJudgement?
    /// What was looked for, where nothing was found.
    public var search: String

    /// One study, from the library or from the literature.
    public struct Evidence: Sendable {
        /// Identifier in the study library; `nil` for a work of the literature.
        public var study: String?
        public var references: [String]
        public var design: StudyDesign
        public var count: Int?
        public var effect: Effect?
        public var finding: TrialFinding
        /// What it found, in words.
        public var text: String
    }

    /// An effect with its 95 % interval.
    public struct Effect: Codable, Sendable {
        /// Such as "mean difference" or "odds ratio".
        public var measure: String
        public var value: Double
        public var lower: Double
        public var upper: Double
        /// As written; empty or "1" for ratios and other numbers without a unit.
        public var unit: String
        /// Value that means no effect: 0 of differences, 1 of ratios.
        public var null: Double

        /// The unit as readers see it: empty where there is none.
        public var unitText: String { unit == "1" ? "" : unit }
    }
}

/// What one study says about a claim.
public enum TrialFinding: String, Codable, Sendable, CaseIterable {
    case supports
    /// The interval holds the claimed effect and none.
    case inconclusive
    case contradicts

    /// The finding of an effect about a claimed direction.
    ///
    /// Down: supports where the whole interval lies more than the threshold below no effect, contradicts where none of it does.
    /// None: supports where the whole interval is within the threshold, contradicts where it leaves out no effect.
    public init(of effect: TrialTest.Effect, claimed direction: Claim.Direction, threshold: Double) {
        let (lower, upper) = (effect.lower - effect.null, effect.upper - effect.null)
        switch direction {
        case .down: self = Self.finding(lower: -upper, upper: -lower, threshold: threshold)
        case .up: self = Self.finding(lower: lower, upper: upper, threshold: threshold)
        case .none:
            if lower > -threshold, upper < threshold {
                self = .supports
            } else {
                self = lower > 0 || upper < 0 ? .contradicts : .inconclusive
            }
        }
    }

    private static func finding(lower: Double, upper: Double, threshold: Double) -> TrialFinding {
        if lower > threshold { return .supports }
        return upper <= threshold ? .contradicts : .inconclusive
    }
}
