import Foundation
import Modeling
import TestSupport
import Testing

@testable import Codegen

/// Machine code against the reference interpreter and the bytecode.
@Suite(.enabled(if: NativeMachine.hasCompiler, NativeMachine.reason)) struct NativeKernelTests {
    @Test(arguments: SampleModels.all.map(\.name), NativeMachine.all)
    func everyProgramAgreesWithReferenceAndBytecode(name: String, machine: NativeMachine) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let system = try EquationSystem(model)
        let native = KernelProbe(try machine.kernel(system))
        let others = [
            KernelProbe(ReferenceKernel(system)),
            KernelProbe(try BytecodeKernel(system, laneCount: machine.laneCount, level: machine.level)),
        ]
        let layout = system.layout
        var random = RepeatableRandom(seed: 42)
        for trial in 0..<20 {
            let state = native.startState.map { $0 + 0.5 * random.uniform() }
            let direction = layout.parameters.map { _ in random.uniform() - 0.5 }
            let time = 10 * random.uniform()
            for program in ProgramTable(layout).programs {
                let found = native.evaluate(program, time: time, state: state, direction: direction)
                for other in others {
                    let expected = other.evaluate(program, time: time, state: state, direction: direction)
                    expectClose(found, expected, "\(program), trial \(trial), \(other.kernel.name)")
                }
            }
        }
    }

    /// One subject calls the same library in the same order and rounds at the same places.
    @Test(arguments: SampleModels.all.map(\.name)) func oneSubjectHasTheBitsOfTheBytecode(name: String) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let system = try EquationSystem(model)
        let native = KernelProbe(try NativeMachine(laneCount: 1, level: .current).kernel(system))
        let bytecode = KernelProbe(try BytecodeKernel(system))
        let direction = system.layout.parameters.map { _ in 0.7 }
        for trial in 0..<10 {
            let state = native.startState.map { $0 + 0.37 * Double(trial) }
            for program in ProgramTable(system.layout).programs {
                let found = native.evaluate(program, time: 1.5, state: state, direction: direction)
                let expected = bytecode.evaluate(program, time: 1.5, state: state, direction: direction)
                for (x, y) in zip(found, expected) where !(x.isNaN && y.isNaN) {
                    #expect(x.bitPattern == y.bitPattern, "\(program)")
                }
            }
        }
    }

    @Test(arguments: 0..<40, NativeMachine.all) func randomFormulasAgree(seed: Int, machine: NativeMachine) throws {
        var random = RepeatableRandom(seed: UInt64(seed))
        let builder = ModelBuilder(name: "random", timeUnit: .second)
        let scope = builder.scope("r", grade: .established)
        let k = scope.parameter("k", 1.3, .dimensionless, .assumed(because: "test"), "a number")
        let states = (0..<3).map { scope.state("y\($0)", .dimensionless, typical: 1, nonNegative: false, "a state") }
        for state in states { scope.rate(of: state, random.expression(over: states + [k], depth: 5)) }
        let system = try EquationSystem(builder.model)
        let native = KernelProbe(try machine.kernel(system))
        let bytecode = KernelProbe(try BytecodeKernel(system, laneCount: machine.laneCount, level: machine.level))
        let reference = KernelProbe(ReferenceKernel(system))
        for trial in 0..<10 {
            let state = (0..<3).map { _ in 4 * random.uniform() - 1 }
            for program in [KernelProgram.rightHandSide, .jacobian, .parameterDirection] {
                let found = native.evaluate(program, time: 0, state: state, direction: [1])
                let place = "seed \(seed), \(program), trial \(trial)"
                expectClose(
                    found, bytecode.evaluate(program, time: 0, state: state, direction: [1]), place, tolerance: 1e-8)
                expectClose(
                    found, reference.evaluate(program, time: 0, state: state, direction: [1]), place, tolerance: 1e-8,
                    skippingInfinite: program != .rightHandSide)
            }
        }
    }

    /// Eight different subjects: each lane gives the same bits as with its subject in every lane.
    @Test(arguments: SampleModels.all.map(\.name), LaneLevel.available)
    func noSubjectDependsOnTheOthers(name: String, level: LaneLevel) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let system = try EquationSystem(model)
        let kernel = try NativeMachine(laneCount: 8, level: level).kernel(system)
        let alone = KernelProbe(kernel)
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(alone.parameters.flatMap { Array(repeating: $0, count: 8) })
        let subjects: [[Double]] = (0..<8).map { lane in
            let shift = 0.1 * Double(lane)
            return alone.startState.map { $0 * (1 + 3 * shift) + shift }
        }
        let state: [Double] = system.layout.states.indices.flatMap { index in subjects.map { $0[index] } }
        let time = [Double](repeating: 1, count: 8)
        for program in [KernelProgram.rightHandSide, .jacobian, .rightHandSideAndJacobian, .outputs] {
            let count = system.layout.resultCount(of: program)
            var result = [Double](repeating: 0, count: max(1, count) * 8)
            workspace.evaluate(program, time: time, state: state, into: &result)
            for (lane, subject) in subjects.enumerated() {
                let expected = alone.evaluate(program, time: 1, state: subject).map { $0.bitPattern }
                let found = (0..<count).map { result[$0 * 8 + lane].bitPattern }
                #expect(found == expected, "\(program)")
            }
        }
    }

    /// A program far longer than a part: what one part computes, another reads.
    @Test(arguments: NativeMachine.all) func longProgramsAreSplit(machine: NativeMachine) throws {
        let builder = ModelBuilder(name: "long", timeUnit: .second)
        let scope = builder.scope("l", grade: .established)
        let k = scope.parameter("k", 0.7, .dimensionless / .second, .assumed(because: "test"), "rate")
        let states = (0..<400).map {
            scope.state("y\($0)", .dimensionless, typical: 1, nonNegative: false, "a state")
        }
        for (index, state) in states.enumerated() {
            let next = states[(index + 1) % states.count]
            let size = state * state + next * next
            scope.rate(of: state, k * (exp(-state) * next - size * state))
        }
        let system = try EquationSystem(builder.model)
        #expect(system.layout.states.count == 400)
        let native = KernelProbe(try machine.kernel(system))
        let bytecode = KernelProbe(try BytecodeKernel(system, laneCount: machine.laneCount, level: machine.level))
        let state = (0..<400).map { 0.01 * Double($0 % 37) }
        for program in [KernelProgram.rightHandSide, .jacobian, .rightHandSideAndJacobian, .parameterDirection] {
            let found = native.evaluate(program, time: 0, state: state, direction: [1])
            expectClose(found, bytecode.evaluate(program, time: 0, state: state, direction: [1]), "\(program)")
        }
    }

    /// What was not compiled runs as bytecode, at the parameters of the moment.
    @Test func otherProgramsRunAsBytecode() throws {
        for sample in SampleModels.all {
            let system = try EquationSystem(sample.model)
            let native = KernelProbe(try NativeKernel(system, programs: [.rightHandSide]))
            let bytecode = KernelProbe(try BytecodeKernel(system))
            for factor in [1.0, 1.5] {
                let parameters = bytecode.parameters.map { $0 * factor }
                native.setParameters(parameters)
                bytecode.setParameters(parameters)
                for program in ProgramTable(system.layout).programs where program != .rightHandSide {
                    let direction = parameters.map { _ in 1.0 }
                    let state = bytecode.startState
                    #expect(
                        native.evaluate(program, time: 1, state: state, direction: direction).map(\.bitPattern)
                            == bytecode.evaluate(program, time: 1, state: state, direction: direction)
                            .map(\.bitPattern), "\(sample.name), \(program)")
                }
            }
        }
    }

    @Test func whatReadsThePastRunsAsBytecode() throws {
        let builder = ModelBuilder(name: "late", timeUnit: .hour)
        let scope = builder.scope("s", grade: .established)
        let k = scope.parameter("k", 1, .perHour, .assumed(because: "test"), "rate")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, "delayed decay")
        scope.rate(of: y, -(k * y.delayed(by: 1 / k)))
        builder.output("y", y, .dimensionless, label: "y")
        let system = try EquationSystem(builder.model)
        let kernel = try NativeKernel(system)
        let late = ProgramTable(system.layout).position(of: .rightHandSide)
        #expect(kernel.native.programs[late] == nil && kernel.capabilities.contains(.history))
        let found = KernelProbe(kernel).evaluate(.rightHandSide, time: 2, state: [3])
        #expect(found == KernelProbe(try BytecodeKernel(system)).evaluate(.rightHandSide, time: 2, state: [3]))
    }

    @Test func namesSayLanesAndLevel() throws {
        let system = try EquationSystem(SampleModels.all[0].model)
        #expect(try NativeKernel(system, level: .baseline).name == "native, baseline")
        #expect(try NativeKernel(system, laneCount: 8, level: .baseline).name == "native, 8 lanes, baseline")
    }

    @Test func otherNumbersOfLanesAreRefused() throws {
        let system = try EquationSystem(SampleModels.all[0].model)
        #expect(throws: CodegenError.laneCount(4)) { try NativeKernel(system, laneCount: 4) }
    }

    private func expectClose(
        _ found: [Double], _ expected: [Double], _ place: String, tolerance: Double = 1e-11,
        skippingInfinite: Bool = false
    ) {
        #expect(found.count == expected.count, "\(place)")
        for (index, (x, y)) in zip(found, expected).enumerated() where x != y && !(x.isNaN && y.isNaN) {
            // The sign of a zero, and so of an infinity behind it, is not kept by simplification.
            if !x.isFinite && !y.isFinite || skippingInfinite && !(x.isFinite && y.isFinite) { continue }
            #expect(abs(x - y) <= tolerance * max(abs(x), abs(y), 1), "\(place)[\(index)]: \(x) against \(y)")
        }
    }
}
