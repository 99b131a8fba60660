import CSundials

/// A dense matrix factored by SUNDIALS with partial pivoting.
final class DenseFactors {
    private let count: Int
    private let columns: UnsafeMutablePointer<UnsafeMutablePointer<Double>?>
    private let values: UnsafeMutablePointer<Double>
    private let pivots: UnsafeMutablePointer<sunindextype>

    /// - Parameter count: rows and columns.
    init(count: Int) {
        self.count = count
        values = .zeroed(count * count)
        columns = .allocate(capacity: max(count, 1))
        for column in 0..<max(count, 1) { (columns + column).initialize(to: values + column * count) }
        pivots = .allocate(capacity: max(count, 1))
        pivots.initialize(repeating: 0, count: max(count, 1))
    }

    deinit {
        values.deallocate()
        columns.deallocate()
        pivots.deallocate()
    }

    /// Factors shift·1 − matrix [count × count, column-major]; `false` where it is singular.
    func factor(shift: Double, minus matrix: [Double]) -> Bool {
        for index in 0..<count * count { values[index] = -matrix[index] }
        for index in 0..<count { values[index * count + index] += shift }
        return SUNDlsMat_denseGETRF(columns, sunindextype(count), sunindextype(count), pivots) == 0
    }

    /// Solves in place [count].
    func solve(_ vector: inout [Double]) {
        vector.withUnsafeMutableBufferPointer {
            SUNDlsMat_denseGETRS(columns, sunindextype(count), pivots, $0.baseAddress)
        }
    }
}
