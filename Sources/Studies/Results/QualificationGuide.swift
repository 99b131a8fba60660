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
        /// How far this departs from what is done without a model, and why.
        public var impact: Level
        public var impactReason: String
        /// Why a model, and this one, is a fit means to answer.
        public var appropriateness: String
        /// What must hold for the model to be used so.
        public var criteria: String
        /// Studies whose scores bear on it, by identifier or by its beginning.
        public var studies: [String]
        /// What it comes to, in words, whatever the scores are.
        public var outcome: String

        public init(
            question: String, context: String, influence: Level, influenceReason: String, consequence: Level,
            consequenceReason: String, impact: Level, impactReason: String, appropriateness: String, criteria: String,
            studies: [String], outcome: String
        ) {
            self.question = question
            self.context = context
            self.influence = influence
            self.influenceReason = influenceReason
            self.consequence = consequence
            self.consequenceReason = consequenceReason
            self.impact = impact
            self.impactReason = impactReason
            self.appropriateness = appropriateness
            self.criteria = criteria
            self.studies = studies
            self.outcome = outcome
        }

        /// Model risk, which grows with influence and with consequence: high where one is high and the other not low, medium where one is
        /// high or both are medium, else low.
        public var risk: Level {
            let levels = [influence, consequence]
            if levels.contains(.high) { return levels.contains(.low) ? .medium : .high }
            return levels == [.medium, .medium] ? .medium : .low
        }
    }

    public var uses: [Use]
    /// How far a goal of credibility is met.
    public enum Rating: String, Sendable { case met, partly = "partly met", open = "not met" }

    /// Each factor of credibility: what was aimed at, what was done, and how far that goes.
    public var credibility: [(factor: String, goal: String, evidence: String, rating: Rating)]
    /// What the studies of a possible null effect cannot identify.
    public var unidentified: [String]

    public init(
        uses: [Use] = [], credibility: [(factor: String, goal: String, evidence: String, rating: Rating)] = [],
        unidentified: [String] = []
    ) {
        self.uses = uses
        self.credibility = credibility
        self.unidentified = unidentified
    }
}
