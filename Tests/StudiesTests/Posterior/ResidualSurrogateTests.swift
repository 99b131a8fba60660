import Foundation
import Modeling
import Testing

@testable import Studies

@Suite struct ResidualSurrogateTests {
    private static let mode = [0.4, -0.2, 0.1]

    private static func formula(_ x: [Double]) -> [Double] {
        [x[0] - 0.5 * x[1] + 0.3 * x[0] * x[2], 0.2 + x[1] * x[1], x[2] - 0.7 * x[0] * x[0]]
    }

    private static func surrogate() throws -> ResidualSurrogate {
        let (a, b, c) = (mode[0], mode[1], mode[2])
        let jacobian = [[1 + 0.3 * c, -0.5, 0.3 * a], [0, 2 * b, 0], [-1.4 * a, 0, 1]]
        let factor = try #require(CholeskyFactor([[0.5, 0.1, 0], [0.1, 0.4, 0], [0, 0, 0.3]]))
        return ResidualSurrogate(mode: mode, residuals: formula(mode), jacobian: jacobian, factor: factor)
    }

    private static func points(_ count: Int) -> [[Double]] {
        var generator = CounterGenerator(seed: 2, stream: 1, subject: 0)
        return (0..<count).map { _ in mode.map { $0 + 0.7 * generator.normal() } }
    }

    private static func worst(_ surrogate: ResidualSurrogate) -> Double {
        points(40).suffix(20).map { point in
            abs(surrogate.cost(at: surrogate.coordinates(of: point)) - LeastSquares.cost(formula(point)))
        }.max()!
    }

    @Test func itIsExactAtTheModeAndTangentThere() throws {
        let surrogate = try Self.surrogate()
        let best = LeastSquares.cost(Self.formula(Self.mode))
        #expect(abs(surrogate.cost(at: [0, 0, 0]) - best) < 1e-14)
        for variable in 0..<3 {
            var moved = Self.mode
            moved[variable] += 1e-5
            let rise = surrogate.cost(at: surrogate.coordinates(of: moved)) - best
            #expect(abs(rise - (LeastSquares.cost(Self.formula(moved)) - best)) < 1e-9)
            #expect(
                zip(surrogate.point(at: surrogate.coordinates(of: moved)), moved).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    /// Quadratic residuals are learnt, the closer the more points there are; the prior's weight is what is left.
    @Test func quadraticResidualsAreLearnt() throws {
        let linear = try Self.surrogate()
        let errors = [0, 20, 400].map { count in
            let points = Self.points(400).prefix(count)
            return Self.worst(linear.fitted(to: Array(points), residuals: points.map(Self.formula)))
        }
        #expect(errors[1] < errors[0] / 3 && errors[2] < errors[0] / 50, "\(errors)")
    }

    @Test func itsGradientIsThatOfItsCost() throws {
        let points = Self.points(60)
        let surrogate = try Self.surrogate().fitted(to: points, residuals: points.map(Self.formula))
        let z = [0.3, -1.2, 0.8]
        let (cost, gradient) = surrogate.costAndGradient(at: z)
        #expect(cost == surrogate.cost(at: z))
        for variable in 0..<3 {
            var (less, more) = (z, z)
            less[variable] -= 1e-5
            more[variable] += 1e-5
            let difference = (surrogate.cost(at: more) - surrogate.cost(at: less)) / 2e-5
            #expect(abs(gradient[variable] - difference) < 1e-7 * max(1, abs(difference)))
        }
    }

    /// Of linear residuals the draws are normal, wider by the root of the breadth.
    @Test func drawsHaveTheDensityOfTheSurrogate() throws {
        let factor = try #require(CholeskyFactor([[0.25, 0], [0, 4]]))
        let surrogate = ResidualSurrogate(
            mode: [1, 2], residuals: [0, 0], jacobian: [[2, 0], [0, 0.5]], factor: factor)
        var chain = SurrogateChain(
            surrogate, ranges: [-20...20, -20...20], breadth: 1.5,
            metric: try #require(CholeskyFactor([[2, 0.5], [0.5, 1]])), pathCount: 4,
            generator: CounterGenerator(seed: 3, stream: 1, subject: 0))
        let draws = (0..<4000).map { _ in chain.next() }
        for (variable, (centre, deviation)) in [(1.0, 0.5), (2, 2)].enumerated() {
            let values = draws.map { ($0.point[variable] - centre) / deviation }
            let mean = values.reduce(0, +) / 4000
            let variance = values.reduce(0) { $0 + $1 * $1 } / 4000
            #expect(abs(mean) < 0.08 && abs(variance - 1.5) < 0.15, "\(mean), \(variance)")
        }
        for draw in draws.prefix(50) {
            #expect(abs(draw.logDensity + surrogate.cost(at: surrogate.coordinates(of: draw.point)) / 1.5) < 1e-12)
        }
    }

    @Test func drawsStayInTheBox() throws {
        let factor = try #require(CholeskyFactor([[1]]))
        let surrogate = ResidualSurrogate(mode: [0.9], residuals: [0], jacobian: [[1]], factor: factor)
        var chain = SurrogateChain(
            surrogate, ranges: [0...1], breadth: 1, metric: factor, pathCount: 4,
            generator: CounterGenerator(seed: 3, stream: 1, subject: 0))
        let values = (0..<500).map { _ in chain.next().point[0] }
        #expect(values.allSatisfy { (0...1).contains($0) } && values.min()! < 0.05 && values.max()! > 0.95)
    }
}
