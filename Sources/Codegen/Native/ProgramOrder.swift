import Modeling

/// A program's instructions in an order that suits machine code: what is computed is soon used.
///
/// A call of an elementary function keeps no vector register, so whatever is alive at a call goes through memory.
/// Therefore calls come first, with what they need, and then result after result, depth first, each stored at once.
struct ProgramOrder {
    enum Step {
        case compute(Instruction)
        case store(register: Int32, result: Int)
    }

    private(set) var steps: [Step] = []

    init(_ program: RegisterProgram) {
        var producers: [Int32: Int] = [:]
        for (index, instruction) in program.instructions.enumerated() { producers[instruction.target] = index }
        var isDone = [Bool](repeating: false, count: program.instructions.count)
        for (index, instruction) in program.instructions.enumerated()
        where instruction.single.flatMap(VectorMath.scalarName) != nil {
            visit(index, program, producers, &isDone)
        }
        for (result, register) in program.results.enumerated() {
            if let producer = producers[register] { visit(producer, program, producers, &isDone) }
            steps.append(.store(register: register, result: result))
        }
    }

    /// Appends an instruction after what it needs; with a stack of its own, since formulas can be deep.
    private mutating func visit(
        _ root: Int, _ program: RegisterProgram, _ producers: [Int32: Int], _ isDone: inout [Bool]
    ) {
        var stack = [(root, 0)]
        while let (index, operand) = stack.popLast() {
            if isDone[index] { continue }
            let instruction = program.instructions[index]
            let operands = instruction.operands
            guard operand < operands.count else {
                isDone[index] = true
                steps.append(.compute(instruction))
                continue
            }
            stack.append((index, operand + 1))
            if let producer = producers[operands[operand]], !isDone[producer] { stack.append((producer, 0)) }
        }
    }
}
