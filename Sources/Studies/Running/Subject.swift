import Modeling

/// One simulation: a person with one set of parameters, and what is given.
public struct Subject: Sendable {
    /// Free parameters with their values, in their own units, by identifier.
    public var parameters: [String: Double]
    /// Values that hold only while fast states are brought to balance before day 0: the standing intake.
    public var balanceParameters: [String: Double]
    public var regimens: [Scenario.Regimen]
    /// Times at which outputs are wanted [h], ascending from 0.
    public var times: [Double]
    /// Decides random ties between events.
    public var seed: UInt64
    public var drawIndex: Int
}

/// What became of one simulation.
public enum SubjectOutcome: Sendable {
    /// Outputs `[outputIndex][timeIndex]` in the order of the kernel's layout, in their own units.
    case solved(values: [[Double]], work: SolverWork)
    /// Time, state and remedy in words.
    case failed(String)
}

/// How hard a solver worked.
public struct SolverWork: Hashable, Sendable {
    public var stepCount = 0
    public var rightHandSideCount = 0
    /// Time under doses that repeat, where the solver can pass over them, and what of it was simulated dose by dose;
    /// exact sums, so that no order of subjects shows.
    public var repeatedTime = Duration.zero
    public var doseByDoseTime = Duration.zero

    public init(stepCount: Int = 0, rightHandSideCount: Int = 0) {
        self.stepCount = stepCount
        self.rightHandSideCount = rightHandSideCount
    }

    mutating func add(_ other: SolverWork) {
        stepCount += other.stepCount
        rightHandSideCount += other.rightHandSideCount
        repeatedTime += other.repeatedTime
        doseByDoseTime += other.doseByDoseTime
    }
}

/// Simulates subjects on one kernel; made once per thread.
public protocol SubjectSimulator: AnyObject {
    /// Balance with `balanceParameters`, then the study itself. It never throws for one bad subject.
    func outcome(of subject: Subject) -> SubjectOutcome
    /// Outcomes in the order of the subjects, each the same as that of the subject alone.
    func outcomes(of subjects: [Subject]) -> [SubjectOutcome]
}

extension SubjectSimulator {
    public func outcomes(of subjects: [Subject]) -> [SubjectOutcome] { subjects.map { outcome(of: $0) } }
}
