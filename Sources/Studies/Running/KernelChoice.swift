import Codegen
import Modeling

/// The one place that decides which kernel evaluates a system of equations.
public struct KernelChoice: Sendable {
    /// Name for `--version` and messages.
    public let name: String
    public let makeKernel: @Sendable (EquationSystem) throws -> any Kernel
    /// The same equations for several subjects at once; `nil` where there is no such kernel.
    public let makeLaneKernel: @Sendable (EquationSystem) throws -> (any Kernel)?
    /// The choice for work of a size, where that is another.
    private let choiceForWork: @Sendable (ExpectedWork) -> KernelChoice?

    public init(
        name: String, makeKernel: @escaping @Sendable (EquationSystem) throws -> any Kernel,
        makeLaneKernel: @escaping @Sendable (EquationSystem) throws -> (any Kernel)? = { _ in nil }
    ) { self.init(name: name, makeKernel: makeKernel, makeLaneKernel: makeLaneKernel, choiceForWork: { _ in nil }) }

    private init(
        name: String, makeKernel: @escaping @Sendable (EquationSystem) throws -> any Kernel,
        makeLaneKernel: @escaping @Sendable (EquationSystem) throws -> (any Kernel)?,
        choiceForWork: @escaping @Sendable (ExpectedWork) -> KernelChoice?
    ) {
        self.name = name
        self.makeKernel = makeKernel
        self.makeLaneKernel = makeLaneKernel
        self.choiceForWork = choiceForWork
    }

    /// The choice for a study, made before the study is split: no batch or thread can change it.
    public func resolved(for work: ExpectedWork) -> KernelChoice { choiceForWork(work) ?? self }

    /// The interpreter that walks the model's own formulas; slow, for checks.
    public static let reference = KernelChoice(name: "reference interpreter") { ReferenceKernel($0) }

    /// The bytecode, one subject at a time.
    public static let bytecode = KernelChoice(name: "bytecode") { try BytecodeKernel($0) }

    /// What studies run on: bytecode, or machine code where the work is long and LLVM is there.
    ///
    /// Lanes take no model with `delay`.
    public static let standard = KernelChoice(
        name: "bytecode, one subject or 8 lanes, \(LaneLevel.current)",
        makeKernel: { try BytecodeKernel($0) },
        makeLaneKernel: { try $0.layout.usesHistory ? nil : BytecodeKernel($0, laneCount: 8) },
        choiceForWork: { work in
            work.stepCount >= leastStepsToCompileFor && nativeObstacle == nil ? .native : nil
        })

    /// Machine code; what reads the past in a model with `delay` runs as bytecode all the same.
    public static let native = KernelChoice(
        name: "native, one subject or 8 lanes, \(LaneLevel.current)",
        makeKernel: { try NativeKernel($0) },
        makeLaneKernel: { try $0.layout.usesHistory ? nil : NativeKernel($0, laneCount: 8) })

    /// Why there is no machine code on this machine; `nil` where there is. The first call opens LLVM.
    public static var nativeObstacle: String? { NativeKernel.obstacle }

    /// Time to compile a kernel and time saved at each step both grow with its operations, so steps alone decide.
    ///
    /// The flagship's two kernels took 0.7 s of processor time where a step saved 3.5 µs: about twice the break-even.
    static let leastStepsToCompileFor = 400_000.0
}
