import Modeling

/// One lane as its subject's course sees it.
final class LaneStepper: Stepper {
    let name: String
    let laneIndex: Int
    private let integrator: LaneIntegrator
    private let system: SubjectSystem
    private let end: Double

    init(_ integrator: LaneIntegrator, lane laneIndex: Int, system: SubjectSystem, to end: Double) {
        self.integrator = integrator
        self.laneIndex = laneIndex
        self.system = system
        self.end = end
        name = "\(integrator.tableau.name), \(LaneIntegrator.laneCount) lanes"
    }

    private var control: LaneControl { integrator.controls[laneIndex] }
    var stepStart: Double { control.stepStart }
    var stepEnd: Double { integrator.time[laneIndex] }
    var firstStep: Double { control.firstStep }
    var refinesFirstStep: Bool { true }
    var errorTestFailures: Int { control.rejectionCount }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        integrator.setParameters(laneIndex, from: system.parameters)
        guard let step = firstStep ?? estimatedStep(at: time, state) else { return .notFinite }
        integrator.place(laneIndex, at: time, state: state, firstStep: step)
        return nil
    }

    /// Adds the cost of an attempt to the subject's account.
    func countAttempt() {
        system.rightHandSideCalls += integrator.tableau.stageCount
        system.jacobianCalls += 1
    }

    func copyState(into result: UnsafeMutablePointer<Double>) { integrator.copyState(laneIndex, into: result) }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        let start = stepStart
        guard time < stepEnd, stepEnd > start else { return copyState(into: result) }
        integrator.interpolate(laneIndex, fraction: (time - start) / (stepEnd - start), into: result)
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) { integrator.localErrors(laneIndex, into: result) }

    /// A step over which the second derivative changes the states by about the tolerance; `nil` where f is no number.
    ///
    /// The second derivative comes from a trial step a hundredth of what the first allows.
    private func estimatedStep(at time: Double, _ state: UnsafePointer<Double>) -> Double? {
        let count = system.stateCount
        let rates = UnsafeMutablePointer<Double>.zeroed(3 * count)
        defer { rates.deallocate() }
        let (later, trial) = (rates + count, rates + 2 * count)
        guard system.rightHandSide(time, state, into: rates) else { return nil }
        func norm(_ value: (Int) -> Double) -> Double {
            let sum = (0..<count).reduce(0) { sum, index in
                let scale = integrator.relativeTolerance * abs(state[index]) + integrator.absoluteTolerances[index]
                return sum + (value(index) / scale) * (value(index) / scale)
            }
            return (sum / Double(max(count, 1))).squareRoot()
        }
        let longest = max(end - time, 16 * time.ulp)
        let speed = norm { rates[$0] }
        var small = min(0.01 / speed, longest)
        if !small.isFinite { small = longest }
        for index in 0..<count { trial[index] = state[index] + small * rates[index] }
        guard system.rightHandSide(time + small, trial, into: later) else { return small }
        let bend = norm { (later[$0] - rates[$0]) / small }
        let step = min((2 / bend).squareRoot(), longest)
        return step > 0 ? max(step, small) : small
    }
}
