/// Every draw of a scenario, from which its quantiles are taken: for questions that quantiles cannot answer, such as in what
/// share of draws a difference is below a threshold.
public struct StudyDraws: Sendable {
    /// Output identifiers, in the order of `values`.
    public var outputs: [String]
    /// Report times [h].
    public var times: [Double]
    /// Arm name → `[drawIndex][outputIndex][timeIndex]`, in the output's unit; `nil` where the draw could not be simulated.
    public var values: [String: [[[Double]]?]]

    public init(outputs: [String], times: [Double], values: [String: [[[Double]]?]]) {
        self.outputs = outputs
        self.times = times
        self.values = values
    }

    /// A statistic of an output in every draw that has it, in the statistic's unit; where `against` is set, minus the statistic of
    /// that arm in the same draw.
    ///
    /// Draws without a number are left out. Empty where the arm or the output is unknown.
    public func samples(
        of statistic: Statistic, output: String, arm: String, against: String? = nil
    ) -> [Double] {
        guard let outputIndex = outputs.firstIndex(of: output), let own = values[arm] else { return [] }
        func number(_ draw: [[Double]]?) -> Double? {
            draw.map { statistic.evaluate(times: times, values: $0[outputIndex]) }
        }
        let reference = against.map { values[$0] ?? [] }
        return own.indices.compactMap { drawIndex -> Double? in
            guard var value = number(own[drawIndex]) else { return nil }
            if let reference {
                guard reference.indices.contains(drawIndex), let other = number(reference[drawIndex]) else {
                    return nil
                }
                value -= other
            }
            return value.isFinite ? value : nil
        }
    }
}
