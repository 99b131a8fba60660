import Modeling

/// Compressed-column pattern of a·M − b·∂f/∂y: the Jacobian's non-zeros and the whole diagonal.
final class NewtonPattern: Sendable {
    let stateCount: Int
    /// [stateCount + 1].
    let columnStarts: [Int]
    /// [nonZeroCount], ascending within a column.
    let rows: [Int]
    /// Place of each Jacobian non-zero [Jacobian non-zero count].
    let places: [Int]
    /// Row and column of each Jacobian non-zero.
    let jacobianRows: [Int]
    let jacobianColumns: [Int]
    /// Start of each column among the Jacobian's non-zeros [stateCount + 1].
    let jacobianStarts: [Int]
    /// Place of each diagonal element [stateCount].
    let diagonal: [Int]

    var nonZeroCount: Int { rows.count }

    init(jacobian: SparsityPattern) {
        stateCount = jacobian.columnCount
        var columnStarts = [0]
        var rows: [Int] = []
        var places: [Int] = []
        var diagonal: [Int] = []
        for column in 0..<jacobian.columnCount {
            let range = jacobian.columnStarts[column]..<jacobian.columnStarts[column + 1]
            var hasDiagonal = false
            for index in range {
                let row = jacobian.rows[index]
                if !hasDiagonal, row >= column {
                    hasDiagonal = true
                    diagonal.append(rows.count)
                    if row > column { rows.append(column) }
                }
                places.append(rows.count)
                rows.append(row)
            }
            if !hasDiagonal {
                diagonal.append(rows.count)
                rows.append(column)
            }
            columnStarts.append(rows.count)
        }
        self.columnStarts = columnStarts
        self.rows = rows
        self.places = places
        self.diagonal = diagonal
        jacobianRows = jacobian.rows
        jacobianColumns = jacobian.columns
        jacobianStarts = jacobian.columnStarts
    }

    /// Every element present, for kernels that do not know their Jacobian.
    static func full(_ stateCount: Int) -> SparsityPattern {
        SparsityPattern(
            rowCount: stateCount, columnStarts: (0...stateCount).map { $0 * stateCount },
            rows: (0..<stateCount).flatMap { _ in Array(0..<stateCount) })
    }
}
