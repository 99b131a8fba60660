import Modeling
import Studies

/// Claims with the scenarios that their simulations share.
public struct ClaimFile: Sendable {
    public var title: String
    /// What the file is about, in a sentence or two.
    public var about: String
    /// Day of the review, `2026-11-26`; empty where the file gives none.
    public var reviewed: String
    /// Where claims were made, in the order of the file.
    public var places: [ClaimResults.Place]
    /// Name → scenario, with the outputs and times that the claims ask for.
    public var scenarios: [String: Scenario]
    /// Scenario name → why it lies outside the model's range; such a scenario is never simulated.
    public var outsideRange: [String: String]
    public var claims: [Claim]
}

/// What claims are tested against: a model family, the studies and the works that may be cited.
public struct ClaimContext: Sendable {
    public var family: any ModelFamily
    public var studies: [ObservedStudy]
    /// Keys of the bibliography.
    public var references: Set<String>

    public init(family: any ModelFamily, studies: [ObservedStudy], references: Set<String>) {
        self.family = family
        self.studies = studies
        self.references = references
    }
}
