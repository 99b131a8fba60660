import Modeling

extension SubjectSystem {
    /// Describes a failure with the three states that look worst: rates that are no numbers first, then by error.
    func failure(
        _ kind: Trajectory.Failure.Kind, _ detail: String, at time: Double, state: UnsafePointer<Double>,
        errors: UnsafePointer<Double>, subject: UInt64, lastEvent: String?
    ) -> Trajectory.Failure {
        let rates = UnsafeMutablePointer<Double>.zeroed(stateCount)
        defer { rates.deallocate() }
        _ = rightHandSide(time, state, into: rates)
        func rank(_ index: Int) -> Double { rates[index].isFinite && state[index].isFinite ? errors[index] : .infinity }
        let worst = (0..<stateCount).sorted { (rank($1), $0) < (rank($0), $1) }.prefix(3)
        return Trajectory.Failure(
            kind: kind, model: layout.modelName, subject: subject, time: time, timeUnit: layout.timeUnit,
            suspects: worst.filter { rank($0) > 0 || stateCount == 1 }.map { index in
                .init(
                    identifier: layout.states[index].identifier, value: state[index], unit: layout.states[index].unit,
                    rate: rates[index], weightedError: errors[index])
            },
            lastEvent: lastEvent, reason: kind.reason(detail), remedy: kind.remedy)
    }
}
