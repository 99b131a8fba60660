/// The step that a one-step method begins with.
enum FirstStep {
    /// A step over which the second derivative changes the states by about the tolerance; `nil` where f is no number.
    ///
    /// The second derivative comes from a trial step a hundredth of what the first allows.
    static func estimated(
        _ system: SubjectSystem, at time: Double, _ state: UnsafePointer<Double>, to end: Double,
        relativeTolerance: Double, absoluteTolerances: [Double]
    ) -> Double? {
        let count = system.stateCount
        let rates = UnsafeMutablePointer<Double>.zeroed(3 * count)
        defer { rates.deallocate() }
        let (later, trial) = (rates + count, rates + 2 * count)
        guard system.rightHandSide(time, state, into: rates) else { return nil }
        func norm(_ value: (Int) -> Double) -> Double {
            let sum = (0..<count).reduce(0) { sum, index in
                let scale = relativeTolerance * abs(state[index]) + absoluteTolerances[index]
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
