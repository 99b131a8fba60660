/// How long and how exactly to look for rest; every default is stated here.
public struct BalanceSettings: Hashable, Sendable {
    /// First pseudo-time span [model time]; each following one is ten times longer. 1.
    public var firstSpan = 1.0
    /// Number of spans tried, so the last is `firstSpan` × 10^(count − 1); 9.
    public var spanCount = 9
    /// Relative tolerance while time passes; Newton's iteration makes the result exact. 1e-4.
    public var relativeTolerance = 1e-4
    /// Rest is reached when Newton's correction of every state, relative to the larger of its value and typical
    /// magnitude, is below this; 1e-9.
    public var tolerance = 1e-9
    /// How far, relative to the same, Newton's iteration may leave the state that time led to; 0.05.
    ///
    /// It keeps the search at the rest that the dynamics go to, where there are several.
    public var reach = 0.05
    /// Steps allowed over all spans; 20 000.
    public var maximumSteps = 20_000

    public init() {}
}

/// The outcome of looking for a steady start.
public enum BalanceResult: Sendable {
    /// Stored states at rest [stateCount]; pinned states have their initial values.
    case atRest([Double])
    case failed(Trajectory.Failure)

    /// The states at rest; `nil` after a failure.
    public var state: [Double]? { if case .atRest(let state) = self { state } else { nil } }
    public var failure: Trajectory.Failure? { if case .failed(let failure) = self { failure } else { nil } }
}
