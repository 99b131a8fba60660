/// Carries one subject's states through time between discontinuities, one internal step at a time.
///
/// The caller finds events in the dense output of the last step and restarts after them, so a method only integrates.
/// A method over lanes stands beside this protocol: `EventExecutor` and `RootLocator` need only `DenseOutput`.
protocol Integrator: DenseOutput {
    var name: String { get }
    /// States at `stepEnd` [stateCount].
    var state: UnsafeMutablePointer<Double> { get }
    /// First step taken since the restart [model time]; 0 before it.
    var firstStep: Double { get }
    var errorTestFailures: Int { get }

    /// Begins anew at a time and state, forgetting steps, orders and factors.
    ///
    /// - Parameter firstStep: step to begin with; `nil` to have it estimated.
    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure?

    /// Takes one internal step, not beyond `stop`, which it reaches exactly.
    func advance(to stop: Double) -> StepOutcome

    /// Estimated local error of each state in units of its tolerance [stateCount].
    func localErrors(into result: UnsafeMutablePointer<Double>)
}

/// States at any time within a step.
protocol DenseOutput: AnyObject {
    /// Start of the last step [model time].
    var stepStart: Double { get }
    /// End of the last step [model time].
    var stepEnd: Double { get }
    /// States at a time from `stepStart` to `stepEnd` [stateCount].
    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>)
}

enum StepOutcome {
    case stepped
    case reached
    case failed(StepFailure)
}

/// Why an integrator gave up.
enum StepFailure: Hashable, Sendable {
    case errorTestFailed
    case notConverged
    case notFinite
    case stepTooSmall
    case inconsistentStart
    case other(Int)
}
