import Modeling

/// Gives letters to what makes a formula wider than a line, so that each line of it can be read; equal parts share a letter.
///
/// A sum within a formula gets its letter whole, since a line of its own can be broken before its terms. Of anything else the widest
/// parts get letters, one after the other, until the rest fits.
struct FormulaLetters {
    private let width: (Expression) -> Int
    private let limit: Int
    /// What each letter stands for, in order of use.
    private(set) var parts: [(letter: Expression, formula: Expression)] = []
    private var letters: [Expression: Expression] = [:]
    private var known: [Expression: Expression] = [:]

    /// Below so many characters a letter would tell less than what it stands for.
    private static let leastWidth = 12
    /// Letters there can be; what is wider still runs over.
    private static let names = (65...90).compactMap { Unicode.Scalar($0) }.map(String.init)
    /// Before the letter in a symbol that no model can have.
    private static let mark: Character = "\u{1}"
    private static let deepest = 60

    /// - Parameters:
    ///   - limit: characters on a line.
    ///   - width: about how many characters wide a formula is.
    init(limit: Int, width: @escaping (Expression) -> Int) {
        self.limit = limit
        self.width = width
    }

    /// The letter that a symbol is; `nil` for the names of a model.
    static func letter(of identifier: String) -> String? {
        identifier.first == mark ? String(identifier.dropFirst()) : nil
    }

    /// A term that fits a line as far as letters can make it.
    mutating func fitted(_ formula: Expression, depth: Int = 0) -> Expression {
        if let done = known[formula] { return done }
        guard depth < Self.deepest, width(formula) > limit else { return formula }
        let result = shortened(formula, depth: depth)
        known[formula] = result
        return result
    }

    private mutating func shortened(_ formula: Expression, depth: Int) -> Expression {
        switch formula.kind {
        case .apply(.add), .apply(.subtract), .apply(.negate): return letter(for: formula)
        case .apply(.multiply): return rebuilt(Self.factors(formula), depth: depth) { .product($0) }
        case .apply(let operation): return rebuilt(formula.operands, depth: depth) { .apply(operation, $0) }
        default: return formula
        }
    }

    /// An operation on parts that fit, of which the widest give way to letters until it fits too.
    private mutating func rebuilt(
        _ operands: [Expression], depth: Int, _ make: ([Expression]) -> Expression
    ) -> Expression {
        var operands = operands
        for index in operands.indices { operands[index] = fitted(operands[index], depth: depth + 1) }
        var lettered: [Int: Expression] = [:]
        while width(make(operands)) > limit {
            let widths = operands.map { Self.isCompound($0) ? width($0) : 0 }
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] >= Self.leastWidth,
                parts.count + lettered.count < Self.names.count
            else { break }
            lettered[widest] = operands[widest]
            operands[widest] = Self.symbol(at: 0)
        }
        // In the order in which they are read, not in that of their widths.
        for (index, wide) in lettered.sorted(by: { $0.key < $1.key }) { operands[index] = letter(for: wide) }
        return make(operands)
    }

    private mutating func letter(for formula: Expression) -> Expression {
        if let letter = letters[formula] { return letter }
        guard parts.count < Self.names.count else { return formula }
        let letter = Self.symbol(at: parts.count)
        letters[formula] = letter
        parts.append((letter, formula))
        return letter
    }

    private static func symbol(at index: Int) -> Expression { .symbol("\(mark)\(names[index])") }

    private static func factors(_ formula: Expression, depth: Int = 0) -> [Expression] {
        guard depth < deepest, case .apply(.multiply) = formula.kind else { return [formula] }
        return formula.operands.flatMap { factors($0, depth: depth + 1) }
    }

    private static func isCompound(_ formula: Expression) -> Bool {
        switch formula.kind {
        case .number, .symbol, .time, .rateOf: false
        default: true
        }
    }
}
