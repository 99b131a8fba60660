import Modeling

extension SubjectCourse {
    /// Tells the past of a new beginning, and notes when the discontinuity comes back through `delay`.
    func rememberRestart(_ generation: Int?) {
        guard let history = system.history else { return }
        history.restart(at: time, state, parameters: system.parameters)
        history.approachedStop = .infinity
        history.forgetLags()
        // Every formula that may read the past is evaluated once, so that its intervals are known.
        _ = system.rightHandSide(time, state, into: after)
        system.evaluate(.outputs, time, state, into: outputs)
        locator.evaluate(at: time, state)
        if let generation { breaks.add(after: time, lags: history.notedLags, generation: generation) }
    }

    /// Longest step that looks into a past already known [model time]; `nil` without `delay`.
    ///
    /// It is the shortest interval of the last step, half of it where intervals vary, and never below 1/100 000 of the
    /// span: shorter ones are looked up on a straight line inside the step.
    func stepLimit() -> Double? {
        guard let history = system.history else { return nil }
        history.approachedStop = stop
        let lags = history.notedLags.filter { $0 > 0 }
        let areConstant = lags == lastLags
        lastLags = lags
        history.forgetLags()
        let shortest = (lags.min() ?? .infinity) * (areConstant ? 1 : 0.5)
        return min(maximumStep ?? .infinity, max(shortest, 1e-5 * span))
    }
}
