import Foundation
import Modeling
import TestSupport
import Testing

@testable import Codegen

/// Machine code is freed with its kernel, and a missing or refusing compiler is an error with words.
@Suite(.enabled(if: NativeMachine.hasCompiler, NativeMachine.reason)) struct NativeMemoryTests {
    @Test func codeGoesWithTheLastReference() throws {
        weak var code: MachineCode?
        do {
            let kernel = try NativeKernel(try EquationSystem(SampleModels.all[0].model))
            code = kernel.native.machineCode
            let workspace = kernel.makeWorkspace()
            #expect(code != nil)
            withExtendedLifetime(workspace) {}
        }
        #expect(code == nil)
    }

    /// A workspace keeps the code of its kernel.
    @Test func aWorkspaceOutlivesItsKernelValue() throws {
        let system = try EquationSystem(SampleModels.all[0].model)
        var kernel: NativeKernel? = try NativeKernel(system)
        let workspace = try #require(kernel).makeWorkspace()
        weak var code: MachineCode?
        code = kernel?.native.machineCode
        kernel = nil
        #expect(code != nil)
        withExtendedLifetime(workspace) {}
    }

    @Test func refusedTextIsAnErrorWithItsPlace() throws {
        var module = IRModule(VectorShape(laneCount: 1, level: .baseline))
        var writer = IRWriter(module.shape)
        _ = writer.binary("fnonsense", "0.0", "1.0")
        module.add(writer, name: "bad", parameters: "")
        let faulty = module
        let error = #expect(throws: CodegenError.self) { try MachineCode(faulty) }
        #expect(error.map { "\($0)".contains("fnonsense") } == true, "\(String(describing: error))")
    }

    @Test func aMissingFunctionIsAnError() throws {
        var module = IRModule(VectorShape(laneCount: 1, level: .baseline))
        module.addEntry("present", pointers: ["p"], parts: [])
        let code = try MachineCode(module)
        #expect(throws: CodegenError.self) {
            try code.function("absent", as: NativeCode.Program.self)
        }
    }
}
