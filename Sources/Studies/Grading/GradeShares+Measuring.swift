import Modeling

extension GradeShares {
    /// A difference between courses whose standard deviation is below this share of the value tells nothing.
    private static let leastDifference = 0.01

    /// Shares found by moving each uncertain number, on every arm of a scenario.
    ///
    /// A share is that of the output's variance, or of the variance of its difference from the first arm where that is larger and more than
    /// a hundredth of the value: what an arm adds must not sound surer than what makes it.
    /// - Parameters:
    ///   - scenario: the first arm takes nothing, each other one dose input.
    ///   - armIndices: the arms wanted; the first is simulated in any case.
    /// - Throws: as ``UncertaintyRanking/shares(of:armIndex:)``.
    public init(
        measuring scenario: Scenario, of family: any ModelFamily, armIndices: [Int]? = nil, threadCount: Int
    ) throws {
        var rows: [Course: [String: Row]] = [:]
        let ranking = UncertaintyRanking(family: family, threadCount: threadCount)
        let first = try ranking.shares(of: scenario, armIndex: 0)
        for index in armIndices ?? Array(scenario.arms.indices) {
            let shares = index == 0 ? first : try ranking.shares(of: scenario, armIndex: index)
            let doses = scenario.arms[index].regimens.map(\.doseInput)
            let model = family.model(using: Set(doses))
            var grades: [String: Grade] = [:]
            for quantity in model.quantities { grades[quantity.identifier] = quantity.grade }
            var ofCourse: [String: Row] = [:]
            for (own, reference) in zip(shares.outputs, first.outputs) {
                var row = Self.row(own.shares.map { (parameter: $0.parameter, share: $0.share) }, grades)
                if index != 0 {
                    let added = Self.row(ofDifference: own, from: reference, grades)
                    for (grade, share) in added.shares { row.shares[grade] = max(row.shares[grade] ?? 0, share) }
                }
                ofCourse[own.output] = row
            }
            rows[doses.first] = ofCourse
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
        let shares = ordered.map { (parameter: $0.key, share: $0.value * $0.value / variance) }
        return Row(shares: row(shares, grades).shares.filter { $0.value * variance > least * least })
    }
}
