/// What the assessment of a model says of what it is for: the headings of ICH M15 and ASME V&V 40, filled in by a family.
///
/// - Source: ICH M15, "General principles for model-informed drug development", and ASME V&V 40-2018, "Assessing credibility of computational
///   modeling through verification and validation".
public struct QualificationGuide: Sendable {
    /// A use that the model is put to, with what hangs on it.
    public struct Use: Sendable {
        public enum Level: String, Sendable { case low, medium, high }

        /// What is asked.
        public var question: String
        /// How the model's answer is used, and beside what else.
        public var context: String
        /// Weight of the model among all that decides, and why.
        public var influence: Level
        public var influenceReason: String
        /// What a wrong answer does, and why.
        public var consequence: Level
        public var consequenceReason: String
        /// What must hold for the model to be used so.
        public var criteria: String
        /// Studies whose scores bear on it, by identifier or by its beginning.
        public var studies: [String]
        /// What it comes to, in words, whatever the scores are.
        public var outcome: String

        public init(
            question: String, context: String, influence: Level, influenceReason: String, consequence: Level,
            consequenceReason: String, criteria: String, studies: [String], outcome: String
        ) {
            self.question = question
            self.context = context
            self.influence = influence
            self.influenceReason = influenceReason
            self.consequence = consequence
            self.consequenceReason = consequenceReason
            self.criteria = criteria
            self.studies = studies
            self.outcome = outcome
        }

        /// Model risk: the greater of influence and consequence where either is high, else the lesser of doubt.
        public var risk: Level {
            if influence == .high && consequence != .low || consequence == .high && influence != .low { return .high }
            return influence == .low || consequence == .low ? .low : .medium
        }
    }

    public var uses: [Use]
    /// How each factor of credibility is met: factor, and what was done.
    public var credibility: [(factor: String, evidence: String)]
    /// What the studies of a possible null effect cannot identify.
    public var unidentified: [String]

    public init(
        uses: [Use] = [], credibility: [(factor: String, evidence: String)] = [], unidentified: [String] = []
    ) {
        self.uses = uses
        self.credibility = credibility
        self.unidentified = unidentified
    }
}
