import Codegen
import Foundation
import Modeling
import Studies
import Testing

@testable import Physiology

/// The flagship on machine code: its derivatives against the bytecode, for every course.
@Suite(.enabled(if: KernelChoice.nativeObstacle == nil, "needs libLLVM 19, which scripts/setup.sh installs"))
struct NativeFlagshipTests {
    @Test(arguments: LaneFlagshipTests.courses.indices, [1, 8]) func derivativesAgree(course: Int, laneCount: Int)
        throws
    {
        let inputs = Set(LaneFlagshipTests.courses[course].map(\.input))
        let system = try EquationSystem(Flagship().model(using: inputs))
        let layout = system.layout
        let native = try NativeKernel(system, laneCount: laneCount).makeWorkspace()
        let bytecode = try BytecodeKernel(system, laneCount: laneCount).makeWorkspace()
        let scalar = try BytecodeKernel(system).makeWorkspace()
        scalar.setParameters(layout.parameters.map(\.defaultValue))
        var start = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        scalar.evaluate(
            .initialValues, time: [0], state: [Double](repeating: 0, count: layout.states.count), into: &start)
        func spread(_ values: some Sequence<Double>) -> [Double] {
            values.flatMap { value in (0..<laneCount).map { value * (1 + 0.02 * Double($0)) } }
        }
        let parameters = spread(start[layout.states.count...])
        let state = spread(start[..<layout.states.count])
        let time = spread([30])
        native.setParameters(parameters)
        bytecode.setParameters(parameters)
        for program in [KernelProgram.rightHandSide, .jacobian, .rightHandSideAndJacobian, .outputs, .roots] {
            let count = layout.resultCount(of: program) * laneCount
            var (found, expected) = (
                [Double](repeating: .nan, count: count + 1), [Double](repeating: .nan, count: count + 1)
            )
            native.evaluate(program, time: time, state: state, into: &found)
            bytecode.evaluate(program, time: time, state: state, into: &expected)
            let largest = expected.prefix(count).map { abs($0) }.max() ?? 0
            for index in 0..<count {
                let size = abs(expected[index]) + 1e-6 * largest
                #expect(abs(found[index] - expected[index]) <= 1e-9 * size, "\(program)[\(index)]")
            }
        }
    }
}
