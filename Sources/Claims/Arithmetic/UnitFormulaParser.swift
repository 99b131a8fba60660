import Studies

/// Reads `dose * 20 d / pool > 10` by recursive descent.
struct UnitFormulaParser {
    private let characters: [Character]
    private var position = 0
    private var depth = 0
    /// Brackets within brackets; deeper ones are refused, so that no text can exhaust the stack.
    private static let deepest = 100

    private init(_ text: String) { characters = Array(text) }

    /// - Throws: `TextProblem` with the place where the text stops making sense.
    static func comparison(_ text: String) throws(TextProblem) -> UnitFormula.Comparison {
        var parser = UnitFormulaParser(text)
        let left = try parser.sum()
        parser.skipSpaces()
        let offset = parser.position
        guard let sign = parser.next.flatMap({ UnitFormula.Comparison.Sign(rawValue: String($0)) }) else {
            throw parser.problem("there is no < or >", "write for example 'dose / pool > 10'")
        }
        parser.position += 1
        let right = try parser.sum()
        parser.skipSpaces()
        guard parser.next == nil else {
            throw parser.problem(
                "'\(String(parser.characters[parser.position...]))' is not expected here", "end the formula")
        }
        return UnitFormula.Comparison(left: left, sign: sign, right: right, offset: offset)
    }

    private var next: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpaces() { while next == " " { position += 1 } }

    private func problem(_ message: String, _ remedy: String) -> TextProblem {
        TextProblem(message: message, remedy: remedy, offset: position)
    }

    /// The next of some signs, taken.
    private mutating func take(_ signs: String) -> Character? {
        skipSpaces()
        guard let sign = next, signs.contains(sign) else { return nil }
        position += 1
        return sign
    }

    private mutating func sum() throws(TextProblem) -> UnitFormula {
        var result = try product()
        while let sign = take("+-−") {
            let offset = position - 1
            result = .sum(result, try product(), sign: sign == "+" ? 1 : -1, offset: offset)
        }
        return result
    }

    private mutating func product() throws(TextProblem) -> UnitFormula {
        var result = try power()
        while let sign = take("*·/") {
            let other = try power()
            result = sign == "/" ? .quotient(result, other) : .product(result, other)
        }
        return result
    }

    private mutating func power() throws(TextProblem) -> UnitFormula {
        let base = try atom()
        guard take("^") != nil else { return base }
        skipSpaces()
        guard let exponent = number() else { throw problem("there is no exponent", "write a number after ^") }
        return .power(base, exponent)
    }

    private mutating func atom() throws(TextProblem) -> UnitFormula {
        skipSpaces()
        if take("(") != nil {
            depth += 1
            guard depth <= Self.deepest else { throw problem("too many brackets", "write it in steps") }
            let inner = try sum()
            guard take(")") != nil else { throw problem("a bracket is not closed", "add ')'") }
            depth -= 1
            return inner
        }
        if let value = number() { return .number(value) }
        let start = position
        while let character = next, character.isLetter || character.isNumber || character == "_" { position += 1 }
        guard position > start else { throw problem("a number or a name is missing", "write for example 'dose'") }
        return .name(String(characters[start..<position]), offset: start)
    }

    private mutating func number() -> Double? {
        let start = position
        while let character = next, character.isASCII, character.isNumber || character == "." { position += 1 }
        guard position > start, let value = Double(String(characters[start..<position])) else {
            position = start
            return nil
        }
        return value
    }
}
