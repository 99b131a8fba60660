/// What a subject's course asks of whatever steps it between discontinuities.
///
/// The course finds events in the dense output of the last step and restarts after them, so a method only integrates.
protocol Stepper: DenseOutput {
    var name: String { get }
    /// First step since the restart [model time]; 0 before it.
    var firstStep: Double { get }
    /// Whether each restart's first step is better than what was known, so that the next begins with it.
    var refinesFirstStep: Bool { get }
    var errorTestFailures: Int { get }

    /// Begins anew at a time and state, forgetting steps, orders and factors.
    ///
    /// - Parameter firstStep: step to begin with; `nil` to have it estimated.
    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure?

    /// States at `stepEnd` [stateCount].
    func copyState(into result: UnsafeMutablePointer<Double>)

    /// Estimated local error of each state in units of its tolerance [stateCount].
    func localErrors(into result: UnsafeMutablePointer<Double>)
}

extension Stepper {
    var refinesFirstStep: Bool { false }
}

/// Carries one subject's states through time, one internal step at a call.
protocol Integrator: Stepper {
    var stateCount: Int { get }
    /// States at `stepEnd` [stateCount].
    var state: UnsafeMutablePointer<Double> { get }

    /// Longest step from now on [model time].
    func limitStep(to length: Double)

    /// Takes one internal step, not beyond `stop`, which it reaches exactly.
    func advance(to stop: Double) -> StepOutcome
}

extension Integrator {
    func copyState(into result: UnsafeMutablePointer<Double>) { result.update(from: state, count: stateCount) }
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
