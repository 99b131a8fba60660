import Foundation
import Modeling
import TestSupport
import Testing

@testable import Codegen

/// Straight-line elimination: its solutions solve the system, lane by lane.
@Suite(.enabled(if: NativeMachine.hasCompiler, NativeMachine.reason)) struct EliminationTests {
    static let machines = NativeMachine.all.filter { $0.laneCount == 8 }

    private func elimination(_ plan: EliminationPlan, _ machine: NativeMachine) throws -> NativeElimination {
        var module = IRModule(machine.shape)
        EliminationWriter(plan, machine.shape).add(to: &module)
        return try NativeElimination(plan, try MachineCode(module))
    }

    /// A random pattern with about four elements per column, some diagonals missing.
    private func pattern(_ count: Int, _ random: inout RepeatableRandom) -> SparsityPattern {
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

    /// The longest needs several parts.
    @Test(arguments: [1, 2, 5, 17, 40, 120], machines) func solutionsSolve(count: Int, machine: NativeMachine) throws {
        var random = RepeatableRandom(seed: UInt64(count))
        let pattern = pattern(count, &random)
        let plan = EliminationPlan(pattern)
        let elimination = try elimination(plan, machine)
        let jacobian = (0..<(8 * pattern.nonZeroCount)).map { _ in 2 * random.uniform() - 1 }
        let step = (0..<8).map { 0.3 + 0.02 * Double($0) }
        let right = (0..<(8 * count)).map { _ in random.uniform() }
        var values = [Double](repeating: .nan, count: 8 * plan.valueCount)
        var faults = [Double](repeating: .nan, count: 8)
        var x = right
        elimination.factor(jacobian: jacobian, step: step, gamma: 0.25, into: &values, faults: &faults)
        elimination.solve(values, &x)
        #expect(faults == [Double](repeating: 0, count: 8))
        for lane in 0..<8 {
            var residual = (0..<count).map { x[8 * $0 + lane] / (0.25 * step[lane]) - right[8 * $0 + lane] }
            for (index, (row, column)) in zip(pattern.rows, pattern.columns).enumerated() {
                residual[row] -= jacobian[8 * index + lane] * x[8 * column + lane]
            }
            #expect(residual.allSatisfy { abs($0) < 1e-11 }, "lane \(lane)")
        }
    }

    /// The same in code for one subject.
    @Test(arguments: [1, 5, 40, 120]) func oneSubjectsSolutionsSolve(count: Int) throws {
        let machine = try #require(NativeMachine.all.first { $0.laneCount == 1 })
        var random = RepeatableRandom(seed: UInt64(count))
        let pattern = pattern(count, &random)
        let plan = EliminationPlan(pattern)
        let elimination = try elimination(plan, machine)
        let jacobian = (0..<pattern.nonZeroCount).map { _ in 2 * random.uniform() - 1 }
        let right = (0..<count).map { _ in random.uniform() }
        var (values, faults, x) = ([Double](repeating: .nan, count: plan.valueCount), [Double.nan], right)
        elimination.factor(jacobian: jacobian, step: [0.3], gamma: 0.25, into: &values, faults: &faults)
        elimination.solve(values, &x)
        #expect(faults == [0])
        var residual = (0..<count).map { x[$0] / 0.075 - right[$0] }
        for (index, (row, column)) in zip(pattern.rows, pattern.columns).enumerated() {
            residual[row] -= jacobian[index] * x[column]
        }
        #expect(residual.allSatisfy { abs($0) < 1e-11 })
    }

    @Test(arguments: machines) func aLostPivotIsAFaultOfItsLaneOnly(machine: NativeMachine) throws {
        let plan = EliminationPlan(SparsityPattern(rowCount: 1, columnStarts: [0, 1], rows: [0]))
        let elimination = try elimination(plan, machine)
        let jacobian = [0, 4, .nan, 3.9, -1e300, .infinity, 5, 0]
        var (values, faults) = ([Double](repeating: 0, count: 8), [Double](repeating: .nan, count: 8))
        elimination.factor(
            jacobian: jacobian, step: [Double](repeating: 1, count: 8), gamma: 0.25, into: &values, faults: &faults)
        #expect(faults == [0, 1, 1, 0, 0, 1, 0, 0])
    }
}
