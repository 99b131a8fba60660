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

    private var control: StepControl { integrator.controls[laneIndex] }
    var stepStart: Double { control.stepStart }
    var stepEnd: Double { integrator.time[laneIndex] }
    var firstStep: Double { control.firstStep }
    var refinesFirstStep: Bool { true }
    var errorTestFailures: Int { control.rejectionCount }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        integrator.setParameters(laneIndex, from: system.parameters)
        guard
            let step = firstStep
                ?? FirstStep.estimated(
                    system, at: time, state, to: end, relativeTolerance: integrator.relativeTolerance,
                    absoluteTolerances: integrator.absoluteTolerances)
        else { return .notFinite }
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
}
