import Modeling

/// The compiled programs of a system.
struct NativeCode: Sendable {
    /// Arguments: parameters and what follows from them, time, states, direction, results, scratch.
    typealias Program =
        @Sendable @convention(c) (
            UnsafeMutablePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>, UnsafePointer<Double>,
            UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
        ) -> Void

    let machineCode: MachineCode
    /// `nil` where the bytecode computes what follows from parameters alone.
    let prologue: Program?
    /// By `ProgramTable`; `nil` for what was not compiled.
    let programs: [Program?]
    let elimination: NativeElimination?
    /// Values that parts of long programs leave for each other.
    let scratchCount: Int

    init(_ text: NativeText, plan: EliminationPlan?) throws(CodegenError) {
        if let obstacle = MachineCode.obstacle { throw .noCompiler(reason: obstacle) }
        let machineCode = try MachineCode(text.module)
        prologue = text.hasPrologue ? try machineCode.function("prologue", as: Program.self) : nil
        var programs: [Program?] = []
        for isCompiled in text.isCompiled {
            let name = NativeText.name(programs.count)
            programs.append(isCompiled ? try machineCode.function(name, as: Program.self) : nil)
        }
        self.programs = programs
        elimination = try plan.map { plan throws(CodegenError) in try NativeElimination(plan, machineCode) }
        self.machineCode = machineCode
        scratchCount = text.scratchCount
    }
}

/// The programs of a system as a module of LLVM's textual form.
struct NativeText {
    private(set) var module: IRModule
    /// By `ProgramTable`.
    private(set) var isCompiled: [Bool] = []
    private(set) var scratchCount = 0
    /// Lanes take new parameters once a subject, one subject at every dose: only there is it worth compiling.
    let hasPrologue: Bool

    init(
        _ code: RegisterCode, table: ProgramTable, programs wanted: Set<KernelProgram>, plan: EliminationPlan?,
        shape: VectorShape
    ) {
        module = IRModule(shape)
        hasPrologue = shape.laneCount == 1
        if hasPrologue {
            let hoisted = (code.layout.hoistedStart..<code.layout.time).map { Int32($0) }
            let prologue = RegisterProgram(instructions: code.prologue, results: hoisted)
            scratchCount = ProgramWriter.add(prologue, "prologue", code.layout, to: &module)
        }
        for (position, program) in table.programs.enumerated() {
            let body = code.programs[program] ?? RegisterProgram()
            // Finding past values is the bytecode's affair.
            isCompiled.append(wanted.contains(program) && body.lags.isEmpty)
            guard isCompiled[position] else { continue }
            let slots = ProgramWriter.add(
                body, Self.name(position), code.layout, to: &module)
            scratchCount = max(scratchCount, slots)
        }
        if let plan { EliminationWriter(plan, shape).add(to: &module) }
    }

    /// A program's function, by its position in the table.
    static func name(_ position: Int) -> String { "program\(position)" }
}

/// A plan's elimination as machine code.
struct NativeElimination: KernelElimination {
    private typealias Factor =
        @Sendable @convention(c) (
            UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>, UnsafePointer<Double>,
            UnsafeMutablePointer<Double>, Double
        ) -> Void
    private typealias Solve = @Sendable @convention(c) (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void

    let plan: EliminationPlan
    private let machineCode: MachineCode
    private let factorFunction: Factor
    private let solveFunction: Solve

    init(_ plan: EliminationPlan, _ machineCode: MachineCode) throws(CodegenError) {
        self.plan = plan
        self.machineCode = machineCode
        factorFunction = try machineCode.function("factor", as: Factor.self)
        solveFunction = try machineCode.function("solve", as: Solve.self)
    }

    func factor(
        jacobian: UnsafePointer<Double>, step: UnsafePointer<Double>, gamma: Double,
        into values: UnsafeMutablePointer<Double>, faults: UnsafeMutablePointer<Double>
    ) { factorFunction(jacobian, step, values, values, faults, gamma) }

    func solve(_ values: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>) {
        solveFunction(values, vector)
    }
}
