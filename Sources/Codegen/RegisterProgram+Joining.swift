import CLanes

extension RegisterProgram {
    /// Joins an instruction with the one that alone uses its result, where there is an operation for both.
    ///
    /// Most of an interpreter's time goes to finding the next instruction; the arithmetic is unchanged to the last bit.
    /// - Parameter temporaryStart: first register that no other program reads; instruction i writes this one plus i.
    mutating func joinPairs(temporaryStart: Int) {
        var uses = [Int](repeating: 0, count: instructions.count)
        func count(_ register: Int32) {
            let place = Int(register) - temporaryStart
            if place >= 0 { uses[place] += 1 }
        }
        for instruction in instructions { instruction.forEachOperand(count) }
        for register in results { count(register) }
        var isAbsorbed = [Bool](repeating: false, count: instructions.count)
        for (index, outer) in instructions.enumerated() {
            var joined: Instruction?
            outer.forEachOperand { register in
                let producer = Int(register) - temporaryStart
                guard joined == nil, producer >= 0, uses[producer] == 1 else { return }
                joined = Instruction(joining: instructions[producer], into: outer)
                if joined != nil { isAbsorbed[producer] = true }
            }
            if let joined { instructions[index] = joined }
        }
        instructions = zip(instructions, isAbsorbed).filter { !$1 }.map(\.0)
    }
}

extension Instruction {
    /// `outer` with its operand computed by `inner` on the way; nil where no operation does both.
    fileprivate init?(joining inner: Instruction, into outer: Instruction) {
        let isFirst = outer.a == inner.target
        let operation: patency_operation
        switch (inner.single, outer.single) {
        case (.multiply, .add): operation = patency_productPlus
        case (.multiply, .subtract): operation = isFirst ? patency_productMinus : patency_minusProduct
        case (.multiply, .multiply): operation = patency_tripleProduct
        case (.subtract, .multiply): operation = patency_differenceTimes
        default: return nil
        }
        self.init(joined: operation, target: outer.target, a: inner.a, b: inner.b, c: isFirst ? outer.b : outer.a)
    }
}
