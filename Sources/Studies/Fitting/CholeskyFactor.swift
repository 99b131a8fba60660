/// The lower factor L of a small symmetric positive definite matrix L·Lᵀ.
struct CholeskyFactor {
    private var lower: [[Double]]

    /// `nil` where the matrix is not positive definite.
    init?(_ matrix: [[Double]]) {
        lower = matrix
        for i in matrix.indices {
            for j in 0...i {
                var sum = matrix[i][j]
                for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
                if i == j {
                    guard sum > 0 else { return nil }
                    lower[i][i] = sum.squareRoot()
                } else {
                    lower[i][j] = sum / lower[j][j]
                }
            }
        }
    }

    /// x of L·Lᵀ·x = b.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for i in x.indices {
            for k in 0..<i { x[i] -= lower[i][k] * x[k] }
            x[i] /= lower[i][i]
        }
        for i in x.indices.reversed() {
            for k in i + 1..<x.count { x[i] -= lower[k][i] * x[k] }
            x[i] /= lower[i][i]
        }
        return x
    }

    /// L·z.
    func times(_ z: [Double]) -> [Double] {
        lower.indices.map { i in (0...i).reduce(0) { $0 + lower[i][$1] * z[$1] } }
    }

    /// Lᵀ·z.
    func transposedTimes(_ z: [Double]) -> [Double] {
        lower.indices.map { i in (i..<z.count).reduce(0) { $0 + lower[$1][i] * z[$1] } }
    }

    /// z of L·z = b.
    func solveLower(_ right: [Double]) -> [Double] {
        var z = right
        for i in z.indices {
            for k in 0..<i { z[i] -= lower[i][k] * z[k] }
            z[i] /= lower[i][i]
        }
        return z
    }

    /// The inverse of L·Lᵀ.
    var inverse: [[Double]] {
        lower.indices.map { index in solve(lower.indices.map { $0 == index ? 1 : 0 }) }
    }

    /// Diagonal of the inverse: variances, where the matrix is an information matrix.
    var inverseDiagonal: [Double] {
        lower.indices.map { index in solve(lower.indices.map { $0 == index ? 1 : 0 })[index] }
    }
}
