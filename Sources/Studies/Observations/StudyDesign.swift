/// How a study was done; decides how much it can say about cause and effect.
public enum StudyDesign: String, Codable, Sendable, CaseIterable {
    case doubleBlind = "double-blind randomised trial"
    case openRandomised = "open randomised trial"
    case crossover = "crossover trial"
    /// One group, before and after.
    case singleArm = "single-arm trial"
    /// Before and after in one arm of a trial, so that chance decided nothing about it.
    case withinArm = "one arm of a trial, before and after"
    /// Concentrations after a dose.
    case pharmacokinetic = "pharmacokinetic study"
    case cohort
    case caseControl = "case-control study"
    case crossSectional = "cross-sectional study"
    /// Re-counts the studies it pools.
    case metaAnalysis = "meta-analysis"
    case review
    /// The maker's own document, such as a label.
    case productInformation = "product information"
    case animal = "animal experiment"
    case inVitro = "in vitro experiment"

    /// Whether chance decided who got what.
    public var isRandomised: Bool { self == .doubleBlind || self == .openRandomised || self == .crossover }
    /// Whether people were studied who can be compared with others.
    public var isControlledInPeople: Bool {
        isRandomised || self == .cohort || self == .caseControl || self == .crossSectional
    }
    /// Whether people were followed who can be compared with nobody.
    public var isUncontrolledInPeople: Bool {
        self == .singleArm || self == .withinArm || self == .pharmacokinetic
    }
}

/// Whether a study may have erred in one direction, and why we think so.
public struct RiskOfBias: Hashable, Codable, Sendable {
    public enum Judgement: String, Codable, Sendable, CaseIterable {
        case low, high, unclear
        case someConcerns = "some concerns"
    }
    public var judgement: Judgement
    public var reason: String

    public init(_ judgement: Judgement, because reason: String) {
        self.judgement = judgement
        self.reason = reason
    }
}
