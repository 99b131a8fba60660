import Modeling

extension SubjectCourse {
    /// What a step led to.
    enum Progress {
        /// Time moved to the step's end.
        case stepped
        /// A stop or a discontinuity was dealt with.
        case stopped
        case failed(Trajectory.Failure)
    }

    /// Counts the step just taken and deals with whatever lies in it or at its end.
    func takeStep() -> Progress {
        system.history?.append(stepper)
        executor.tangent?.follow(stepper)
        if let failure = countStep() { return .failed(failure) }
        if poles.isNeeded, poles.isCrossed(by: stepper), let progress = stepAgainBeforePole() { return progress }
        if poles.isNeeded { poles.accept() }
        if locator.isNeeded {
            switch lookForChanges() {
            case .stepped: break
            case let progress: return progress
            }
        }
        // What a change in the step cancelled is not a stop any more.
        if isAtStop { return halt() }
        report(before: stepper.stepEnd.nextUp)
        time = stepper.stepEnd
        return .stepped
    }

    /// Does what is due at the stop that has been reached.
    func halt() -> Progress {
        let stop = stop
        if locator.stop == stop { return crossForetoldChange() }
        report(before: stop)
        takeStepEnd()
        time = stop
        stepsSinceStop = 0
        system.history?.approachedStop = .infinity
        let generation = breaks.take(upTo: stop)
        let outcome = executor.process(at: stop, state)
        if case .failed(let kind, let detail) = outcome { return .failed(failure(kind, detail)) }
        report(at: stop)
        guard time < end else { return .stopped }
        var failure: Trajectory.Failure?
        if case .changed(let kind) = outcome {
            failure = restart(kind)
        } else if let generation {
            failure = restart(SubjectCourse.breakKind, generation: generation)
        } else if stepper.stepEnd < stop {
            failure = restart(restartKind, generation: nil)
        }
        return failure.map { .failed($0) } ?? .stopped
    }

    private func countStep() -> Trajectory.Failure? {
        trajectory.statistics.steps += 1
        stepsSinceStop += 1
        stepsSinceRestart += 1
        if stepsSinceRestart == 1, stepper.refinesFirstStep || firstSteps[restartKind] == nil {
            firstSteps[restartKind] = stepper.firstStep
        }
        guard stepsSinceStop > settings.maximumSteps else { return nil }
        takeStepEnd()
        return failure(.tooManySteps, "\(settings.maximumSteps)")
    }

    /// Takes back a step over a pole and tries a shorter one; `nil` where none is left that is worth trying.
    private func stepAgainBeforePole() -> Progress? {
        let length = stepper.stepEnd - stepper.stepStart
        guard length > 1e-10 * max(abs(stepper.stepEnd), end - time) else { return nil }
        takeState(at: stepper.stepStart)
        firstSteps[SubjectCourse.poleKind] = length / 16
        guard let failure = restart(SubjectCourse.poleKind) else { return .stopped }
        return .failed(failure)
    }

    /// Goes through the discontinuities within the last step, up to the first that needs a restart.
    private func lookForChanges() -> Progress {
        while let change = locator.firstChange(in: stepper, triggers: executor.triggers) {
            report(before: change)
            takeState(at: change)
            if let progress = meetChange() { return progress }
        }
        return .stepped
    }

    /// Goes from just before a change that time alone brings to it, and to right after where only that is past it.
    private func crossForetoldChange() -> Progress {
        let change = locator.foretoldChange
        report(before: change)
        takeStepEnd()
        stepsSinceStop = 0
        time = change
        if let progress = meetChange() { return progress }
        // Strict inequalities turn true right after.
        let later = Self.rightAfter(change)
        guard locator.hasChanged(at: later, state, triggers: executor.triggers) else { return .stopped }
        time = later
        return meetChange() ?? .stopped
    }

    /// So little later that no state has moved, and a strict inequality that becomes true has [model time].
    private static func rightAfter(_ change: Double) -> Double { change + 16 * change.ulp }

    /// Does what a change brings that has happened at `time`; `nil` where the solution goes on as it was.
    private func meetChange() -> Progress? {
        let change = time
        trajectory.statistics.rootsFound += 1
        if let columns, !columns.arrive(at: change, state, stepper) { return .failed(failure(.severalRoots)) }
        let isChattering = restartsHere >= 16
        let parameters = isChattering ? copiedParameters : []
        let outcome = executor.process(at: change, state)
        if case .failed(let kind, let detail) = outcome { return .failed(failure(kind, detail)) }
        if case .changed(let kind) = outcome {
            if isChattering, isNegligible(at: change, parameters) {
                // The solution goes on as it was, so triggers are what they are without the event.
                system.evaluate(.triggers, change, scratch, into: executor.triggers)
                columns?.leave(at: change, state)
                locator.goOn(at: change, scratch)
                return nil
            }
            columns?.leave(at: change, state)
            report(at: change)
            guard time < end else { return .stopped }
            return restart(kind).map { .failed($0) } ?? .stopped
        }
        // An execution that has become due within the step: what lies beyond it must be stepped again.
        if executor.nextStop < stepper.stepEnd {
            columns?.leave(at: change, state)
            report(at: change)
            return restart(restartKind, generation: nil).map { .failed($0) } ?? .stopped
        }
        if hasJump(at: change) {
            if let consistentStates, consistentStates.fast != nil { return follow(jump: change, by: consistentStates) }
            let later = Self.rightAfter(change)
            let restartTime = change > stepper.stepEnd ? later : min(later, stepper.stepEnd)
            stepper.interpolate(at: restartTime, into: state)
            columns?.leave(at: restartTime, state)
            report(at: change)
            time = restartTime
            guard time < min(end, executor.nextStop) else { return .stepped }
            return restart(SubjectCourse.jumpKind).map { .failed($0) } ?? .stopped
        }
        columns?.leave(at: change, state)
        locator.goOn(at: change, state)
        return nil
    }

    /// Lets fast reactions come to rest by the rates at the jump and, where a strict inequality holds only then, just after.
    private func follow(jump: Double, by consistentStates: ConsistentStates) -> Progress {
        if let kind = consistentStates.restore(at: jump, state) { return .failed(failure(kind)) }
        report(at: jump)
        let later = Self.rightAfter(jump)
        if later < min(end, executor.nextStop) {
            time = later
            if let kind = consistentStates.restore(at: time, state) { return .failed(failure(kind)) }
        }
        guard time < end else { return .stopped }
        return restart(SubjectCourse.jumpKind).map { .failed($0) } ?? .stopped
    }

    /// Crosses a jump of fast rates that no step however small gets over; `nil` where there is none right ahead.
    ///
    /// Steps have come within rounding of it, so a straight line is as good as the solution.
    func crossJump() -> Progress? {
        guard let consistentStates, let fast = consistentStates.fast, locator.isNeeded else { return nil }
        for roundings in [4.0, 16, 64, 256, 1024, 4096] {
            let later = time + roundings * max(time.ulp, .leastNormalMagnitude)
            guard later < min(end, executor.nextStop) else { return nil }
            fast.drift(from: time, by: later - time, state, into: scratch)
            guard locator.hasChanged(at: later, scratch, triggers: executor.triggers) else { continue }
            state.update(from: scratch, count: system.stateCount)
            time = later
            if let kind = consistentStates.restore(at: time, state) { return .failed(failure(kind)) }
            let outcome = executor.process(at: time, state)
            if case .failed(let kind, let detail) = outcome { return .failed(failure(kind, detail)) }
            report(at: time)
            return restart(SubjectCourse.jumpKind).map { .failed($0) } ?? .stopped
        }
        return nil
    }

    private var copiedParameters: [Double] {
        Array(UnsafeBufferPointer(start: system.parameters, count: system.layout.parameters.count))
    }

    /// Whether what happened at an instant moved no state by more than a share of its tolerance, and no parameter.
    ///
    /// An event that holds a state at zero fires without end where the solution is zero but for rounding.
    private func isNegligible(at change: Double, _ parameters: [Double]) -> Bool {
        guard parameters.indices.allSatisfy({ parameters[$0] == system.parameters[$0] || parameters[$0].isNaN }) else {
            return false
        }
        stepper.interpolate(at: change, into: scratch)
        return (0..<system.stateCount).allSatisfy { abs(state[$0] - scratch[$0]) <= 0.1 * absoluteTolerances[$0] }
    }

    /// Whether f jumps by more than the tolerance over one step, or over what parameters move the jump by; a kink does not.
    private func hasJump(at change: Double) -> Bool {
        let width = 16 * change.ulp
        stepper.interpolate(at: max(stepper.stepStart, change - width), into: scratch)
        guard system.rightHandSide(change - width, scratch, into: before) else { return true }
        stepper.interpolate(at: min(stepper.stepEnd, change + width), into: scratch)
        guard system.rightHandSide(change + width, scratch, into: after) else { return true }
        let step = max(stepper.stepEnd - stepper.stepStart, columns?.largestShift ?? 0)
        return (0..<system.stateCount).contains { index in
            let tolerance = settings.relativeTolerance * abs(scratch[index]) + absoluteTolerances[index]
            return abs(after[index] - before[index]) * step > tolerance
        }
    }
}
