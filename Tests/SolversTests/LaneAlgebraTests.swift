import CLanes
import Foundation
import Modeling
@testable import Solvers
import TestSupport
import Testing

/// The static elimination against dense elimination with pivoting, at every instruction-set level.
@Suite struct LaneAlgebraTests {
    /// A random pattern with `count` states and about four elements per column.
    func pattern(_ count: Int, _ random: inout RepeatableRandom) -> SparsityPattern {
        var starts = [0]
        var rows: [Int] = []
        for column in 0..<count {
            var members = Set((0..<4).map { _ in random.integer(below: count) })
            if random.uniform() < 0.7 { members.insert(column) }
            rows += members.sorted()
            starts.append(rows.count)
        }
        return SparsityPattern(rowCount: count, columnStarts: starts, rows: rows)
    }

    func solveDense(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (a, x) = (matrix, right)
        let count = right.count
        for k in 0..<count {
            let pivot = (k..<count).max { abs(a[$0][k]) < abs(a[$1][k]) }!
            a.swapAt(k, pivot)
            x.swapAt(k, pivot)
            for row in (k + 1)..<max(count, k + 1) where a[row][k] != 0 {
                let factor = a[row][k] / a[k][k]
                for column in k..<count { a[row][column] -= factor * a[k][column] }
                x[row] -= factor * x[k]
            }
        }
        for k in stride(from: count - 1, through: 0, by: -1) {
            for column in (k + 1)..<max(count, k + 1) { x[k] -= a[k][column] * x[column] }
            x[k] /= a[k][k]
        }
        return x
    }

    func aligned(_ values: [Double]) -> LaneMemory {
        let memory = LaneMemory(values.count / 8)
        for (index, value) in values.enumerated() { memory.start[index] = value }
        return memory
    }

    static var levels: [patency_level] {
        (0...patency_lanes_highest_level().rawValue).compactMap { patency_level(rawValue: $0) }
    }

    @Test(arguments: [1, 2, 5, 17, 40]) func solutionsAreThoseOfDenseElimination(count: Int) {
        var random = RepeatableRandom(seed: UInt64(count))
        for _ in 0..<5 {
            let pattern = pattern(count, &random)
            let plan = EliminationPlan(pattern)
            #expect(Set(plan.order).count == count)
            let jacobian = aligned((0..<(8 * max(pattern.nonZeroCount, 1))).map { _ in 2 * random.uniform() - 1 })
            let steps = aligned((0..<8).map { 0.3 + 0.02 * Double($0) })
            let right = (0..<(8 * count)).map { _ in random.uniform() }
            for level in Self.levels {
                let factors = LaneFactors(plan, level)
                let vector = LaneMemory(count)
                for index in right.indices { vector.start[index] = right[index] }
                factors.factor(jacobian: jacobian.start, step: steps.start, gamma: 0.25)
                factors.solve(vector.start)
                for lane in 0..<8 {
                    var matrix = (0..<count).map { row in (0..<count).map { $0 == row ? 4 / steps[lane] : 0 } }
                    for (index, (row, column)) in zip(pattern.rows, pattern.columns).enumerated() {
                        matrix[row][column] -= jacobian.start[8 * index + lane]
                    }
                    let expected = solveDense(matrix, (0..<count).map { right[8 * $0 + lane] })
                    #expect(factors.faults[lane] == 0)
                    for row in 0..<count {
                        #expect(abs(vector.start[8 * row + lane] - expected[row]) < 1e-10 * (1 + abs(expected[row])))
                    }
                }
            }
        }
    }

    @Test func aLostPivotIsAFaultOfItsLaneOnly() {
        let pattern = SparsityPattern(rowCount: 1, columnStarts: [0, 1], rows: [0])
        let factors = LaneFactors(EliminationPlan(pattern), patency_lanes_current_level())
        let jacobian = aligned([0, 4, .nan, 3.9, -1e300, .infinity, 5, 0])
        let steps = aligned([Double](repeating: 1, count: 8))
        factors.factor(jacobian: jacobian.start, step: steps.start, gamma: 0.25)
        #expect((0..<8).map { factors.faults[$0] } == [0, 1, 1, 0, 0, 1, 0, 0])
    }

    @Test func eliminationFillsInLittle() {
        // An arrow: eliminating its centre first would fill the matrix.
        let count = 50
        let columns = (0..<count).map { $0 == 0 ? Array(0..<count) : [0, $0] }
        let pattern = SparsityPattern(
            rowCount: count, columnStarts: columns.reduce(into: [0]) { $0.append($0.last! + $1.count) }, rows: columns.flatMap { $0 })
        let plan = EliminationPlan(pattern)
        #expect(plan.valueCount == pattern.nonZeroCount)
    }
}
