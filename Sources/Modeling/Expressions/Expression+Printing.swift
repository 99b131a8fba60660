extension Expression: CustomStringConvertible {
    /// Infix text with the fewest parentheses, such as `k * (a + b) ^ 2`; `…` for what lies deeper than 200 levels or
    /// beyond a million characters.
    public var description: String { text(length: 1_000_000) }

    /// The text for a message: `…` stands for what lies beyond about 200 characters.
    public var brief: String { text(length: 200) }

    private func text(length: Int) -> String {
        var printer = Printer(length: length)
        printer.print(self, within: 0, depth: 0)
        return printer.text
    }

    /// Writes from left to right and stops where enough is written, so that shared parts cannot make the text explode.
    private struct Printer {
        var text = ""
        let length: Int
        private static let deepest = 100

        init(length: Int) { self.length = length }

        private var isFull: Bool { text.utf8.count >= length }

        mutating func print(_ expression: Expression, within outer: Int, depth: Int) {
            guard !isFull, depth < Self.deepest else {
                if !text.hasSuffix("…") { text += "…" }
                return
            }
            switch expression.kind {
            case .number(let value, let unit):
                let number = value == value.rounded() && Swift.abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
                let whole = unit == .dimensionless ? number : "\(number) [\(unit)]"
                text += value < 0 && outer > 0 ? "(\(whole))" : whole
            case .symbol(let identifier): text += identifier
            case .time: text += "time"
            case .delay: call("delay", expression.operands, depth: depth)
            case .rateOf: call("rateOf", expression.operands, depth: depth)
            case .apply(let operation): print(operation, expression.operands, within: outer, depth: depth)
            }
        }

        private mutating func print(_ operation: Operation, _ operands: [Expression], within outer: Int, depth: Int) {
            if operation == .negate {
                enclose(outer >= 5) {
                    $0.text += "-"
                    $0.print(operands[0], within: 7, depth: depth + 1)
                }
                return
            }
            guard let (sign, precedence) = operation.infix, operands.count >= 2 else {
                call("\(operation)", operands, depth: depth)
                return
            }
            let associates = operation == .add || operation == .multiply || operation == .and || operation == .or
            enclose(precedence < outer) {
                for (index, operand) in operands.enumerated() {
                    if index > 0 { $0.text += " \(sign) " }
                    let isPlain = index == 0 && operation != .power || associates
                    $0.print(operand, within: isPlain ? precedence : precedence + 1, depth: depth + 1)
                    if $0.isFull { break }
                }
            }
        }

        private mutating func call(_ name: String, _ operands: [Expression], depth: Int) {
            text += name
            enclose(true) {
                for (index, operand) in operands.enumerated() {
                    if index > 0 { $0.text += ", " }
                    $0.print(operand, within: 0, depth: depth + 1)
                    if $0.isFull { break }
                }
            }
        }

        private mutating func enclose(_ isEnclosed: Bool, _ body: (inout Printer) -> Void) {
            if isEnclosed { text += "(" }
            body(&self)
            if isEnclosed { text += ")" }
        }
    }
}
