// Goals, in order: every discontinuity is a stop; reports come from dense output, so the grid changes nothing; nothing
// is allocated per step. One run owns its integrators, so that no order, step or factor outlives a subject.

import Modeling

/// One subject on the way through time.
final class SubjectRun {
    static let startKind = -1
    static let jumpKind = -2

    let system: SubjectSystem
    let settings: SolverSettings
    let factors: SparseFactors
    let absoluteTolerances: [Double]
    let state: UnsafeMutablePointer<Double>
    let algebraicStates: AlgebraicStates?
    let executor: EventExecutor
    let locator: RootLocator
    var integrator: any Integrator
    let end: Double
    var time: Double
    var nextReport = 0
    var trajectory: Trajectory
    let maximumStep: Double?
    /// First step that worked after the first restart of each kind.
    var firstSteps: [Int: Double] = [:]
    var restartKind = SubjectRun.startKind
    var stepsSinceStop = 0
    var restartsHere = 0
    var lastRestart = -Double.infinity
    let factorisationsBefore: Int
    let before: UnsafeMutablePointer<Double>
    let after: UnsafeMutablePointer<Double>
    let scratch: UnsafeMutablePointer<Double>
    let outputs: UnsafeMutablePointer<Double>
    var usesAdams = false

    init(
        simulation: Simulation, state: UnsafeMutablePointer<Double>, doses: DoseSchedule, from start: Double,
        to end: Double, reportTimes: [Double], subject: UInt64, seed: UInt64
    ) {
        system = simulation.system
        settings = simulation.settings
        factors = simulation.factors
        absoluteTolerances = simulation.absoluteTolerances
        self.state = state
        self.end = end
        time = start
        let layout = system.layout
        system.rightHandSideCalls = 0
        system.jacobianCalls = 0
        algebraicStates =
            layout.isDifferentialAlgebraic
            ? AlgebraicStates(
                system: system, relativeTolerance: settings.relativeTolerance, absoluteTolerances: absoluteTolerances)
            : nil
        executor = EventExecutor(
            system: system, algebraicStates: algebraicStates, schedule: doses, from: start,
            executionLimit: settings.maximumExecutionsPerInstant, seed: seed, subject: subject)
        locator = RootLocator(system: system, tolerance: settings.rootTolerance)
        maximumStep = settings.maximumStep ?? (locator.isNeeded && end > start ? (end - start) / 100 : nil)
        before = .zeroed(system.stateCount)
        after = .zeroed(system.stateCount)
        scratch = .zeroed(system.stateCount)
        outputs = .zeroed(layout.outputs.count)
        integrator = StatelessIntegrator(maximumStep: maximumStep ?? .infinity)
        factorisationsBefore = factors.factorisationCount
        trajectory = Trajectory(
            subject: subject, names: layout.outputs.map(\.identifier), units: layout.outputs.map(\.unit),
            timeUnit: layout.timeUnit, times: reportTimes,
            values: Array(repeating: .nan, count: reportTimes.count * layout.outputs.count), status: .completed,
            statistics: SolverStatistics(), finalState: [], finalParameters: [])
    }

    deinit { for memory in [before, after, scratch, outputs] { memory.deallocate() } }

    /// - Throws: `SolverError.unavailable` where SUNDIALS cannot be set up.
    func complete() throws(SolverError) -> Trajectory {
        if let failure = try solve() { trajectory.status = .failed(failure) }
        trajectory.finalState = Array(UnsafeBufferPointer(start: state, count: system.stateCount))
        trajectory.finalParameters = Array(
            UnsafeBufferPointer(start: system.parameters, count: system.layout.parameters.count))
        trajectory.statistics.errorTestFailures += integrator.errorTestFailures
        trajectory.statistics.rightHandSideCalls = system.rightHandSideCalls
        trajectory.statistics.jacobianCalls = system.jacobianCalls
        trajectory.statistics.factorisations = factors.factorisationCount - factorisationsBefore
        trajectory.statistics.eventsExecuted = executor.executionCount
        trajectory.statistics.dosesGiven = executor.doseCount
        return trajectory
    }

    func solve() throws(SolverError) -> Trajectory.Failure? {
        if let algebraicStates, !algebraicStates.solve(at: time, state) { return failure(.inconsistentStart) }
        if case .failed(let kind, let detail) = executor.process(at: time, state) { return failure(kind, detail) }
        report(at: time)
        guard time < end else { return nil }
        try use(firstMethod())
        if let failure = restart(SubjectRun.startKind) { return failure }
        while time < end {
            let stop = min(end, executor.nextStop)
            let rest = stop - integrator.stepEnd
            // A stop within rounding cannot be stepped to; nothing changes on the way.
            let outcome = rest <= 4 * stop.ulp ? StepOutcome.reached : integrator.advance(to: stop)
            if case .failed(let reason) = outcome {
                takeStepEnd()
                guard try changesToBDF() else { return failure(reason.kind, reason.detail) }
                if let failure = restart(restartKind) { return failure }
                continue
            }
            if let failure = countStep() { return failure }
            if rest > 4 * stop.ulp, locator.isNeeded {
                switch lookForChanges() {
                case .none: break
                case .restarted: continue
                case .failed(let failure): return failure
                }
            }
            if case .reached = outcome {
                if let failure = halt(at: stop) { return failure }
            } else {
                report(before: integrator.stepEnd.nextUp)
                takeStepEnd()
                if usesAdams, looksStiff(), try changesToBDF(), let failure = restart(restartKind) { return failure }
            }
        }
        return nil
    }

    func takeStepEnd() {
        time = integrator.stepEnd
        state.update(from: integrator.state, count: system.stateCount)
    }

    func countStep() -> Trajectory.Failure? {
        trajectory.statistics.steps += 1
        stepsSinceStop += 1
        if firstSteps[restartKind] == nil { firstSteps[restartKind] = integrator.firstStep }
        guard stepsSinceStop > settings.maximumSteps else { return nil }
        takeStepEnd()
        return failure(.tooManySteps, "\(settings.maximumSteps)")
    }

    /// Does what is due at a stop that has been reached.
    func halt(at stop: Double) -> Trajectory.Failure? {
        report(before: stop)
        takeStepEnd()
        time = stop
        stepsSinceStop = 0
        let outcome = executor.process(at: stop, state)
        if case .failed(let kind, let detail) = outcome { return failure(kind, detail) }
        report(at: stop)
        guard time < end else { return nil }
        if case .changed(let kind) = outcome { return restart(kind) }
        return integrator.stepEnd < stop ? restart(restartKind) : nil
    }

    enum Changes {
        case none
        case restarted
        case failed(Trajectory.Failure)
    }

    /// Goes through the discontinuities within the last step, up to the first that needs a restart.
    func lookForChanges() -> Changes {
        while let change = locator.firstChange(in: integrator, triggers: executor.triggers) {
            trajectory.statistics.rootsFound += 1
            report(before: change)
            integrator.interpolate(at: change, into: state)
            time = change
            let outcome = executor.process(at: change, state)
            if case .failed(let kind, let detail) = outcome { return .failed(failure(kind, detail)) }
            if case .changed(let kind) = outcome {
                report(at: change)
                guard time < end else { return .restarted }
                return restart(kind).map { .failed($0) } ?? .restarted
            }
            if hasJump(at: change) {
                report(at: change)
                time = min(change + 16 * change.ulp, integrator.stepEnd)
                integrator.interpolate(at: time, into: state)
                guard time < min(end, executor.nextStop) else { return .none }
                return restart(SubjectRun.jumpKind).map { .failed($0) } ?? .restarted
            }
            locator.begin(at: change, state)
        }
        return .none
    }

    /// Whether f jumps by more than the tolerance over one step; a kink does not.
    func hasJump(at change: Double) -> Bool {
        let width = 16 * change.ulp
        integrator.interpolate(at: max(integrator.stepStart, change - width), into: scratch)
        guard system.rightHandSide(change - width, scratch, into: before) else { return true }
        integrator.interpolate(at: min(integrator.stepEnd, change + width), into: scratch)
        guard system.rightHandSide(change + width, scratch, into: after) else { return true }
        let step = integrator.stepEnd - integrator.stepStart
        return (0..<system.stateCount).contains { index in
            let tolerance = settings.relativeTolerance * abs(scratch[index]) + absoluteTolerances[index]
            return abs(after[index] - before[index]) * step > tolerance
        }
    }

    func restart(_ kind: Int) -> Trajectory.Failure? {
        trajectory.statistics.restarts += 1
        trajectory.statistics.errorTestFailures += integrator.errorTestFailures
        restartsHere = time - lastRestart <= 64 * time.ulp ? restartsHere + 1 : 0
        lastRestart = time
        guard restartsHere <= settings.maximumRestartsPerInstant else {
            return failure(.stuck, "\(restartsHere) restarts")
        }
        restartKind = kind
        stepsSinceStop = 0
        let firstStep = settings.reusesFirstStep ? firstSteps[kind] : nil
        if let reason = integrator.restart(at: time, from: state, firstStep: firstStep) {
            return failure(reason.kind, reason.detail)
        }
        locator.begin(at: time, state)
        return nil
    }
}
