/// Quantiles of samples.
public enum Quantile {
    /// The quantile at `probability` of ascending values, by linear interpolation between order statistics
    /// (Hyndman and Fan's type 7): position (n − 1)·probability.
    ///
    /// NaN where there is no value.
    public static func ofSorted(_ values: [Double], _ probability: Double) -> Double {
        guard !values.isEmpty else { return .nan }
        let position = Double(values.count - 1) * probability
        let lower = Int(position.rounded(.down))
        let upper = min(lower + 1, values.count - 1)
        let weight = position - Double(lower)
        // Equal neighbours give that value exactly, infinities included.
        if weight == 0 || values[lower] == values[upper] { return values[lower] }
        return values[lower] + weight * (values[upper] - values[lower])
    }
}

extension StudyResult.Band {
    /// The band over columns, one for each time, each with a number a draw in any order.
    public init(columns: some Sequence<[Double]>) {
        self.init(lower: [], median: [], upper: [])
        for column in columns {
            let sorted = column.sorted()
            lower.append(Quantile.ofSorted(sorted, StudyResult.probabilities[0]))
            median.append(Quantile.ofSorted(sorted, StudyResult.probabilities[1]))
            upper.append(Quantile.ofSorted(sorted, StudyResult.probabilities[2]))
        }
    }
}
