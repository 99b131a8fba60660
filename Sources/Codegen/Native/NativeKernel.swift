import Foundation
import Modeling

/// Machine code by LLVM, from the same single-assignment programs as the bytecode, for one subject or eight at once.
///
/// What solvers run at every step is compiled; the rest runs as bytecode. Compiling takes tens of milliseconds, so this
/// kernel is for long work. One subject gets the bits of the bytecode; lanes have other powers, sines and cosines, which
/// differ in the last bits.
public struct NativeKernel: Kernel {
    /// Why no native kernel can be made on this machine; `nil` where one can. The first call opens LLVM.
    public static var obstacle: String? { MachineCode.obstacle }

    /// Largest number of values in factors for which straight-line elimination is made.
    static let largestElimination = 5000

    /// Largest number of events whose programs are compiled.
    private static let largestEventCount = 16

    public let layout: KernelLayout
    public let capabilities: KernelCapabilities
    public let laneCount: Int
    /// Instruction set of the code.
    public let level: LaneLevel
    /// From registers to machine code [s].
    public let compileSeconds: Double
    let bytecode: BytecodeKernel
    let native: NativeCode

    /// Compiles the programs of a system.
    ///
    /// - Parameters:
    ///   - system: whose programs are compiled.
    ///   - laneCount: 1 or 8.
    ///   - level: one of `LaneLevel.available`; for one lane too.
    ///   - programs: those to compile; `nil` for what solvers run at every step and report.
    /// - Throws: ``CodegenError``: for `delay` in lanes, for other numbers of lanes, where LLVM is not there.
    public init(
        _ system: EquationSystem, laneCount: Int = 1, level: LaneLevel = .current, programs: Set<KernelProgram>? = nil
    ) throws(CodegenError) {
        try self.init(BytecodeKernel(system, laneCount: laneCount, level: level), programs: programs)
    }

    /// Compiles the programs of a bytecode kernel.
    ///
    /// - Parameters:
    ///   - bytecode: decides equations, lanes and level.
    ///   - programs: as above.
    /// - Throws: ``CodegenError/noCompiler(reason:)``; ``CodegenError/compilation(reason:)``.
    public init(_ bytecode: BytecodeKernel, programs: Set<KernelProgram>? = nil) throws(CodegenError) {
        layout = bytecode.layout
        capabilities = bytecode.capabilities
        laneCount = bytecode.laneCount
        level = bytecode.level
        self.bytecode = bytecode
        let began = ContinuousClock.now
        let plan = Self.plan(bytecode)
        native = try NativeCode(Self.text(bytecode, programs, plan), plan: plan)
        let elapsed = (ContinuousClock.now - began).components
        compileSeconds = Double(elapsed.seconds) + 1e-18 * Double(elapsed.attoseconds)
    }

    /// What LLVM is given for a bytecode kernel.
    public static func intermediateText(_ bytecode: BytecodeKernel) -> String {
        text(bytecode, nil, plan(bytecode)).module.text
    }

    private static func text(
        _ bytecode: BytecodeKernel, _ programs: Set<KernelProgram>?, _ plan: EliminationPlan?
    ) -> NativeText {
        NativeText(
            bytecode.code, table: ProgramTable(bytecode.layout), programs: programs ?? programsOfSolvers(bytecode),
            plan: plan, shape: VectorShape(laneCount: bytecode.laneCount, level: bytecode.level))
    }

    /// The elimination to compile; none that is too large, and none for sensitivities, whose columns share a program's factors.
    private static func plan(_ bytecode: BytecodeKernel) -> EliminationPlan? {
        guard bytecode.capabilities.contains(.jacobian), bytecode.layout.sensitivity == nil else { return nil }
        return EliminationPlan(bytecode.layout.jacobianPattern, largest: largestElimination)
    }

    private static func programsOfSolvers(_ bytecode: BytecodeKernel) -> Set<KernelProgram> {
        var programs: Set<KernelProgram> = [.rightHandSide]
        let hasJacobian = bytecode.capabilities.contains(.jacobian)
        if bytecode.laneCount > 1 {
            if hasJacobian { programs.insert(.rightHandSideAndJacobian) }
            if !bytecode.layout.isAutonomous { programs.insert(.timeDerivative) }
        } else {
            if hasJacobian { programs.insert(.jacobian) }
            programs.formUnion([.roots, .triggers, .outputs])
            programs.formUnion(bytecode.layout.doses.indices.map { .doseAssignments($0) })
            programs.formUnion(programsOfEvents(bytecode.layout))
            if bytecode.capabilities.contains(.sensitivities) {
                programs.formUnion([.linearisation, .curvature, .derivatives(of: .outputs)])
            }
        }
        return programs
    }

    /// What events run; none where there are many, since each takes its time to compile.
    private static func programsOfEvents(_ layout: KernelLayout) -> [KernelProgram] {
        guard 1...largestEventCount ~= layout.events.count else { return [] }
        let own = layout.events.indices.flatMap { [KernelProgram.eventAssignments($0), .eventScales($0)] }
        return [.priorities, .delays] + own
    }

    public var name: String {
        laneCount == 1 ? "native, \(level)" : "native, \(laneCount) lanes, \(level)"
    }

    public var elimination: (any KernelElimination)? { native.elimination }

    public func makeWorkspace() -> any KernelWorkspace { NativeWorkspace(self) }
}
