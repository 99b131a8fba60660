import Codegen
import Modeling

/// The one place that decides which kernel evaluates a system of equations.
public struct KernelChoice: Sendable {
    /// Name for `--version` and messages.
    public let name: String
    public let makeKernel: @Sendable (EquationSystem) throws -> any Kernel

    public init(name: String, makeKernel: @escaping @Sendable (EquationSystem) throws -> any Kernel) {
        self.name = name
        self.makeKernel = makeKernel
    }

    /// The interpreter that walks the model's own formulas; slow, for checks.
    public static let reference = KernelChoice(name: "reference interpreter") { ReferenceKernel($0) }

    /// The bytecode, one subject at a time.
    public static let bytecode = KernelChoice(name: "bytecode") { try BytecodeKernel($0) }

    /// What studies run on: bytecode, and the interpreter for a model with `delay`, which bytecode refuses.
    public static let standard = KernelChoice(name: "bytecode") { system in
        if system.layout.usesHistory { return ReferenceKernel(system) }
        return try BytecodeKernel(system)
    }
}
