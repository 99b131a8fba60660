/// Rows of a matrix that span all its rows, and the others in terms of them.
struct RowBasis {
    /// Indices of independent rows, in order of appearance.
    private(set) var pivots: [Int] = []
    /// For each other row its factors of the pivots, [pivots.count]; absent for the pivots themselves.
    private(set) var combinations: [Int: [Double]] = [:]

    /// - Parameter rows: of equal length; whole numbers in practice, so that 10⁻⁹ tells zero from rounding.
    init(_ rows: [[Double]]) {
        var reduced: [(lead: Int, row: [Double], factors: [Double])] = []
        for (index, original) in rows.enumerated() {
            var row = original
            var factors = [Double](repeating: 0, count: rows.count)
            for basis in reduced {
                let share = row[basis.lead]
                guard share != 0 else { continue }
                for column in row.indices { row[column] -= share * basis.row[column] }
                for place in factors.indices { factors[place] += share * basis.factors[place] }
            }
            let lead = row.indices.max { abs(row[$0]) < abs(row[$1]) }
            guard let lead, abs(row[lead]) > 1e-9 else {
                combinations[index] = factors
                continue
            }
            // Reduced row = (row − Σ shares of earlier ones) ÷ lead, in terms of original rows.
            let scale = row[lead]
            var own = factors.map { -$0 / scale }
            own[pivots.count] = 1 / scale
            reduced.append((lead, row.map { $0 / scale }, own))
            pivots.append(index)
        }
        let count = pivots.count
        combinations = combinations.mapValues { Array($0.prefix(count)) }
    }
}
