extension Expression: CustomStringConvertible {
    /// Infix text with the fewest parentheses, such as `k * (a + b) ^ 2`.
    public var description: String { text(within: 0) }

    private func text(within outer: Int) -> String {
        switch kind {
        case .number(let value, let unit):
            let number = value == value.rounded() && Swift.abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
            let text = unit == .dimensionless ? number : "\(number) [\(unit)]"
            return value < 0 && outer > 0 ? "(\(text))" : text
        case .symbol(let identifier): return identifier
        case .time: return "time"
        case .delay: return call("delay")
        case .rateOf: return call("rateOf")
        case .apply(let operation): return text(of: operation, within: outer)
        }
    }

    private func text(of operation: Operation, within outer: Int) -> String {
        if operation == .negate {
            let text = "-" + operands[0].text(within: 7)
            return outer >= 5 ? "(\(text))" : text
        }
        guard let (sign, precedence) = operation.infix, operands.count >= 2 else { return call("\(operation)") }
        let associates = operation == .add || operation == .multiply || operation == .and || operation == .or
        let parts = operands.enumerated().map { index, operand in
            operand.text(within: index == 0 && operation != .power || associates ? precedence : precedence + 1)
        }
        let text = parts.joined(separator: " \(sign) ")
        return precedence < outer ? "(\(text))" : text
    }

    private func call(_ name: String) -> String {
        "\(name)(\(operands.map(\.description).joined(separator: ", ")))"
    }
}
