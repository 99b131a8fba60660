import Modeling

/// A study that people have done, and what it found: something to calibrate on or to be judged by.
public struct ObservedStudy: Sendable {
    /// What a study may be used for; fixed before any fit.
    public enum Use: String, Codable, Sendable, CaseIterable {
        /// Parameters may be fitted to it.
        case calibration
        /// It judges the model and is never fitted to.
        case validation
        /// It is shown beside the others and neither fitted to nor counted.
        case context
    }

    /// What was found.
    public enum Finding: Hashable, Sendable {
        /// A number.
        case value(Double)
        /// Nothing above this limit, such as that of detection; `nil` where the limit is unknown.
        case below(Double?)
        /// Nothing below this limit.
        case above(Double)
        /// Only which way it went.
        case direction(Direction)
    }

    /// Which way a change or contrast went.
    public enum Direction: String, Sendable, CaseIterable { case up, down, none }

    /// One finding, in `unit`.
    public struct Observation: Sendable {
        public var arm: String
        /// Where set, the finding is about the difference of `arm` from this arm: of the whole courses for maxima, their
        /// times and half-lives, of the two numbers for everything else.
        public var against: String?
        /// Where set, the finding is the ratio of `arm`'s statistic to that of another arm and output.
        public var relativeTo: (arm: String, output: String)?
        /// Output identifier.
        public var output: String
        public var statistic: Statistic
        /// As written in the file.
        public var statisticText: String
        public var finding: Finding
        /// Of the mean, or of the contrast where `against` is set [`unit`]; `nil` where nothing tells it.
        public var standardError: Double?
        /// What we take for it where the study tells none, with the reason in `note` [`unit`].
        public var assumedStandardError: Double?
        /// How the finding scatters about the model.
        public var errorModel: ErrorModel
        /// What the number tells of the people.
        public var summary: Summary
        /// Share of its own log likelihood that counts, above 0 and at most 1; below 1 where findings tell the same thing twice.
        public var weight: Double
        public var unit: Unit
        /// People the finding is about; `nil` where the file does not say.
        public var count: Int?
        /// Remarks, such as the reason of an assumed standard error.
        public var note: String
        /// Why the model misses it; empty where it should not.
        public var cause: String

        /// Standard error that fits and scores divide by [`unit`].
        public var scoringError: Double? { standardError ?? assumedStandardError }
    }

    /// Something unknown about one study, which a fit may adjust for it and for no other.
    public struct Nuisance: Hashable, Sendable {
        public enum Target: Hashable, Sendable {
            /// A parameter of the model.
            case parameter(String)
            /// A field of person or diet, by model input; in one arm or in all.
            case input(String, arm: String?)
            /// An attribute of the doses into one input.
            case attribute(String, doseInput: String)
        }
        public var target: Target
        /// Allowed values: of a parameter in its own unit, of a field or attribute in the vocabulary's.
        public var range: ClosedRange<Double>?

        /// Name in results.
        public var identifier: String {
            switch target {
            case .parameter(let name): name
            case .input(let name, let arm): arm.map { "\(name) of \($0)" } ?? name
            case .attribute(let name, let doseInput): "\(name) of \(doseInput)"
            }
        }
    }

    public var id: String
    public var title: String
    /// Which of the family's species was studied; `nil` is the family itself.
    public var species: String?
    /// Keys in the bibliography.
    public var references: [String]
    public var use: Use
    public var design: StudyDesign?
    /// Who paid, where what was read says so; empty where nothing was looked up.
    public var funding: String
    public var riskOfBias: RiskOfBias?
    /// How the numbers were read: from an abstract, a table, a page about the study.
    public var reading: String
    public var note: String
    /// Model input → value in the vocabulary's unit, as in a scenario.
    public var inputs: [String: Double]
    public var arms: [Scenario.Arm]
    /// Parameter → value in the parameter's unit that holds in this study alone: an assay's scale, a reported baseline.
    public var settings: [String: Double]
    public var nuisance: [Nuisance]
    /// Whether the study is about an effect that may be zero, so that a fit must be able to say so.
    public var isNullAware: Bool
    public var observations: [Observation]

    /// Times at which an arm's outputs must be known [h], ascending from 0.
    func times(ofArm name: String) -> [Double] {
        let own = observations.filter { $0.arm == name || $0.against == name || $0.relativeTo?.arm == name }
        return Set([0] + own.flatMap(\.statistic.times)).sorted()
    }
}
