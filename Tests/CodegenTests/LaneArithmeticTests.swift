import CLanes
import Codegen
import Foundation
import Modeling
import TestSupport
import Testing

/// One instruction at a time, at every level this processor runs: what each operation gives, and to which lane.
@Suite struct LaneArithmeticTests {
    static let edges: [Double] = [
        0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, 1 / 3.0, .infinity, -.infinity, .nan,
        .leastNonzeroMagnitude, -.leastNormalMagnitude / 64, .leastNormalMagnitude / 4, 1e308, -1e308, 1e-300, 709.7,
        710, -708.5, -745, -746, 1 - 1e-16, 1 + 3e-16, 1e22, 9_007_199_254_740_991,
    ]
    static let vectorFunctions: [Modeling.Operation] = [.exp, .ln, .power]

    @Test func operationsAreNumberedAsInTheModel() {
        for operation in Modeling.Operation.allCases {
            #expect(String(cString: patency_operation_name(Int32(operation.rawValue))) == "\(operation)")
        }
        #expect(String(cString: patency_operation_name(Int32(Modeling.Operation.allCases.count))) == "productPlus")
    }

    /// Only exp, ln and pow come from another library than the reference's; the rest must agree to the last bit.
    @Test(arguments: LaneProgram.machines) func edgeValuesAreThoseOfTheReference(machine: LaneProgram) {
        for operation in Modeling.Operation.allCases where operation != .select {
            for x in Self.edges {
                for y in operation.arity == 1 ? [0] : Self.edges {
                    let expected = operation.arity == 1 ? operation.apply(x) : operation.apply(x, y)
                    let found = machine.run(Int32(operation.rawValue), x, y, 0)
                    let steps: Int64 = Self.vectorFunctions.contains(operation) ? 4 : 0
                    #expect(
                        Self.isClose(found, expected, steps: steps),
                        "\(operation)(\(x), \(y)): \(found), not \(expected)")
                }
            }
        }
    }

    @Test(arguments: LaneProgram.machines) func selectTakesTheFirstWhereTheConditionIsNotZero(machine: LaneProgram) {
        for (condition, expected) in [(0.0, 3.0), (-0.0, 3.0), (1, 2), (-5, 2), (.nan, 2)] {
            #expect(machine.run(Int32(Modeling.Operation.select.rawValue), condition, 2, 3) == expected)
        }
    }

    @Test(arguments: LaneProgram.machines) func joinedOperationsRoundBetween(machine: LaneProgram) {
        var random = RepeatableRandom(seed: 7)
        for _ in 0..<200 {
            let (a, b) = (random.uniform() - 0.5, random.uniform() - 0.5)
            let c = random.uniform() < 0.2 ? -(a * b) : random.uniform() - 0.5
            let product = a * b
            for (operation, expected) in [
                (patency_productPlus, product + c), (patency_productMinus, product - c),
                (patency_minusProduct, c - product),
                (patency_tripleProduct, product * c), (patency_differenceTimes, (a - b) * c),
            ] { #expect(machine.run(Int32(operation.rawValue), a, b, c) == expected, "\(operation)") }
        }
    }

    /// The other lanes hold edge values, for which the vector library leaves its common path.
    @Test(arguments: LaneProgram.machines.filter { $0.laneCount == 8 })
    func noLaneDependsOnTheOthers(machine: LaneProgram) {
        var random = RepeatableRandom(seed: 3)
        for trial in 0..<2000 {
            let (x, y) = (exp(8 * random.uniform() - 4), 6 * random.uniform() - 3)
            let lane = trial % 8
            var xs = (0..<8).map { _ in Self.edges[Int(random.uniform() * Double(Self.edges.count))] }
            var ys = (0..<8).map { _ in Self.edges[Int(random.uniform() * Double(Self.edges.count))] }
            (xs[lane], ys[lane]) = (x, y)
            for operation in Self.vectorFunctions {
                let together = machine.lanes(Int32(operation.rawValue), xs, ys, ys)[lane]
                #expect(together.bitPattern == machine.run(Int32(operation.rawValue), x, y, y).bitPattern)
            }
        }
    }

    /// Equal within a number of representable steps; zeros by sign, any NaN like another.
    static func isClose(_ x: Double, _ y: Double, steps: Int64) -> Bool {
        if x.isNaN || y.isNaN { return x.isNaN && y.isNaN }
        guard x.sign == y.sign else { return false }
        return abs(Int64(bitPattern: x.magnitude.bitPattern) - Int64(bitPattern: y.magnitude.bitPattern)) <= steps
    }
}
