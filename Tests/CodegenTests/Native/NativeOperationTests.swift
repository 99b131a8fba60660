import Foundation
import Modeling
import TestSupport
import Testing

@testable import Codegen

/// One operation at a time: edge values, lanes, roundings.
@Suite(.enabled(if: NativeMachine.hasCompiler, NativeMachine.reason)) struct NativeOperationTests {
    /// Representable steps that the vector library may be off by; what is not its own agrees to the last bit.
    private static func steps(_ operation: Modeling.Operation, _ machine: NativeMachine) -> Int64 {
        VectorMath.vectorName(operation, machine.shape) == nil ? 0 : 4
    }

    @Test(arguments: NativeMachine.all, Modeling.Operation.allCases.filter { $0 != .select })
    func edgeValuesAreThoseOfTheReference(machine: NativeMachine, operation: Modeling.Operation) throws {
        let edges = LaneArithmeticTests.edges
        let pairs = edges.flatMap { x in (operation.arity == 1 ? [0] : edges).map { (x, $0) } }
        let function = try CompiledOperation(operation, machine)
        for (x, y) in pairs {
            let expected = operation.arity == 1 ? operation.apply(x) : operation.apply(x, y)
            for found in function(x, y) {
                #expect(
                    LaneArithmeticTests.isClose(found, expected, steps: Self.steps(operation, machine)),
                    "\(operation)(\(x), \(y)): \(found), not \(expected)")
            }
        }
    }

    @Test(arguments: NativeMachine.all) func selectTakesTheFirstWhereTheConditionIsNotZero(machine: NativeMachine)
        throws
    {
        let function = try CompiledOperation(.select, machine)
        for (condition, expected) in [(0.0, 3.0), (-0.0, 3.0), (1, 2), (-5, 2), (.nan, 2)] {
            #expect(function(condition, 2, 3).allSatisfy { $0 == expected })
        }
    }

    /// The other lanes hold edge values, for which the vector library leaves its common path.
    @Test(arguments: NativeMachine.all.filter { $0.laneCount == 8 }) func noLaneDependsOnTheOthers(
        machine: NativeMachine
    ) throws {
        var random = RepeatableRandom(seed: 3)
        let edges = LaneArithmeticTests.edges
        for operation in Modeling.Operation.allCases where VectorMath.vectorName(operation, machine.shape) != nil {
            let function = try CompiledOperation(operation, machine)
            for trial in 0..<1000 {
                let (x, y) = (exp(8 * random.uniform() - 4), 6 * random.uniform() - 3)
                var xs = (0..<8).map { _ in edges[random.integer(below: edges.count)] }
                var ys = (0..<8).map { _ in edges[random.integer(below: edges.count)] }
                (xs[trial % 8], ys[trial % 8]) = (x, y)
                let together = function.lanes([xs, ys, ys])[trial % 8]
                #expect(together.bitPattern == function(x, y)[0].bitPattern, "\(operation)(\(x), \(y))")
            }
        }
    }

    /// Products are rounded before they are subtracted, so x·x − y·y at x = y is 0 and not a little below.
    @Test(arguments: NativeMachine.all) func productsAreNotFused(machine: NativeMachine) throws {
        let builder = ModelBuilder(name: "difference", timeUnit: .second)
        let scope = builder.scope("d", grade: .established)
        let (x, y) = (
            scope.state("x", .dimensionless, typical: 1, nonNegative: false, "one"),
            scope.state("y", .dimensionless, typical: 1, nonNegative: false, "other")
        )
        let difference = x * x - y * y
        scope.rate(of: x, sqrt(difference))
        scope.rate(of: y, difference)
        let native = KernelProbe(try machine.kernel(try EquationSystem(builder.model)))
        var random = RepeatableRandom(seed: 5)
        for _ in 0..<500 {
            let value = 3 * random.uniform()
            let found = native.evaluate(.rightHandSide, time: 0, state: [value, value])
            #expect(found == [0, 0])
        }
    }
}

/// An operation compiled by itself: operands are states, the result is a derivative.
struct CompiledOperation {
    let machine: NativeMachine
    let code: MachineCode
    let function: NativeCode.Program

    init(_ operation: Modeling.Operation, _ machine: NativeMachine) throws {
        self.machine = machine
        let layout = RegisterLayout(parameterCount: 0, stateCount: 3, directionCount: 0, lagCount: 0)
        let (first, target) = (Int32(layout.stateStart), Int32(layout.temporaryStart))
        var module = IRModule(machine.shape)
        let program = RegisterProgram(
            instructions: [Instruction(operation, target: target, a: first, b: first + 1, c: first + 2)],
            results: [target])
        _ = ProgramWriter.add(program, "program", layout, to: &module)
        code = try MachineCode(module)
        function = try code.function("program", as: NativeCode.Program.self)
    }

    /// Results of the same operands in every lane.
    func callAsFunction(_ x: Double, _ y: Double, _ z: Double = 0) -> [Double] {
        lanes([x, y, z].map { Array(repeating: $0, count: machine.laneCount) })
    }

    func lanes(_ operands: [[Double]]) -> [Double] {
        let states = operands.flatMap { $0 }
        var result = [Double](repeating: 0, count: machine.laneCount)
        var scratch = [0.0]
        var parameters = [0.0]
        withExtendedLifetime(code) { function(&parameters, states, states, states, &result, &scratch) }
        return result
    }
}
