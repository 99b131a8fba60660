import Modeling

/// A statement that can be tested: who, what, against what, which outcome, and the tests that bear on it.
public struct Claim: Sendable {
    /// Letters, digits and hyphens, unique in a file.
    public var id: String
    /// In our words.
    public var text: String
    /// Key of the place it was made, in ``ClaimFile/places``.
    public var made: String
    public var population: Population
    public var exposure: Exposure
    /// What it is compared with, in words.
    public var comparator: String
    public var outcome: Outcome
    public var quantifier: Quantifier
    public var expectation: Expectation
    /// Whether the head of a report tells it.
    public var isHeadline: Bool
    /// What is known about it in a sentence or two of facts, whatever the verdict.
    public var brief: String
    public var tests: [Test]

    public struct Population: Sendable {
        public var people: String
        /// Ages the claim is about [y], where it says so.
        public var ages: ClosedRange<Double>?
    }

    /// Empty texts where the claim does not say.
    public struct Exposure: Sendable {
        public var form: String
        /// As written, such as `1 mg/day`; its unit is checked.
        public var dose: String
        public var route: String
        public var duration: String
    }

    public enum Direction: String, Codable, Sendable, CaseIterable {
        case down, up
        /// The claim is that nothing changes.
        case none
    }

    public struct Outcome: Sendable {
        /// Output of the model, by identifier; `nil` where the model has no such outcome.
        public var output: String?
        /// For people.
        public var name: String
        public var direction: Direction
        /// A change up to this size is no change [`unit`]; 0 or more.
        public var threshold: Double
        /// Of the threshold; that of the output where there is one.
        public var unit: Unit
    }

    /// How much the claim claims.
    public enum Quantifier: String, Codable, Sendable, CaseIterable {
        case all, most, some
        case inGeneral = "in general"

        /// Share of draws in which a simulation must agree.
        public var share: Double {
            switch self {
            case .all: 0.99
            case .inGeneral: 0.9
            case .most: 0.75
            case .some: 0.25
            }
        }
    }

    /// What the writer of the file expects; a claim expected to hold that does not ends the program with code 1.
    public enum Expectation: String, Codable, Sendable, CaseIterable { case holds, fails, open }

    public enum Test: Sendable {
        case trial(TrialTest)
        case simulation(SimulationTest)
        case arithmetic(ArithmeticTest)
        case citation(CitationTest)
        case safety(SafetyTest)
    }
}

/// A known harm that bears on a claim.
public struct SafetyTest: Sendable {
    public var harm: String
    public var references: [String]
    /// Whether the harm makes the claim false, or stands beside it.
    public var contradicts: Bool
}
