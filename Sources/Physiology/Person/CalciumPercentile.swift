import Modeling
import Studies

/// Coronary calcium by percentile among people of the same sex.
///
/// Linear between the percentiles that were published, and no further: 25 to 90.
/// - Source: Erbel 2014, Heinz Nixdorf Recall, doi:10.1093/eurheartj/ehu288: 1,633 men and 1,848 women whose mean age lay
///   between 55 and 65 years. Age is not accounted for, so that a score means more in the young.
enum CalciumPercentile {
    private static let percentiles: [Double] = [25, 50, 75, 90]
    /// [AU]
    private static let ofMen: [Double] = [2.3, 41, 192.6, 557]
    private static let ofWomen: [Double] = [0, 1, 24.5, 139.8]

    static let alternative = ScenarioVocabulary.Alternative(
        "CAC percentile", unit: .percent, range: percentiles.first!...percentiles.last!,
        input: "person.coronaryCalcium", "CAC by its percentile among people of the same sex, in place of CAC"
    ) { percentile, inputs in score(percentile, maleShare: inputs["person.male"] ?? 1) }

    /// The score at a percentile [AU]; that of a mixed group lies between those of its sexes.
    ///
    /// - Parameters:
    ///   - percentile: 25 to 90 [%].
    ///   - maleShare: 1 of men, 0 of women.
    static func score(_ percentile: Double, maleShare: Double) -> Double {
        let upper = percentiles.dropFirst().firstIndex { $0 >= percentile } ?? percentiles.count - 1
        let share = (percentile - percentiles[upper - 1]) / (percentiles[upper] - percentiles[upper - 1])
        func score(_ scores: [Double]) -> Double { scores[upper - 1] + share * (scores[upper] - scores[upper - 1]) }
        return maleShare * score(ofMen) + (1 - maleShare) * score(ofWomen)
    }
}
