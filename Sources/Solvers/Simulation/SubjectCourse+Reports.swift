import Modeling

extension SubjectCourse {
    /// Records report times before `limit` from the last step.
    func report(before limit: Double) {
        while nextReport < trajectory.times.count, trajectory.times[nextReport] < limit {
            let reportTime = trajectory.times[nextReport]
            stepper.interpolate(at: reportTime, into: scratch)
            record(reportTime, scratch, within: stepper as? any SensitivityStepper)
        }
    }

    /// Records report times up to `time` from the current state, which is after everything at that time.
    func report(at time: Double) {
        while nextReport < trajectory.times.count, trajectory.times[nextReport] <= time {
            record(trajectory.times[nextReport], state)
        }
    }

    private func record(
        _ time: Double, _ state: UnsafePointer<Double>, within stepper: (any SensitivityStepper)? = nil
    ) {
        guard !reportsStates else {
            for index in 0..<system.stateCount {
                trajectory.values[nextReport * system.stateCount + index] = state[index]
            }
            nextReport += 1
            return
        }
        let count = trajectory.outputCount
        system.evaluate(.outputs, time, state, into: outputs)
        for index in 0..<count { trajectory.values[nextReport * count + index] = outputs[index] }
        if let columns {
            let size = count * trajectory.derivativeParameters.count
            trajectory.derivatives.withUnsafeMutableBufferPointer {
                columns.report(stepper, at: time, state, into: $0.baseAddress! + nextReport * size)
            }
        }
        nextReport += 1
    }

    func failure(_ kind: Trajectory.Failure.Kind, _ detail: String = "") -> Trajectory.Failure {
        stepper.localErrors(into: after)
        return system.failure(
            kind, detail, at: time, state: state, errors: after, subject: trajectory.subject,
            lastEvent: executor.lastEvent)
    }
}
