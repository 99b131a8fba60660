import Codegen
import Foundation
import Modeling
import TestSupport
import Testing

/// One body over every kernel: each must give what the reference interpreter gives.
@Suite struct BytecodeKernelTests {
    @Test(arguments: SampleModels.all.map(\.name), LaneProgram.machines)
    func everyProgramAgreesWithTheReference(name: String, machine: LaneProgram) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let system = try EquationSystem(model)
        let reference = KernelProbe(ReferenceKernel(system))
        let bytecode = KernelProbe(try BytecodeKernel(system, laneCount: machine.laneCount, level: machine.level))
        expectClose(bytecode.startState, reference.startState, "start")
        expectClose(bytecode.parameters, reference.parameters, "parameters")
        let layout = system.layout
        var programs: [KernelProgram] = [
            .rightHandSide, .jacobian, .rightHandSideAndJacobian, .timeDerivative, .parameterDirection, .roots,
            .outputs,
            .triggers, .priorities, .delays,
        ]
        programs += layout.events.indices.flatMap { [.eventAssignments($0), .eventScales($0)] }
        programs += layout.doses.indices.map { .doseAssignments($0) }
        var random = RepeatableRandom(seed: 42)
        for trial in 0..<20 {
            let state = reference.startState.map { $0 + 0.5 * random.uniform() }
            let direction = layout.parameters.map { _ in random.uniform() - 0.5 }
            let time = 10 * random.uniform()
            for program in programs {
                let expected = reference.evaluate(program, time: time, state: state, direction: direction)
                let found = bytecode.evaluate(program, time: time, state: state, direction: direction)
                expectClose(found, expected, "\(program), trial \(trial)")
            }
        }
    }

    /// Random formulas: what the simplifier, the differentiator and the register allocator make of them must not matter.
    @Test(arguments: 0..<60) func randomFormulasAgreeWithTheReference(seed: Int) throws {
        var random = RepeatableRandom(seed: UInt64(seed))
        let builder = ModelBuilder(name: "random", timeUnit: .second)
        let scope = builder.scope("r", grade: .established)
        let k = scope.parameter("k", 1.3, .dimensionless, .assumed(because: "test"), "a number")
        let states = (0..<3).map { scope.state("y\($0)", .dimensionless, typical: 1, nonNegative: false, "a state") }
        for state in states { scope.rate(of: state, random.expression(over: states + [k], depth: 5)) }
        let system = try EquationSystem(builder.model)
        let reference = KernelProbe(ReferenceKernel(system))
        let bytecode = KernelProbe(try BytecodeKernel(system, laneCount: 8))
        for trial in 0..<10 {
            let state = (0..<3).map { _ in 4 * random.uniform() - 1 }
            for program in [KernelProgram.rightHandSide, .jacobian, .parameterDirection] {
                let expected = reference.evaluate(program, time: 0, state: state, direction: [1])
                let found = bytecode.evaluate(program, time: 0, state: state, direction: [1])
                expectClose(
                    found, expected, "seed \(seed), \(program), trial \(trial)", tolerance: 1e-8,
                    skippingInfinite: program != .rightHandSide)
            }
        }
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

    @Test func delayInLanesIsRefusedByName() throws {
        let builder = ModelBuilder(name: "late", timeUnit: .hour)
        let scope = builder.scope("s", grade: .established)
        let k = scope.parameter("k", 1, .perHour, .assumed(because: "test"), "rate")
        let y = scope.state("y", .dimensionless, initial: 1, typical: 1, "delayed decay")
        scope.rate(of: y, -(k * y.delayed(by: 1 / k)))
        let system = try EquationSystem(builder.model)
        #expect(throws: CodegenError.unsupported(construct: "delay in lanes", model: "late")) {
            try BytecodeKernel(system, laneCount: 8)
        }
    }

    /// Eight different subjects: each lane gives the same bits as with its subject in every lane.
    @Test(arguments: SampleModels.all.map(\.name), LaneLevel.available)
    func noSubjectDependsOnTheOthers(name: String, level: LaneLevel) throws {
        let model = try #require(SampleModels.all.first { $0.name == name }).model
        let system = try EquationSystem(model)
        let kernel = try BytecodeKernel(system, laneCount: 8, level: level)
        let alone = KernelProbe(kernel)
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(alone.parameters.flatMap { Array(repeating: $0, count: 8) })
        let states = system.layout.states.count
        let subjects: [[Double]] = (0..<8).map { lane in
            let shift = 0.1 * Double(lane)
            return alone.startState.map { $0 * (1 + 3 * shift) + shift }
        }
        let state: [Double] = (0..<states).flatMap { index in subjects.map { $0[index] } }
        let time = [Double](repeating: 1, count: 8)
        for program in [KernelProgram.rightHandSide, .jacobian, .outputs] {
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
}
