/// Lets time pass for kernels without states, in steps short enough to look for roots.
final class StatelessIntegrator: Integrator {
    let name = "stateless"
    let stateCount = 0
    private(set) var stepStart = 0.0
    private(set) var stepEnd = 0.0
    let state = UnsafeMutablePointer<Double>.zeroed(0)
    private var maximumStep: Double

    init(maximumStep: Double) { self.maximumStep = maximumStep }
    deinit { state.deallocate() }

    var firstStep: Double { maximumStep }
    var errorTestFailures: Int { 0 }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        stepStart = time
        stepEnd = time
        return nil
    }

    func limitStep(to length: Double) { maximumStep = length }

    func advance(to stop: Double) -> StepOutcome {
        stepStart = stepEnd
        stepEnd = min(stepStart + maximumStep, stop)
        return stepEnd == stop ? .reached : stepEnd > stepStart ? .stepped : .failed(.stepTooSmall)
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {}
    func localErrors(into result: UnsafeMutablePointer<Double>) {}
}
