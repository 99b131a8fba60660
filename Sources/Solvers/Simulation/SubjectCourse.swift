// Goals, in order: every discontinuity is a stop; reports come from dense output, so the grid changes nothing; nothing
// is allocated per step. It never steps itself, so that one subject by SUNDIALS and eight in lanes share every rule.

import Modeling

/// One subject on the way through time: stops, discontinuities, reports and failures, whatever does the stepping.
///
/// The driver calls `begin`, gives a stepper, and then, until `isAtEnd`, steps towards `stop` and hands over each step.
final class SubjectCourse {
    static let startKind = -1
    static let jumpKind = -2
    static let breakKind = -3
    static let poleKind = -4
    /// Restarts no further apart are at one instant [roundings of time]: what is located late by the width of a root, and
    /// bounces with nearly its whole speed, is in the air for many such widths.
    private static let instant = 1e4

    let system: SubjectSystem
    let settings: SolverSettings
    let absoluteTolerances: [Double]
    /// Stored states at `time`, once they have been taken from the stepper [stateCount]; owned by this object.
    let state: UnsafeMutablePointer<Double>
    let consistentStates: ConsistentStates?
    /// Derivatives by parameters at `time`, where they are followed.
    let columns: SensitivityColumns?
    let executor: EventExecutor
    let locator: RootLocator
    let poles: PoleWatch
    @exclusivity(unchecked) var stepper: any Stepper
    let end: Double
    /// From start to end [model time].
    let span: Double
    @exclusivity(unchecked) var time: Double
    @exclusivity(unchecked) var nextReport = 0
    @exclusivity(unchecked) var trajectory: Trajectory
    /// Longest step, so that changes to and fro that nothing foretells are not stepped over [model time]; `nil` for none.
    let maximumStep: Double?
    /// First step that worked after the first restart of each kind, or after the last where the stepper refines it.
    var firstSteps: [Int: Double] = [:]
    private let startStep: Double?
    @exclusivity(unchecked) var restartKind = SubjectCourse.startKind
    @exclusivity(unchecked) var stepsSinceStop = 0
    @exclusivity(unchecked) var stepsSinceRestart = 0
    var breaks = BreakPoints()
    /// Intervals that `delay` asked for in the step before.
    var lastLags: Set<Double> = []
    private(set) var restartsHere = 0
    private var lastRestart = -Double.infinity
    let before: UnsafeMutablePointer<Double>
    let after: UnsafeMutablePointer<Double>
    let scratch: UnsafeMutablePointer<Double>
    let outputs: UnsafeMutablePointer<Double>
    /// Whether reports are stored states in place of outputs.
    let reportsStates: Bool

    /// - Throws: `SolverError.invalidArgument` where parameters or states do not fit the kernel.
    init(
        _ input: SubjectInput, system: SubjectSystem, settings: SolverSettings, absoluteTolerances: [Double]
    ) throws(SolverError) {
        self.system = system
        self.settings = settings
        self.absoluteTolerances = absoluteTolerances
        state = try system.begin(
            parameters: input.parameters, overrides: input.overrides, initialState: input.initialState, at: input.start)
        end = input.end
        span = input.end - input.start
        time = input.start
        let layout = system.layout
        system.rightHandSideCalls = 0
        system.jacobianCalls = 0
        consistentStates = ConsistentStates(
            system: system, settings: settings, absoluteTolerances: absoluteTolerances)
        columns = layout.sensitivity.map { sensitivity in
            SensitivityColumns(
                system, sensitivity, at: input.start, states: input.initialSensitivities, held: input.replacedStates)
        }
        executor = EventExecutor(
            system: system, consistentStates: consistentStates, schedule: input.doses, from: input.start,
            executionLimit: settings.maximumExecutionsPerInstant, seed: input.seed, subject: input.subject)
        executor.columns = columns
        let shortest = end > time ? (end - time) / 100 : .infinity
        locator = RootLocator(system: system, tolerance: settings.rootTolerance, shortest: shortest, until: end)
        poles = PoleWatch(system: system)
        let isForetold = layout.triggersFollowRoots && !layout.roots.contains(.unknown)
        maximumStep = settings.maximumStep ?? (isForetold ? nil : shortest)
        before = .zeroed(system.stateCount)
        after = .zeroed(system.stateCount)
        scratch = .zeroed(system.stateCount)
        outputs = .zeroed(layout.outputs.count)
        startStep = input.firstStep
        stepper = StatelessIntegrator(maximumStep: maximumStep ?? .infinity)
        reportsStates = input.reportsStates
        let reported = reportsStates ? layout.states.count : layout.outputs.count
        trajectory = Trajectory(
            subject: input.subject, names: reportsStates ? [] : system.outputNames,
            units: reportsStates ? [] : system.outputUnits, timeUnit: layout.timeUnit, times: input.reportTimes,
            values: Array(repeating: .nan, count: input.reportTimes.count * reported), status: .completed,
            statistics: SolverStatistics(), finalState: [], finalParameters: [])
        trajectory.derivativeParameters = layout.sensitivity?.parameters.map { layout.parameters[$0].identifier } ?? []
        trajectory.derivatives = Array(
            repeating: .nan, count: trajectory.values.count * trajectory.derivativeParameters.count)
    }

    deinit { for memory in [state, before, after, scratch, outputs] { memory.deallocate() } }

    var isAtEnd: Bool { time >= end }
    /// Where the next step must end if it gets there [model time].
    var stop: Double { min(end, executor.nextStop, breaks.next, locator.stop) }
    /// A stop within rounding cannot be stepped to; nothing changes on the way.
    var isAtStop: Bool { stop - stepper.stepEnd <= 4 * stop.ulp }

    /// Does what is due at the start and reports it.
    func begin() -> Trajectory.Failure? {
        if let kind = consistentStates?.restore(at: time, state) { return failure(kind) }
        if system.layout.usesHistory {
            system.history = SubjectHistory(layout: system.layout, at: time, state, parameters: system.parameters)
        }
        if case .failed(let kind, let detail) = executor.process(at: time, state) { return failure(kind, detail) }
        report(at: time)
        return nil
    }

    /// Begins to step anew by another method.
    func use(_ stepper: any Stepper) {
        trajectory.statistics.errorTestFailures += self.stepper.errorTestFailures
        self.stepper = stepper
        trajectory.statistics.methods.append(stepper.name)
        firstSteps = [:]
        firstSteps[SubjectCourse.startKind] = startStep
    }

    func takeStepEnd() {
        time = stepper.stepEnd
        stepper.copyState(into: state)
        if let columns { (stepper as? any SensitivityStepper)?.copyColumns(into: columns.blocks) }
    }

    /// Takes the states, and derivatives where they are followed, within the last step.
    func takeState(at moment: Double) {
        time = moment
        stepper.interpolate(at: moment, into: state)
        if let columns { (stepper as? any SensitivityStepper)?.interpolateColumns(at: moment, into: columns.blocks) }
    }

    /// - Parameter generation: how many delays a discontinuity has passed through; `nil` where there is none.
    func restart(_ kind: Int, generation: Int? = 0) -> Trajectory.Failure? {
        rememberRestart(generation)
        trajectory.statistics.restarts += 1
        trajectory.statistics.errorTestFailures += stepper.errorTestFailures
        restartsHere = time - lastRestart <= Self.instant * time.ulp ? restartsHere + 1 : 0
        lastRestart = time
        guard restartsHere <= settings.maximumRestartsPerInstant else {
            return failure(.stuck, "\(restartsHere) restarts")
        }
        restartKind = kind
        stepsSinceStop = 0
        stepsSinceRestart = 0
        let isKnown = settings.reusesFirstStep || kind == SubjectCourse.poleKind
        let firstStep = isKnown ? firstSteps[kind] : nil
        if let reason = stepper.restart(at: time, from: state, firstStep: firstStep) {
            return failure(reason.kind, reason.detail)
        }
        locator.begin(at: time, state)
        poles.begin(at: time, state)
        return nil
    }

    func finished(with failure: Trajectory.Failure?) -> Trajectory {
        if let failure { trajectory.status = .failed(failure) }
        trajectory.finalState = Array(UnsafeBufferPointer(start: state, count: system.stateCount))
        trajectory.finalParameters = Array(
            UnsafeBufferPointer(start: system.parameters, count: system.layout.parameters.count))
        trajectory.firstStep = firstSteps[SubjectCourse.startKind]
        trajectory.tangent = executor.tangent?.matrix
        trajectory.statistics.errorTestFailures += stepper.errorTestFailures
        trajectory.statistics.rightHandSideCalls = system.rightHandSideCalls
        trajectory.statistics.jacobianCalls = system.jacobianCalls
        trajectory.statistics.eventsExecuted = executor.executionCount
        trajectory.statistics.dosesGiven = executor.doseCount
        return trajectory
    }
}
