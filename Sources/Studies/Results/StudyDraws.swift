/// Every draw of a scenario, from which its quantiles are taken: for questions that quantiles cannot answer, such as in what
/// share of draws a difference is below a threshold.
public struct StudyDraws: Sendable {
    /// Output identifiers.
    public let outputs: [String]
    /// Report times [h].
    public let times: [Double]
    /// Arm names.
    public let arms: [String]
    private let file: DrawFile

    /// - Parameter file: with an arm for each of `arms`, an output for each of `outputs`, a time for each of `times`.
    init(outputs: [String], times: [Double], arms: [String], file: DrawFile) {
        self.outputs = outputs
        self.times = times
        self.arms = arms
        self.file = file
    }

    /// A statistic of an output in every draw that has it, in the statistic's unit; where `against` is set, minus the statistic of
    /// that arm in the same draw.
    ///
    /// Draws without a number are left out. Empty where the arm or the output is unknown.
    public func samples(
        of statistic: Statistic, output: String, arm: String, against: String? = nil
    ) -> [Double] {
        guard let outputIndex = outputs.firstIndex(of: output), let own = arms.firstIndex(of: arm) else { return [] }
        let reference = against.flatMap { arms.firstIndex(of: $0) }
        if against != nil, reference == nil { return [] }
        func number(_ armIndex: Int, _ drawIndex: Int) -> Double? {
            file.course(armIndex: armIndex, outputIndex: outputIndex, drawIndex: drawIndex)
                .map { statistic.evaluate(times: times, values: $0) }
        }
        return (0..<file.drawCount).compactMap { drawIndex -> Double? in
            guard var value = number(own, drawIndex) else { return nil }
            if let reference {
                guard let other = number(reference, drawIndex) else { return nil }
                value -= other
            }
            return value.isFinite ? value : nil
        }
    }
}
