import Modeling

/// One thread's memory for compiled programs; programs that were not compiled run as bytecode.
final class NativeWorkspace: KernelWorkspace {
    private let kernel: NativeKernel
    private let programs: [NativeCode.Program?]
    private let prologue: NativeCode.Program?
    private let table: ProgramTable
    /// Parameters, then what follows from them [(parameterCount + hoistedCount) × laneCount].
    private let parameters: UnsafeMutablePointer<Double>
    private let scratch: UnsafeMutablePointer<Double>
    /// Made at the first program that was not compiled.
    private var bytecode: BytecodeWorkspace?
    private var isBytecodeCurrent = false

    init(_ kernel: NativeKernel) {
        self.kernel = kernel
        programs = kernel.native.programs
        prologue = kernel.native.prologue
        table = ProgramTable(kernel.layout)
        let registers = kernel.bytecode.code.layout
        parameters = Self.memory((registers.parameterCount + registers.hoistedCount) * kernel.laneCount)
        scratch = Self.memory(kernel.native.scratchCount * kernel.laneCount)
    }

    deinit {
        UnsafeMutableRawPointer(parameters).deallocate()
        UnsafeMutableRawPointer(scratch).deallocate()
    }

    /// Zeroed, aligned for the widest vector, at least one number.
    private static func memory(_ count: Int) -> UnsafeMutablePointer<Double> {
        let count = max(count, 1)
        return UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
            .initializeMemory(as: Double.self, repeating: 0, count: count)
    }

    func setParameters(_ values: UnsafePointer<Double>) {
        let count = kernel.layout.parameters.count * kernel.laneCount
        parameters.update(from: values, count: count)
        isBytecodeCurrent = false
        if let prologue {
            // It reads neither time nor states.
            prologue(parameters, parameters, parameters, parameters, parameters + count, scratch)
        } else {
            interpreted.copyHoisted(into: parameters + count)
        }
    }

    func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        direction: UnsafePointer<Double>?, history: (any History)?, into result: UnsafeMutablePointer<Double>
    ) {
        if let compiled = programs[table.position(of: program)] {
            compiled(parameters, time, state, direction ?? state, result, scratch)
        } else {
            interpreted.evaluate(
                program, time: time, state: state, direction: direction, history: history, into: result)
        }
    }

    /// The bytecode at the current parameters.
    private var interpreted: BytecodeWorkspace {
        let workspace = bytecode ?? kernel.bytecode.makeBytecodeWorkspace()
        bytecode = workspace
        if !isBytecodeCurrent {
            workspace.setParameters(parameters)
            isBytecodeCurrent = true
        }
        return workspace
    }
}
