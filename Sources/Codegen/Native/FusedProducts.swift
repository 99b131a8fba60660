import CLanes
import Modeling

/// Which sums may swallow the rounding of a product: those whose sign and zero decide nothing.
///
/// Fused, x·x − y·y can be negative where x = y. That harms only where a root, logarithm, power, comparison, choice or
/// divisor reads the sum, directly or through other arithmetic.
struct FusedProducts {
    private var isDecisive: Set<Int32> = []

    init(_ program: RegisterProgram) {
        for instruction in program.instructions.reversed() {
            let passesOn = isDecisive.contains(instruction.target)
            for (position, register) in instruction.operands.enumerated()
            where passesOn || Self.decides(instruction, position) {
                isDecisive.insert(register)
            }
        }
    }

    func allows(_ instruction: Instruction) -> Bool { !isDecisive.contains(instruction.target) }

    private static func decides(_ instruction: Instruction, _ position: Int) -> Bool {
        switch instruction.single {
        case nil, .add, .subtract, .multiply, .negate, .exp, .sin, .cos, .sinh, .cosh, .tanh, .atan, .asinh: false
        case .divide: position == 1
        case .select: position == 0
        default: true
        }
    }
}
