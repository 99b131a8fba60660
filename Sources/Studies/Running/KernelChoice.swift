import Codegen
import Modeling

/// The one place that decides which kernel evaluates a system of equations.
public struct KernelChoice: Sendable {
    /// Name for `--version` and messages.
    public let name: String
    public let makeKernel: @Sendable (EquationSystem) throws -> any Kernel
    /// The same equations for several subjects at once; `nil` where there is no such kernel.
    public let makeLaneKernel: @Sendable (EquationSystem) throws -> (any Kernel)?

    public init(
        name: String, makeKernel: @escaping @Sendable (EquationSystem) throws -> any Kernel,
        makeLaneKernel: @escaping @Sendable (EquationSystem) throws -> (any Kernel)? = { _ in nil }
    ) {
        self.name = name
        self.makeKernel = makeKernel
        self.makeLaneKernel = makeLaneKernel
    }

    /// The interpreter that walks the model's own formulas; slow, for checks.
    public static let reference = KernelChoice(name: "reference interpreter") { ReferenceKernel($0) }

    /// The bytecode, one subject at a time.
    public static let bytecode = KernelChoice(name: "bytecode") { try BytecodeKernel($0) }

    /// What studies run on: bytecode, also in lanes, where there is no `delay`.
    public static let standard = KernelChoice(
        name: "bytecode, one subject or 8 lanes, \(LaneLevel.current)",
        makeKernel: { try BytecodeKernel($0) },
        makeLaneKernel: { try $0.layout.usesHistory ? nil : BytecodeKernel($0, laneCount: 8) })
}
