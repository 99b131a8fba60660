import Modeling

/// The default kernel: a register bytecode over the graph's single-assignment form, for one subject or eight at once.
///
/// No compile time to speak of. A lane's result does not depend on the other lanes, but its exponentials, logarithms
/// and powers are the vector library's, which differ from those of one subject alone in the last bits.
public struct BytecodeKernel: Kernel {
    public let layout: KernelLayout
    public let capabilities: KernelCapabilities
    public let laneCount: Int
    /// Instruction set of the lanes.
    public let level: LaneLevel
    let code: RegisterCode

    /// Generates the programs of a system.
    ///
    /// - Parameters:
    ///   - system: whose programs are generated.
    ///   - laneCount: 1 or 8.
    ///   - level: one of `LaneLevel.available`; without effect on one lane.
    /// - Throws: ``CodegenError`` for `delay` in eight lanes and for other numbers of lanes.
    public init(_ system: EquationSystem, laneCount: Int = 1, level: LaneLevel = .current) throws(CodegenError) {
        guard laneCount == 1 || laneCount == 8 else { throw .laneCount(laneCount) }
        guard laneCount == 1 || !system.layout.usesHistory else {
            throw .unsupported(construct: "delay in lanes", model: system.layout.modelName)
        }
        layout = system.layout
        var derivatives: KernelCapabilities =
            system.derivativeObstacle == nil ? [.jacobian, .timeDerivative, .parameterDirection] : []
        if system.layout.sensitivity != nil { derivatives.insert(.sensitivities) }
        capabilities = laneCount == 1 ? derivatives.union(.history) : derivatives
        self.laneCount = laneCount
        self.level = level
        code = RegisterCode(system)
    }

    /// With the instruction set of lanes, since results are the same bytes only within one.
    public var name: String { laneCount == 1 ? "bytecode" : "bytecode, \(laneCount) lanes, \(level)" }

    public func makeWorkspace() -> any KernelWorkspace { makeBytecodeWorkspace() }

    func makeBytecodeWorkspace() -> BytecodeWorkspace {
        BytecodeWorkspace(code, layout, laneCount: laneCount, level: level)
    }
}
