import Modeling

extension BytecodeKernel: CustomStringConvertible {
    /// The register file and the instructions of the prologue, right-hand side and Jacobian.
    public var description: String {
        let registers = code.layout
        var lines = [
            "kernel \(name) of \(layout.modelName): \(registers.count) registers "
                + "(\(registers.constants.count) constants, \(registers.parameterCount) parameters, "
                + "\(registers.hoistedCount) from parameters alone, \(registers.stateCount) states, "
                + "\(registers.temporaryCount) temporaries)"
        ]
        lines.append("prologue:")
        lines += code.prologue.map { "  " + text($0) }
        for program in [KernelProgram.rightHandSide, .jacobian] {
            guard let body = code.programs[program] else { continue }
            lines.append("\(program):")
            lines += body.instructions.map { "  " + text($0) }
            lines.append("  result " + body.results.map(register).joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }

    private func text(_ instruction: Instruction) -> String {
        let operands = instruction.operands.map(register)
        return "\(register(instruction.target)) = \(instruction.operationName) \(operands.joined(separator: " "))"
    }

    private func register(_ index: Int32) -> String {
        let registers = code.layout
        let position = Int(index)
        if position < registers.parameterStart { return "\(registers.constants[position])" }
        if position < registers.hoistedStart {
            return layout.parameters[position - registers.parameterStart].identifier
        }
        if position < registers.time { return "h\(position - registers.hoistedStart)" }
        if position == registers.time { return "time" }
        if position < registers.directionStart { return layout.states[position - registers.stateStart].identifier }
        if position < registers.temporaryStart {
            return "δ\(position - registers.directionStart)"
        }
        return "t\(position - registers.temporaryStart)"
    }
}
