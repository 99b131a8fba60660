import CLanes
import Modeling

/// A sparse matrix pattern as rows, for its product with eight columns at a time.
struct SparseProduct {
    let rowCount: Int
    /// Length of the values.
    let valueCount: Int
    /// Per row {terms}, per term {place among the values, column}.
    private let program: [Int32]

    /// - Parameters:
    ///   - pattern: of the values.
    ///   - places: positions in the pattern that the values belong to; `nil` for all of them, in order.
    init(_ pattern: SparsityPattern, places: [Int]? = nil) {
        let columns = pattern.columns
        var terms = [[Int32]](repeating: [], count: pattern.rowCount)
        let places = places ?? Array(pattern.rows.indices)
        for (index, place) in places.enumerated() {
            terms[pattern.rows[place]] += [Int32(index), Int32(columns[place])]
        }
        rowCount = pattern.rowCount
        valueCount = places.count
        program = terms.flatMap { [Int32($0.count / 2)] + $0 }
    }

    /// result = M · columns, or result += M · columns.
    ///
    /// - Parameters:
    ///   - values: [valueCount].
    ///   - columns: [column count × 8].
    ///   - result: [rowCount × 8].
    func multiply(
        _ values: UnsafePointer<Double>, _ columns: UnsafePointer<Double>, adding: Bool = false,
        level: patency_level, into result: UnsafeMutablePointer<Double>
    ) {
        program.withUnsafeBufferPointer {
            patency_columns_multiply(level, result, values, $0.baseAddress, columns, rowCount, adding ? 1 : 0)
        }
    }
}
