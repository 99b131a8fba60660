import Foundation
import Testing

@testable import Studies

@Suite struct LeastSquaresTests {
    @Test func rosenbrocksValley() throws {
        var solver = LeastSquares()
        solver.maximumIterations = 100
        let variables = [
            LeastSquares.Variable(start: -1.2, range: -5...5, difference: 1e-6),
            .init(start: 1, range: -5...5, difference: 1e-6),
        ]
        let solution = try #require(
            solver.minimum(of: variables) { points in points.map { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] } })
        #expect(abs(solution.values[0] - 1) < 1e-4 && abs(solution.values[1] - 1) < 1e-4)
        #expect(solution.isConverged && solution.cost < 1e-8)
    }

    @Test func knownDerivativesTakeThePlaceOfDifferences() throws {
        var solver = LeastSquares()
        solver.maximumIterations = 100
        var evaluations = 0
        let variables = [LeastSquares.Variable(start: -1.2, range: -5...5), .init(start: 1, range: -5...5)]
        func search(_ second: Bool) throws -> LeastSquares.Solution {
            try #require(
                solver.minimum(of: variables) { points in
                    evaluations += points.count
                    return points.map { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] }
                } derivatives: { point in
                    [[-20 * point[0], -1], second ? [10, 0] : nil]
                })
        }
        let exact = try search(true)
        let countWithout = evaluations
        let mixed = try search(false)
        for solution in [exact, mixed] {
            #expect(abs(solution.values[0] - 1) < 1e-4 && abs(solution.values[1] - 1) < 1e-4)
        }
        #expect(evaluations - countWithout >= countWithout + mixed.iterationCount / 2)
    }

    @Test func aBoundIsKeptAndTheOthersStillMove() throws {
        let variables = [LeastSquares.Variable(start: 0, range: -1...1), .init(start: 0, range: -9...9)]
        let solution = try #require(
            LeastSquares().minimum(of: variables) { points in points.map { [$0[0] - 3, $0[1] - 2 + 0.1 * $0[0]] } })
        #expect(solution.values[0] == 1)
        #expect(abs(solution.values[1] - 1.9) < 1e-6)
    }

    @Test func pointsThatFailAreAvoided() throws {
        let solution = try #require(
            LeastSquares().minimum(of: [.init(start: 0.1, range: 0...100)]) { points in
                points.map { $0[0] > 2 ? nil : [log($0[0] + 1e-3) - log(1.5)] }
            })
        #expect(abs(solution.values[0] - 1.499) < 1e-3)
    }

    @Test func aStartThatFailsHasNoSolution() {
        let solution = LeastSquares().minimum(of: [.init(start: 1, range: 0...2)]) { $0.map { _ in nil } }
        #expect(solution?.values == nil)
    }

    @Test func choleskyInverse() throws {
        let factor = try #require(CholeskyFactor([[4, 2], [2, 3]]))
        #expect(zip(factor.solve([2, 1]), [0.5, 0]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(zip(factor.inverseDiagonal, [0.375, 0.5]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(CholeskyFactor([[1, 2], [2, 1]]) == nil)
    }
}
