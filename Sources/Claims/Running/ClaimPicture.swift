/// What a picture of a claim shows.
public enum ClaimPicture: Codable, Sendable {
    /// One output of a scenario over time.
    case course(scenario: String, output: String, arm: String, against: String?)
    /// What studies found, a study a line.
    case studies(lines: [StudyLine])
    /// The two sides of a comparison of numbers.
    case comparison(Comparison)
    /// What is needed against what was found, an aspect a line.
    case aspects(needed: String, found: String, lines: [AspectLine])

    /// An effect with its 95 % interval where one was read, and what it says of the claim.
    public struct StudyLine: Codable, Sendable {
        public var name: String
        public var finding: TrialFinding
        /// Whether it is of the kind of design that decides.
        public var counts: Bool
        public var effect: TrialTest.Effect?
    }

    public struct Comparison: Codable, Sendable {
        /// Formulas as written.
        public var left: String
        public var right: String
        /// [`unit`]
        public var leftValue: Double
        public var rightValue: Double
        public var unit: String
        /// `<` or `>`
        public var sign: String
        public var holds: Bool
    }

    public struct AspectLine: Codable, Sendable {
        public enum Fit: String, Codable, Sendable, CaseIterable {
            case fits, differs
            case unknown = "not known"
        }
        public var name: String
        public var needed: String
        public var found: String
        public var fit: Fit
    }
}

extension ClaimPicture {
    init(_ trial: TrialTest, _ body: TrialBody) {
        self = .studies(
            lines: zip(trial.evidence, body.counts).map { evidence, counts in
                StudyLine(
                    name: evidence.study ?? evidence.references.first ?? "", finding: evidence.finding, counts: counts,
                    effect: evidence.effect)
            })
    }

    init(_ citation: CitationTest) {
        self = .aspects(
            needed: "The claim needs", found: "The work has",
            lines: citation.aspects.map { aspect in
                // Of a work that was not read, its title may tell what differs, and nothing is known to fit.
                let isKnown = !aspect.isUnknown && (citation.seen != .no || !aspect.matches)
                return AspectLine(
                    name: aspect.name, needed: aspect.claimed, found: aspect.found,
                    fit: !isKnown ? .unknown : aspect.matches ? .fits : .differs)
            })
    }

    /// A study that was looked for in vain: what it would have had.
    init(lookedFor facts: [ClaimResult.Fact]) {
        self = .aspects(
            needed: "A study would need", found: "Found",
            lines: facts.filter { $0.label != ClaimResult.Fact.quantifierLabel }.map {
                AspectLine(name: $0.label, needed: $0.text, found: "no such study", fit: .unknown)
            })
    }
}
