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
    func takeStep(isAtStop: Bool) -> Progress {
        system.history?.append(stepper)
        if let failure = countStep() { return .failed(failure) }
        if locator.isNeeded {
            switch lookForChanges() {
            case .stepped: break
            case let progress: return progress
            }
        }
        if isAtStop { return halt() }
        report(before: stepper.stepEnd.nextUp)
        time = stepper.stepEnd
        return .stepped
    }

    /// Does what is due at the stop that has been reached.
    func halt() -> Progress {
        let stop = stop
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
        if firstSteps[restartKind] == nil || (stepper.refinesFirstStep && stepsSinceRestart == 1) {
            firstSteps[restartKind] = stepper.firstStep
        }
        guard stepsSinceStop > settings.maximumSteps else { return nil }
        takeStepEnd()
        return failure(.tooManySteps, "\(settings.maximumSteps)")
    }

    /// Goes through the discontinuities within the last step, up to the first that needs a restart.
    private func lookForChanges() -> Progress {
        while let change = locator.firstChange(in: stepper, triggers: executor.triggers) {
            trajectory.statistics.rootsFound += 1
            report(before: change)
            stepper.interpolate(at: change, into: state)
            time = change
            let outcome = executor.process(at: change, state)
            if case .failed(let kind, let detail) = outcome { return .failed(failure(kind, detail)) }
            if case .changed(let kind) = outcome {
                report(at: change)
                guard time < end else { return .stopped }
                return restart(kind).map { .failed($0) } ?? .stopped
            }
            // An execution that has become due within the step: what lies beyond it must be stepped again.
            if executor.nextStop < stepper.stepEnd {
                report(at: change)
                return restart(restartKind, generation: nil).map { .failed($0) } ?? .stopped
            }
            if hasJump(at: change) {
                report(at: change)
                time = min(change + 16 * change.ulp, stepper.stepEnd)
                stepper.interpolate(at: time, into: state)
                guard time < min(end, executor.nextStop) else { return .stepped }
                return restart(SubjectCourse.jumpKind).map { .failed($0) } ?? .stopped
            }
            locator.begin(at: change, state)
        }
        return .stepped
    }

    /// Whether f jumps by more than the tolerance over one step; a kink does not.
    private func hasJump(at change: Double) -> Bool {
        let width = 16 * change.ulp
        stepper.interpolate(at: max(stepper.stepStart, change - width), into: scratch)
        guard system.rightHandSide(change - width, scratch, into: before) else { return true }
        stepper.interpolate(at: min(stepper.stepEnd, change + width), into: scratch)
        guard system.rightHandSide(change + width, scratch, into: after) else { return true }
        let step = stepper.stepEnd - stepper.stepStart
        return (0..<system.stateCount).contains { index in
            let tolerance = settings.relativeTolerance * abs(scratch[index]) + absoluteTolerances[index]
            return abs(after[index] - before[index]) * step > tolerance
        }
    }
}
