import Modeling

extension GradeShares {
    /// A difference between courses whose standard deviation is below this share of the value may be the solver's.
    private static let leastDifference = 1e-5

    /// Shares found by moving each uncertain number, on every arm of scenarios that differ in their horizons.
    ///
    /// A share is that of the output's variance, or of the variance of its difference from the first arm where that is larger, at the end of
    /// any of the scenarios: what an arm adds must not sound surer than what makes it, however little it adds.
    /// - Parameters:
    ///   - scenarios: the first arm takes nothing, each other one dose input.
    ///   - ranking: of the family, on any number of threads.
    ///   - armIndices: the arms wanted; the first is simulated in any case.
    /// - Throws: as ``UncertaintyRanking/shares(of:armIndex:)``.
    public init(
        measuring scenarios: [Scenario], by ranking: UncertaintyRanking, armIndices: [Int]? = nil
    ) throws {
        var rows: [Course: [String: Row]] = [:]
        for scenario in scenarios {
            let first = try ranking.shares(of: scenario, armIndex: 0)
            for index in armIndices ?? Array(scenario.arms.indices) {
                let shares = index == 0 ? first : try ranking.shares(of: scenario, armIndex: index)
                let doses = scenario.arms[index].regimens.map(\.doseInput)
                let model = ranking.family.model(using: Set(doses))
                var grades: [String: Grade] = [:]
                for quantity in model.quantities { grades[quantity.identifier] = quantity.grade }
                for (own, reference) in zip(shares.outputs, first.outputs) {
                    var row = Self.row(own.shares.map { (parameter: $0.parameter, share: $0.share) }, grades)
                    if index != 0 { row = row.atLeast(Self.row(ofDifference: own, from: reference, grades)) }
                    let known = rows[doses.first, default: [:]][own.output] ?? Row(shares: [:])
                    rows[doses.first, default: [:]][own.output] = known.atLeast(row)
                }
            }
        }
        self.init(rows: rows)
    }

    private static func row(_ shares: [(parameter: String, share: Double)], _ grades: [String: Grade]) -> Row {
        Row(shares: Dictionary(shares.map { (grades[$0.parameter] ?? .speculative, $0.share) }, uniquingKeysWith: +))
    }

    /// Shares of the variance of a paired difference, by the slope in each number.
    private static func row(
        ofDifference own: UncertaintyShares.OutputShares, from reference: UncertaintyShares.OutputShares,
        _ grades: [String: Grade]
    ) -> Row {
        var slopes: [String: Double] = [:]
        for share in own.shares { slopes[share.parameter, default: 0] += (share.high - share.low) / 2 }
        for share in reference.shares { slopes[share.parameter, default: 0] -= (share.high - share.low) / 2 }
        let ordered = slopes.sorted { $0.key < $1.key }
        let variance = ordered.reduce(0) { $0 + $1.value * $1.value }
        let least = leastDifference * abs(own.value)
        guard variance > least * least else { return Row(shares: [:]) }
        return row(ordered.map { (parameter: $0.key, share: $0.value * $0.value / variance) }, grades)
    }
}
