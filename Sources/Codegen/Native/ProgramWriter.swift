import CLanes
import Modeling

/// Writes a register program as functions of one vector of lanes.
///
/// Parameters of each: `%p` parameters and what follows from them, `%t` time, `%y` states, `%d` direction, `%r` results,
/// `%s` values that one part of a long program leaves for the next.
struct ProgramWriter {
    static let pointers = ["p", "t", "y", "d", "r", "s"]
    private static let parameters =
        "ptr noalias %p, ptr noalias readonly %t, ptr noalias readonly %y, ptr noalias readonly %d, "
        + "ptr noalias %r, ptr noalias %s"
    /// Steps of one part: code generation takes longer than in proportion to the length of a function.
    static let longestPart = 1000

    private let layout: RegisterLayout
    /// Slot of each register that another part reads.
    private let slots: [Int32: Int]
    private var writer: IRWriter
    /// Values of the part in progress: numbers, truth values, and numbers asked whether they are zero.
    private var numbers: [Int32: String] = [:]
    private var truths: [Int32: String] = [:]
    private var conditions: [Int32: String] = [:]

    /// Adds an entry function and its parts to a module; the number of slots that parts share.
    static func add(
        _ program: RegisterProgram, _ name: String, _ layout: RegisterLayout, to module: inout IRModule
    ) -> Int {
        let steps = ProgramOrder(program).steps
        let starts = Array(stride(from: 0, to: steps.count, by: longestPart))
        let parts = starts.map { steps[$0..<min($0 + longestPart, steps.count)] }
        let slots = sharedRegisters(parts)
        for (index, part) in parts.enumerated() {
            var writer = ProgramWriter(layout: layout, slots: slots, writer: IRWriter(module.shape))
            for step in part { writer.write(step) }
            module.add(writer.writer, name: "\(name).\(index)", parameters: parameters)
        }
        module.addEntry(name, pointers: pointers, parts: parts.indices.map { "\(name).\($0)" })
        return slots.count
    }

    /// Registers computed in one part and read in a later one, numbered.
    private static func sharedRegisters(_ parts: [ArraySlice<ProgramOrder.Step>]) -> [Int32: Int] {
        var home: [Int32: Int] = [:]
        var slots: [Int32: Int] = [:]
        func read(_ register: Int32, _ part: Int) {
            guard let producer = home[register], producer != part, slots[register] == nil else { return }
            slots[register] = slots.count
        }
        for (part, steps) in parts.enumerated() {
            for step in steps {
                switch step {
                case .compute(let instruction):
                    for register in instruction.operands { read(register, part) }
                    home[instruction.target] = part
                case .store(let register, _): read(register, part)
                }
            }
        }
        return slots
    }

    private mutating func write(_ step: ProgramOrder.Step) {
        switch step {
        case .compute(let instruction):
            write(instruction)
            if let slot = slots[instruction.target] { writer.store(number(instruction.target), "%s", slot) }
        case .store(let register, let result):
            writer.store(number(register), "%r", result)
        }
    }

    private mutating func write(_ instruction: Instruction) {
        guard let operation = instruction.single else { return writeJoined(instruction) }
        let operands = instruction.operands
        if operation.isLogical {
            truths[instruction.target] = truth(operation, operands)
        } else if operation == .select {
            let condition = truth(operands[0])
            let (then, otherwise) = (number(operands[1]), number(operands[2]))
            numbers[instruction.target] = writer.select(condition, then, otherwise)
        } else {
            let values = operands.map { number($0) }
            numbers[instruction.target] = value(operation, values)
        }
    }

    private mutating func writeJoined(_ instruction: Instruction) {
        let (a, b, c) = (number(instruction.a), number(instruction.b), number(instruction.c))
        let result: String
        switch UInt32(instruction.operation) {
        case patency_differenceTimes.rawValue:
            result = writer.binary("fmul", writer.binary("fsub", a, b), c)
        case patency_tripleProduct.rawValue: result = writer.binary("fmul", writer.binary("fmul", a, b), c)
        case patency_productPlus.rawValue: result = writer.binary("fadd", writer.binary("fmul", a, b), c)
        case patency_productMinus.rawValue: result = writer.binary("fsub", writer.binary("fmul", a, b), c)
        case patency_minusProduct.rawValue: result = writer.binary("fsub", c, writer.binary("fmul", a, b))
        default: preconditionFailure("unknown instruction \(instruction.operation)")
        }
        numbers[instruction.target] = result
    }

    private mutating func value(_ operation: Modeling.Operation, _ x: [String]) -> String {
        switch operation {
        case .add: writer.binary("fadd", x[0], x[1])
        case .subtract: writer.binary("fsub", x[0], x[1])
        case .multiply: writer.binary("fmul", x[0], x[1])
        case .divide: writer.binary("fdiv", x[0], x[1])
        case .negate: writer.negated(x[0])
        case .sqrt: writer.intrinsic("sqrt", x[0])
        case .abs: writer.intrinsic("fabs", x[0])
        case .floor: writer.intrinsic("floor", x[0])
        case .ceiling: writer.intrinsic("ceil", x[0])
        case .quotient: writer.intrinsic("trunc", writer.binary("fdiv", x[0], x[1]))
        case .min: extreme("ole", x[0], x[1])
        case .max: extreme("ogt", x[0], x[1])
        case .factorial: elementary(operation, [writer.binary("fadd", x[0], writer.shape.literal(1))])
        default: elementary(operation, x)
        }
    }

    private mutating func elementary(_ operation: Modeling.Operation, _ x: [String]) -> String {
        if let name = VectorMath.vectorName(operation, writer.shape) {
            let isOwn = operation == .power && VectorPower.isOffered(for: writer.shape)
            return isOwn ? writer.power(x[0], x[1], library: name) : writer.call(name, x)
        }
        guard let name = VectorMath.scalarName(operation) else { preconditionFailure("\(operation) is no function") }
        return writer.callEachLane(name, x)
    }

    /// The first operand where the comparison holds or the second is NaN.
    private mutating func extreme(_ comparison: String, _ a: String, _ b: String) -> String {
        let holds = writer.truth(comparison, a, b)
        let isNaN = writer.truth("uno", b, b)
        return writer.select(writer.value("or \(writer.shape.truthType) \(holds), \(isNaN)"), a, b)
    }

    private mutating func truth(_ operation: Modeling.Operation, _ operands: [Int32]) -> String {
        let type = writer.shape.truthType
        let comparison: String? =
            switch operation {
            case .less: "olt"
            case .lessOrEqual: "ole"
            case .greater: "ogt"
            case .greaterOrEqual: "oge"
            case .equal: "oeq"
            case .notEqual: "une"
            default: nil
            }
        if let comparison {
            let (a, b) = (number(operands[0]), number(operands[1]))
            return writer.truth(comparison, a, b)
        }
        let first = truth(operands[0])
        if operation == .not {
            let all = writer.shape.width == 1 ? "true" : "splat (i1 true)"
            return writer.value("xor \(type) \(first), \(all)")
        }
        let second = truth(operands[1])
        return writer.value("\(operation) \(type) \(first), \(second)")
    }

    /// A register as a truth value: not zero.
    private mutating func truth(_ register: Int32) -> String {
        if let known = truths[register] ?? conditions[register] { return known }
        let value = number(register)
        let result = writer.truth("une", value, writer.shape.literal(0))
        conditions[register] = result
        return result
    }

    /// A register as a number. What is in memory is read at each use: reading is cheaper than keeping.
    private mutating func number(_ register: Int32) -> String {
        if let known = numbers[register] { return known }
        let shape = writer.shape
        if let truth = truths[register] {
            let result = writer.select(truth, shape.literal(1), shape.literal(0))
            numbers[register] = result
            return result
        }
        if let slot = slots[register] { return writer.load("%s", slot) }
        let position = Int(register)
        if position < layout.parameterStart { return shape.literal(layout.constants[position]) }
        if position < layout.time { return writer.load("%p", position - layout.parameterStart) }
        if position == layout.time { return writer.load("%t", 0) }
        if position < layout.directionStart { return writer.load("%y", position - layout.stateStart) }
        precondition(position < layout.lagStart, "register \(position) is read before it is computed")
        return writer.load("%d", position - layout.directionStart)
    }
}
