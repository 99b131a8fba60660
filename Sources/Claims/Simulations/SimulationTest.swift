import Modeling
import Studies

/// A question to the model: in what share of draws does a statistic of an output go as the claim says?
public struct SimulationTest: Sendable {
    /// Name in ``ClaimFile/scenarios``.
    public var scenario: String
    public var output: String
    public var arm: String
    /// Where set, the difference from this arm is asked about.
    public var against: String?
    public var statistic: Statistic
    /// As written.
    public var statisticText: String
    public var direction: Claim.Direction
    /// In `unit`.
    public var threshold: Double
    /// Of the statistic.
    public var unit: Unit
    /// Share of draws that must agree.
    public var share: Double
}

/// What a simulation says about a claim.
public enum SimulationFinding: String, Codable, Sendable, CaseIterable {
    /// As claimed in at least the asked share of draws.
    case agrees
    /// In between.
    case open
    /// As claimed in at most the share that the asked one leaves over, and in less than half of the asked one.
    case disagrees
    /// The question lies outside the model's range and was not asked.
    case outside = "outside the model's range"
    /// No draw could be simulated.
    case failed

    /// 1 − 0.9 is a little less than 0.1.
    private static let rounding = 1e-9

    /// - Parameters:
    ///   - share: of draws that go as claimed.
    ///   - asked: share that must.
    public init(share: Double, asked: Double) {
        if share >= asked {
            self = .agrees
        } else {
            self = share <= min(1 - asked, asked / 2) + Self.rounding ? .disagrees : .open
        }
    }
}

/// How plausible a claim is in the model: never evidence that the world is so.
public struct Plausibility: Codable, Sendable {
    public var finding: SimulationFinding
    /// Share of draws that go as claimed, with its 95 % interval for the number of draws (Wilson); absent where nothing was simulated.
    public var share: Double?
    public var shareLower: Double?
    public var shareUpper: Double?
    public var askedShare: Double
    /// 5 %, 50 % and 95 % of the statistic over draws [`unit`].
    public var lower: Double?
    public var median: Double?
    public var upper: Double?
    public var unit: String
    public var drawCount: Int
    /// Grade of the output in that arm; the lowest on its path.
    public var grade: String
    public var gradeReason: String
    /// What it comes to, in words that never sound surer than the grade.
    public var words: String

    /// Whether the grade allows the model to say anything beyond "plausible".
    public var isGraded: Bool { grade == "\(Grade.established)" || grade == "\(Grade.supported)" }
}
