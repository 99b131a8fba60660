import Modeling

/// The answer to a scenario: for each arm and output quantiles over draws, and paired differences.
public struct StudyResult: Codable, Sendable {
    /// What must be known to get the same numbers again. It holds no time of day and no host.
    public struct Manifest: Codable, Sendable {
        public var patencyVersion: String
        public var modelName: String
        /// Of the printed models of all arms, hexadecimal SHA-256.
        public var modelHash: String
        public var scenarioHash: String
        public var seed: UInt64
        public var drawCount: Int
        public var kernel: String
        public var laneCount: Int
        public var solver: String
        public var relativeTolerance: Double
        public var sundials: String
        public var swiftVersion: String
        public var cpuFeatures: String
    }

    /// A quantile band over time.
    public struct Band: Codable, Sendable {
        public var lower: [Double]
        public var median: [Double]
        public var upper: [Double]
        public init(lower: [Double], median: [Double], upper: [Double]) {
            self.lower = lower
            self.median = median
            self.upper = upper
        }
    }

    /// One output of one arm.
    public struct Series: Codable, Sendable {
        public var output: String
        public var label: String
        public var unit: String
        /// Lowest grade on the output's path.
        public var grade: String
        /// The component or number that sets the grade.
        public var gradeReason: String
        /// 5 %, 50 % and 95 % over draws, at `StudyResult.times`.
        public var values: Band
        /// Paired differences from the arm's reference; `nil` where it has none and for what is of the start only.
        public var difference: Band?
    }

    /// A draw that could not be simulated; the quantiles are over the others.
    public struct Failure: Codable, Sendable {
        public var drawIndex: Int
        public var message: String
    }

    public struct Arm: Codable, Sendable {
        public var name: String
        /// Name of the arm that this one is compared with; `nil` is none.
        public var reference: String?
        /// Each regimen as written.
        public var regimens: [String]
        /// Dose inputs of the regimens, each once, in order.
        public var doseInputs: [String]
        public var series: [Series]
        public var failures: [Failure]
        /// Solver steps, right-hand-side calls and restarts over all draws.
        public var stepCount: Int
        public var rightHandSideCount: Int
        /// Share of the time under repeated doses that was simulated dose by dose, the rest being passed over [1]; `nil` without
        /// such doses or with a solver that simulates each.
        public var doseByDoseShare: Double?
    }

    /// Something known about the person.
    public struct Fact: Codable, Sendable {
        public var key: String
        public var text: String
        /// Whether the scenario left it out.
        public var isDefault: Bool
    }

    public var title: String
    public var safety: [String]
    public var person: [Fact]
    /// Report times [h].
    public var times: [Double]
    /// The arm that others are compared with unless they name another.
    public var referenceArm: String
    public var arms: [Arm]
    public var manifest: Manifest

    /// Probabilities of `Band.lower`, `.median` and `.upper`.
    public static let probabilities = [0.05, 0.5, 0.95]
}
