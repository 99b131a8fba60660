import Modeling

/// One step of a register program: `register[target] = operation(register[a], register[b], register[c])`.
struct Instruction: Hashable, Sendable {
    /// What the interpreter switches on: the frequent operations by themselves, the rest by their `Operation`.
    enum Code: UInt8, Sendable {
        case add, subtract, multiply, divide, negate, squareRoot, exp, ln, power, min, max, less, lessOrEqual, greater,
            greaterOrEqual, select, otherUnary, otherBinary
    }

    let code: Code
    let operation: Operation
    let target: Int32
    let a: Int32
    let b: Int32
    let c: Int32

    init(_ operation: Operation, target: Int32, a: Int32, b: Int32 = 0, c: Int32 = 0) {
        self.operation = operation
        self.target = target
        self.a = a
        self.b = b
        self.c = c
        code = switch operation {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .negate: .negate
        case .sqrt: .squareRoot
        case .exp: .exp
        case .ln: .ln
        case .power: .power
        case .min: .min
        case .max: .max
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .select: .select
        default: operation.arity == 1 ? .otherUnary : .otherBinary
        }
    }
}
