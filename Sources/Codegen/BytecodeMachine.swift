import Foundation
import Modeling

/// Runs register programs over one kind of lane value.
///
/// Goals, in order: the same arithmetic in every lane as alone; no allocation per evaluation; a short loop per
/// instruction. Threaded code and superinstructions were left out: native code is the next tier.
struct BytecodeMachine<Value: LaneValue> {
    /// The register file.
    let registers: UnsafeMutablePointer<Value>

    @inline(__always)
    func run(_ instructions: UnsafeBufferPointer<Instruction>) {
        let r = registers
        for instruction in instructions {
            let x = r[Int(instruction.a)]
            let target = Int(instruction.target)
            switch instruction.code {
            case .add: r[target] = Value.add(x, r[Int(instruction.b)])
            case .subtract: r[target] = Value.subtract(x, r[Int(instruction.b)])
            case .multiply: r[target] = Value.multiply(x, r[Int(instruction.b)])
            case .divide: r[target] = Value.divide(x, r[Int(instruction.b)])
            case .negate: r[target] = x.negated
            case .squareRoot: r[target] = x.root
            case .exp: r[target] = x.mapLanes { Foundation.exp($0) }
            case .ln: r[target] = x.mapLanes { Foundation.log($0) }
            case .power: r[target] = x.mapLanes(r[Int(instruction.b)]) { Foundation.pow($0, $1) }
            case .min: r[target] = x.mapLanes(r[Int(instruction.b)]) { Double.minimum($0, $1) }
            case .max: r[target] = x.mapLanes(r[Int(instruction.b)]) { Double.maximum($0, $1) }
            case .less: r[target] = Value.less(x, r[Int(instruction.b)])
            case .lessOrEqual: r[target] = Value.lessOrEqual(x, r[Int(instruction.b)])
            case .greater: r[target] = Value.less(r[Int(instruction.b)], x)
            case .greaterOrEqual: r[target] = Value.lessOrEqual(r[Int(instruction.b)], x)
            case .select: r[target] = Value.select(x, r[Int(instruction.b)], r[Int(instruction.c)])
            case .otherUnary:
                let operation = instruction.operation
                r[target] = x.mapLanes { operation.apply($0) }
            case .otherBinary:
                let operation = instruction.operation
                r[target] = x.mapLanes(r[Int(instruction.b)]) { operation.apply($0, $1) }
            }
        }
    }
}
