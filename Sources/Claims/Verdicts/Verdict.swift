/// What comes of a claim.
public enum Verdict: String, Codable, Sendable, CaseIterable {
    case supported
    case partlySupported = "partly supported"
    case notSupported = "not supported"
    case contradicted
    case untestable
}

/// The findings of a claim's tests, reduced to what the rules look at.
public struct ClaimFindings: Hashable, Sendable {
    /// What an arithmetic test says.
    public enum Arithmetic: String, Sendable, CaseIterable {
        /// The claim is a comparison that holds, or that fails.
        case proven, refuted
        /// The claim needs a comparison that holds, or that fails.
        case needMet, needUnmet
    }

    public var trial: TrialBody.Result?
    /// Of the trial evidence.
    public var certainty: Certainty
    public var simulation: SimulationFinding?
    /// Whether every simulated output is graded established or supported.
    public var isGraded: Bool
    /// The gravest where there are several.
    public var arithmetic: Arithmetic?
    public var citation: CitationTest.Finding?
    /// Whether a known harm contradicts the claim.
    public var isHarmful: Bool
    public var quantifier: Claim.Quantifier

    public init(
        trial: TrialBody.Result? = nil, certainty: Certainty = .none, simulation: SimulationFinding? = nil,
        isGraded: Bool = false, arithmetic: Arithmetic? = nil, citation: CitationTest.Finding? = nil,
        isHarmful: Bool = false, quantifier: Claim.Quantifier = .inGeneral
    ) {
        self.trial = trial
        self.certainty = certainty
        self.simulation = simulation
        self.isGraded = isGraded
        self.arithmetic = arithmetic
        self.citation = citation
        self.isHarmful = isHarmful
        self.quantifier = quantifier
    }
}
