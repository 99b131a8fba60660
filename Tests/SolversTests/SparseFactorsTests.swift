import Modeling
import Testing

@testable import Solvers

@Suite struct SparseFactorsTests {
    /// Columns: {1}, {0, 2}, {} — no diagonal stored anywhere.
    let jacobian = SparsityPattern(rowCount: 3, columnStarts: [0, 1, 3, 3], rows: [1, 0, 2])

    @Test func theDiagonalIsAddedInOrder() {
        let pattern = NewtonPattern(jacobian: jacobian)
        #expect(pattern.columnStarts == [0, 2, 5, 6])
        #expect(pattern.rows == [0, 1, 0, 1, 2, 2])
        #expect(pattern.places == [1, 2, 4])
        #expect(pattern.diagonal == [0, 3, 5])
    }

    @Test func solvesFactorsAgainAndRefusesSingularMatrices() {
        let factors = SparseFactors(pattern: NewtonPattern(jacobian: jacobian))
        func solve(_ values: [Double], _ right: [Double]) -> [Double]? {
            for (index, value) in values.enumerated() { factors.values[index] = value }
            var right = right
            return factors.factor() && factors.solve(&right) ? right : nil
        }
        #expect(solve([2, 0, 0, 4, 1, 5], [2, 4, 6]) == [1, 1, 1])
        // A pivot that was good and is zero now must be replaced.
        #expect(solve([0, 2, 2, 0, 0, 1], [2, 4, 6]) == [2, 1, 6])
        #expect(solve([0, 0, 1, 1, 1, 1], [1, 1, 1]) == nil)
        #expect(solve([1, 0, 0, 1, 0, 1], [1, 2, 3]) == [1, 2, 3])
    }
}
