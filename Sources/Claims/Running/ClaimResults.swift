import Studies

/// What came of a claim file.
public struct ClaimResults: Codable, Sendable {
    public struct Place: Codable, Sendable {
        public var key: String
        /// Heading of its claims.
        public var text: String
        /// Who made its claims; `nil` where nobody is named.
        public var author: String?
        /// Where they stand.
        public var work: String?

        public init(key: String, text: String, author: String? = nil, work: String? = nil) {
            self.key = key
            self.text = text
            self.author = author
            self.work = work
        }
    }

    /// What must be known to get a simulation's numbers again.
    public struct SimulationRecord: Codable, Sendable {
        public var scenario: String
        public var manifest: StudyResult.Manifest
    }

    public var title: String
    public var about: String
    public var reviewed: String
    /// Printed first on every report.
    public var safety: [String]
    public var places: [Place]
    public var claims: [ClaimResult]
    public var simulations: [SimulationRecord]

    /// Claims with a verdict.
    public func count(of verdict: Verdict) -> Int { claims.count { $0.verdict == verdict } }

    /// Claims that were expected to hold and are not supported.
    public var brokenExpectations: [ClaimResult] {
        claims.filter { $0.expectation == .holds && $0.verdict != .supported }
    }
}

/// One claim with its verdict, the two scores behind it and the tests.
public struct ClaimResult: Codable, Sendable {
    public struct Fact: Codable, Sendable {
        static let quantifierLabel = "Claimed of"
        public var label: String
        public var text: String
    }

    public struct Rule: Codable, Sendable {
        public var id: String
        public var text: String
    }

    public var id: String
    public var text: String
    public var made: String
    public var quantifier: Claim.Quantifier
    public var expectation: Claim.Expectation
    public var isHeadline: Bool
    public var brief: String
    /// Population, exposure, comparator and outcome, in words.
    public var facts: [Fact]
    public var verdict: Verdict
    /// The rule that decided.
    public var rule: Rule
    /// What else the reader should know of how the tests stand to one another.
    public var remarks: [String]
    /// Certainty of the evidence from studies in people, in GRADE's words; nothing a model says changes it.
    public var certainty: Certainty
    /// How plausible the claim is in the model; `nil` where no simulation was asked for.
    public var plausibility: Plausibility?
    public var tests: [TestResult]
    /// That of the test that decided comes first; empty where nothing can be drawn.
    public var pictures: [ClaimPicture]
}

/// One test as reports show it.
public struct TestResult: Codable, Sendable {
    public enum Kind: String, Codable, Sendable { case trial, simulation, arithmetic, citation, safety }

    public var kind: Kind
    /// In a word or two.
    public var finding: String
    /// In a sentence or two.
    public var text: String
    /// Titles of `rows`; empty where there is no table.
    public var columns: [String]
    public var rows: [[String]]
    /// Keys of the bibliography.
    public var references: [String]

    init(
        _ kind: Kind, finding: String, text: String, columns: [String] = [], rows: [[String]] = [],
        references: [String] = []
    ) {
        self.kind = kind
        self.finding = finding
        self.text = text
        self.columns = columns
        self.rows = rows
        var seen: Set<String> = []
        self.references = references.filter { seen.insert($0).inserted }
    }
}
