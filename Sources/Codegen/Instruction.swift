import CLanes
import Modeling

/// One step of a register program: `register[target] = operation(register[a], register[b], register[c])`.
///
/// The layout is C's, whose interpreter reads the programs.
typealias Instruction = patency_instruction

extension Instruction {
    init(_ operation: Modeling.Operation, target: Int32, a: Int32, b: Int32 = 0, c: Int32 = 0) {
        self.init(operation: Int32(operation.rawValue), target: target, a: a, b: b, c: c)
    }

    init(joined operation: patency_operation, target: Int32, a: Int32, b: Int32, c: Int32) {
        self.init(operation: Int32(operation.rawValue), target: target, a: a, b: b, c: c)
    }

    /// The model's operation, or none for two joined in one.
    var single: Modeling.Operation? { UInt8(exactly: operation).flatMap { Modeling.Operation(rawValue: $0) } }

    var operands: [Int32] { Array([a, b, c].prefix(single?.arity ?? 3)) }

    /// Calls `visit` for each operand, in order, without making an array.
    func forEachOperand(_ visit: (Int32) -> Void) {
        let count = single?.arity ?? 3
        visit(a)
        if count > 1 { visit(b) }
        if count > 2 { visit(c) }
    }

    var operationName: String { String(cString: patency_operation_name(operation)) }
}
