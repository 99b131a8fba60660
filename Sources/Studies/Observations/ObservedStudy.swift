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

    /// One reported number.
    public struct Observation: Sendable {
        public var arm: String
        /// Where set, the number is the difference of `arm` from this arm.
        public var against: String?
        /// Output identifier.
        public var output: String
        public var statistic: Statistic
        /// As written in the file.
        public var statisticText: String
        /// In `unit`; `nil` where only a limit is known.
        public var value: Double?
        /// Of the mean, or of the contrast where `against` is set [`unit`]; `nil` where nothing tells it.
        public var standardError: Double?
        /// Detection limit below which nothing was seen [`unit`].
        public var censoredBelow: Double?
        public var unit: Unit
        /// Why the model may miss it, and other remarks.
        public var note: String
    }

    public var id: String
    public var title: String
    /// Key in the bibliography.
    public var reference: String
    public var use: Use
    public var note: String
    /// Model input → value in the vocabulary's unit, as in a scenario.
    public var inputs: [String: Double]
    public var arms: [Scenario.Arm]
    /// Parameter → value in the parameter's unit that holds in this study alone: an assay's scale, a reported baseline.
    public var settings: [String: Double]
    /// Parameters unknown for this study alone, which a fit may adjust for it and for no other.
    public var nuisance: [String]
    public var observations: [Observation]

    /// Times at which an arm's outputs must be known [h], ascending from 0.
    func times(ofArm name: String) -> [Double] {
        let own = observations.filter { $0.arm == name || $0.against == name }
        return Set([0] + own.flatMap(\.statistic.times)).sorted()
    }
}
