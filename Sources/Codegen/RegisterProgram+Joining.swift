import CLanes

extension RegisterProgram {
    /// Joins an instruction with the one that alone uses its result, where there is an operation for both.
    ///
    /// Most of an interpreter's time goes to finding the next instruction; the arithmetic is unchanged to the last bit.
    /// - Parameter temporaryStart: first register that no other program reads.
    mutating func joinPairs(temporaryStart: Int) {
        var uses: [Int32: Int] = [:]
        for register in instructions.flatMap(\.operands) + results { uses[register, default: 0] += 1 }
        var producers: [Int32: Int] = [:]
        var isAbsorbed = [Bool](repeating: false, count: instructions.count)
        for (index, outer) in instructions.enumerated() {
            for register in outer.operands where register >= temporaryStart && uses[register] == 1 {
                guard let producer = producers[register],
                    let joined = Instruction(joining: instructions[producer], into: outer)
                else { continue }
                instructions[index] = joined
                isAbsorbed[producer] = true
                break
            }
            producers[outer.target] = index
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
