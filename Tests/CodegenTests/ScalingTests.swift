import Foundation
import TestSupport
import Testing

@testable import Codegen
@testable import Modeling

/// A model ten times as large has programs, factors and an elimination about ten times as large; counted, not timed.
@Suite struct ScalingTests {
    /// What grows with a model.
    struct Counts {
        let nonZeros: Double
        let quantities: [(name: String, count: Double)]

        init(_ kind: ScalingModel, _ size: Int) throws {
            let system = try EquationSystem(kind.model(stateCount: size))
            let kernel = try BytecodeKernel(system)
            let plan = EliminationPlan(system.layout.jacobianPattern)
            nonZeros = Double(system.layout.jacobianPattern.nonZeroCount)
            func instructions(_ program: KernelProgram) -> Double {
                Double(kernel.code.programs[program]?.instructions.count ?? 0)
            }
            quantities = [
                ("nodes of the graph", Double(system.graph.nodes.count)),
                ("registers", Double(kernel.code.layout.count)),
                ("right-hand side", instructions(.rightHandSide)),
                ("Jacobian", instructions(.rightHandSideAndJacobian)),
                ("elements of the factors", Double(plan.valueCount)),
                ("updates of the elimination", Double(plan.factorProgram.count)),
                ("comparisons for its order", Double(plan.comparisonCount)),
            ]
        }
    }

    /// A sheet's factors grow as n·log n and its elimination as n^1.5 in the best order (George 1973, doi:10.1137/0710032); the least
    /// cost each time comes to 1.27 and 1.78.
    static func limit(_ kind: ScalingModel, _ name: String) -> Double {
        guard kind == .grid else { return name.hasPrefix("comparisons") ? 1.2 : 1.02 }
        switch name {
        case "elements of the factors": return 1.35
        case "updates of the elimination": return 1.85
        case "comparisons for its order": return 1.45
        default: return 1.02
        }
    }

    @Test(arguments: ScalingModel.allCases)
    func growthIsNearLinearInNonZeros(kind: ScalingModel) throws {
        let small = try Counts(kind, 400)
        let large = try Counts(kind, 10_000)
        for (before, after) in zip(small.quantities, large.quantities) {
            let exponent = log(after.count / before.count) / log(large.nonZeros / small.nonZeros)
            #expect(before.count > 0)
            #expect(exponent < Self.limit(kind, before.name), "\(kind) \(before.name): exponent \(exponent)")
        }
    }

    /// The queue gives the order that looking at all candidates for each pivot gives.
    @Test func theOrderIsThatOfTheLeastCostEachTime() throws {
        for kind in ScalingModel.allCases {
            let pattern = try EquationSystem(kind.model(stateCount: 49)).layout.jacobianPattern
            #expect(EliminationPlan(pattern).order.map { Int($0) } == Self.plainOrder(pattern))
        }
    }

    static func plainOrder(_ pattern: SparsityPattern) -> [Int] {
        var rows = (0..<pattern.columnCount).map { Set([$0]) }
        for (row, column) in zip(pattern.rows, pattern.columns) { rows[row].insert(column) }
        var open = Set(rows.indices)
        var order: [Int] = []
        while !open.isEmpty {
            func users(_ pivot: Int) -> [Int] { open.filter { $0 != pivot && rows[$0].contains(pivot) } }
            func cost(_ pivot: Int) -> Int { (rows[pivot].intersection(open).count - 1) * users(pivot).count }
            let pivot = open.min { (cost($0), $0) < (cost($1), $1) }!
            for row in users(pivot) { rows[row].formUnion(rows[pivot].intersection(open)) }
            open.remove(pivot)
            order.append(pivot)
        }
        return order
    }
}
