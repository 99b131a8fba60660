import Modeling

/// A question about one person: who they are, what they eat, what they take, for how long.
public struct Scenario: Sendable {
    public var title: String
    /// Model input → value in the input's unit: person and diet.
    public var inputs: [String: Double]
    /// What the file said of person and diet, for reports: key and text in order of the vocabulary.
    public var personText: [(key: String, text: String, isDefault: Bool)]
    public var arms: [Arm]
    /// Name of the arm that the others are compared with, unless they name another.
    public var referenceArm: String
    /// Length of the simulation [h].
    public var horizon: Double
    /// Times at which outputs are reported [h], ascending from 0 to `horizon`.
    public var reportTimes: [Double]
    /// Output identifiers.
    public var outputs: [String]
    public var seed: UInt64
    public var drawCount: Int

    /// One course of action.
    public struct Arm: Sendable {
        public var name: String
        /// Input values that differ from the scenario's, such as an arm in another person.
        public var inputs: [String: Double]
        public var regimens: [Regimen]
        /// Name of the arm that this one is compared with; `nil` is none.
        public var reference: String?
    }

    /// Doses of one substance by one route, at regular intervals.
    public struct Regimen: Sendable {
        /// As written, for reports; empty for the washing off that another line brings with it.
        public var text: String
        public var substance: String
        public var route: String
        public var doseInput: String
        /// In the substance's dose unit.
        public var amount: Double
        /// Attribute name → value in the attribute's unit.
        public var attributes: [String: Double]
        /// [h]; 0 is a bolus.
        public var infusionDuration: Double
        /// First dose [h].
        public var start: Double
        /// Between doses [h]; `nil` is a single dose.
        public var interval: Double?
        /// No dose at or after this time [h].
        public var end: Double
        /// Whether the person has been on it long before day 0, so that the balanced start includes it.
        public var isStanding: Bool
    }
}
