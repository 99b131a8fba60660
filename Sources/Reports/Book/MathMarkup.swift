import Modeling

/// Formulas as presentational MathML, which browsers typeset themselves.
///
/// Factors that only convert a unit equal one and are left out. Shared parts cannot make the text explode: `…` stands for what lies
/// deeper than 60 levels or beyond 2,000 parts.
struct MathMarkup {
    /// How a symbol is written: its MathML and about how many characters wide.
    let symbol: (String) -> MathPiece
    private static let deepest = 60
    private static let largest = 2000

    init(symbol: @escaping (String) -> MathPiece) { self.symbol = symbol }

    /// A term of a sum with its sign.
    typealias Term = (isNegative: Bool, formula: Expression)

    /// `left = formula`, as a block.
    func equation(_ left: MathPiece, _ formula: Expression) -> Markup { equation(left, terms: terms(of: formula)) }

    /// `left = ± term ± term …` as a block: a wide sum is broken before its terms, and what is wide within a term is told below by a letter.
    func equation(_ left: MathPiece, terms: [Term]) -> Markup {
        var letters = FormulaLetters(limit: Self.lineWidth) { width(of: $0) }
        let main = block(left, fitted(terms, &letters))
        var lines: [Markup] = []
        // Telling a letter may need others, which follow it.
        while lines.count < letters.parts.count {
            let (letter, formula) = letters.parts[lines.count]
            lines.append(block(piece(of: letter), fitted(self.terms(of: formula), &letters)))
        }
        return lines.isEmpty ? main : "\(main)<div class=\"where\"><span>where</span>\(lines.joined())</div>"
    }

    private func fitted(_ terms: [Term], _ letters: inout FormulaLetters) -> [(isNegative: Bool, piece: MathPiece)] {
        terms.map { ($0.isNegative, piece(of: letters.fitted($0.formula)).within(MathPiece.product)) }
    }

    /// Characters on a line; far beyond any line where a formula is longer than what is printed of it.
    func width(of formula: Expression) -> Int {
        var left = Self.largest
        let width = piece(formula, depth: 0, &left).width
        return left > 0 ? width : Self.largest * Self.lineWidth
    }

    private func piece(of formula: Expression) -> MathPiece {
        var left = Self.largest
        return piece(formula, depth: 0, &left)
    }

    /// A formula within a line of text.
    func inline(_ formula: Expression) -> Markup {
        var left = Self.largest
        return Markup(raw: "<math>\(piece(formula, depth: 0, &left).text)</math>")
    }

    /// One line, or a line for as many terms as fit.
    private func block(_ left: MathPiece, _ terms: [(isNegative: Bool, piece: MathPiece)]) -> Markup {
        let width = left.width + terms.reduce(0) { $0 + $1.piece.width + 3 }
        let signed = terms.enumerated().map { index, term -> String in
            let sign = term.isNegative ? "<mo>−</mo>" : index > 0 ? "<mo>+</mo>" : ""
            return sign + term.piece.text
        }
        let head = left.text + "<mo>=</mo>"
        guard width > Self.lineWidth, terms.count > 1 else {
            return Markup(raw: "<math display=\"block\"><mrow>\(head)\(signed.joined())</mrow></math>")
        }
        var lines: [String] = []
        var open = ""
        var openWidth = 0
        for (index, text) in signed.enumerated() {
            let own = terms[index].piece.width + 3
            if !open.isEmpty, openWidth + own > Self.lineWidth - left.width {
                lines.append(open)
                (open, openWidth) = ("", 0)
            }
            open += text
            openWidth += own
        }
        lines.append(open)
        let rows = lines.enumerated().map { index, line in
            "<mtr><mtd>\(index == 0 ? head : "")</mtd><mtd>\(line)</mtd></mtr>"
        }
        return Markup(raw: "<math display=\"block\"><mtable class=\"lines\">\(rows.joined())</mtable></math>")
    }

    /// Characters that fit on a line of the page.
    private static let lineWidth = 84

    /// The terms of a sum, each with its sign; a formula that is no sum is one term.
    func terms(of formula: Expression) -> [Term] {
        var left = Self.largest
        func collect(_ formula: Expression, _ isNegative: Bool, _ depth: Int) -> [Term] {
            left -= 1
            guard depth < Self.deepest, left > 0 else { return [(isNegative, formula)] }
            switch formula.kind {
            case .apply(.add): return formula.operands.flatMap { collect($0, isNegative, depth + 1) }
            case .apply(.subtract):
                return collect(formula.operands[0], isNegative, depth + 1)
                    + collect(formula.operands[1], !isNegative, depth + 1)
            case .apply(.negate): return collect(formula.operands[0], !isNegative, depth + 1)
            default: return [(isNegative, formula)]
            }
        }
        return collect(formula, false, 0)
    }

    private func piece(_ formula: Expression, depth: Int, _ left: inout Int) -> MathPiece {
        left -= 1
        guard depth < Self.deepest, left > 0 else { return MathPiece("<mo>…</mo>", width: 1) }
        switch formula.kind {
        case .number(let value, let unit): return .number(value, unit)
        case .symbol(let identifier):
            return FormulaLetters.letter(of: identifier).map { MathPiece("<mi>\($0)</mi>", width: 1) }
                ?? symbol(identifier)
        case .time: return MathPiece("<mi>t</mi>", width: 1)
        case .delay: return call("delay", operands(formula, depth, &left))
        case .rateOf:
            let inner = piece(formula.operands[0], depth: depth + 1, &left)
            return .derivative(of: inner)
        case .apply(.select): return cases(formula, depth: depth, &left)
        case .apply(let operation): return apply(operation, formula, depth: depth, &left)
        }
    }

    private func operands(_ formula: Expression, _ depth: Int, _ left: inout Int) -> [MathPiece] {
        var pieces: [MathPiece] = []
        for operand in formula.operands { pieces.append(piece(operand, depth: depth + 1, &left)) }
        return pieces
    }

    private func apply(_ operation: Modeling.Operation, _ formula: Expression, depth: Int, _ left: inout Int)
        -> MathPiece
    {
        if operation == .multiply { return product(formula, depth: depth, &left) }
        let parts = operands(formula, depth, &left)
        func joined(_ sign: String, _ rank: Int, strict: Bool = false) -> MathPiece {
            let shown = parts.enumerated().map { $1.within($0 > 0 && strict ? rank + 1 : rank) }
            return MathPiece(
                "<mrow>\(shown.map(\.text).joined(separator: "<mo>\(sign)</mo>"))</mrow>",
                width: shown.reduce(0) { $0 + $1.width } + 3 * (shown.count - 1), rank: rank)
        }
        switch operation {
        case .add: return joined("+", MathPiece.sum)
        case .subtract: return joined("−", MathPiece.sum, strict: true)
        case .divide:
            return MathPiece(
                "<mfrac>\(parts[0].row)\(parts[1].row)</mfrac>", width: max(parts[0].width, parts[1].width),
                rank: MathPiece.fraction)
        case .negate:
            let inner = parts[0].within(MathPiece.product)
            return MathPiece("<mrow><mo>−</mo>\(inner.text)</mrow>", width: inner.width + 1, rank: MathPiece.sum)
        case .power:
            if case .number(0.5, _) = formula.operands[1].kind { return root(parts[0]) }
            let base = parts[0].within(MathPiece.atom)
            return MathPiece(
                "<msup>\(base.row)\(parts[1].row)</msup>", width: base.width + parts[1].width / 2 + 1,
                rank: MathPiece.fraction)
        case .exp:
            return MathPiece(
                "<msup><mi>e</mi>\(parts[0].row)</msup>", width: 1 + parts[0].width, rank: MathPiece.fraction)
        case .sqrt: return root(parts[0])
        case .abs: return fenced("|", parts[0], "|")
        case .floor: return fenced("⌊", parts[0], "⌋")
        case .ceiling: return fenced("⌈", parts[0], "⌉")
        case .factorial:
            let inner = parts[0].within(MathPiece.atom)
            return MathPiece("<mrow>\(inner.text)<mo>!</mo></mrow>", width: inner.width + 1)
        case .less: return joined("&lt;", MathPiece.relation)
        case .lessOrEqual: return joined("≤", MathPiece.relation)
        case .greater: return joined("&gt;", MathPiece.relation)
        case .greaterOrEqual: return joined("≥", MathPiece.relation)
        case .equal: return joined("=", MathPiece.relation)
        case .notEqual: return joined("≠", MathPiece.relation)
        case .and: return joined("∧", MathPiece.logic, strict: true)
        case .or: return joined("∨", MathPiece.logic, strict: true)
        case .xor: return joined("⊻", MathPiece.logic, strict: true)
        case .not:
            let inner = parts[0].within(MathPiece.atom)
            return MathPiece("<mrow><mo>¬</mo>\(inner.text)</mrow>", width: inner.width + 1, rank: MathPiece.logic)
        default: return call("\(operation)", parts)
        }
    }

    /// Factors with dots between, without those that only convert a unit.
    private func product(_ formula: Expression, depth: Int, _ left: inout Int) -> MathPiece {
        var factors: [MathPiece] = []
        func collect(_ formula: Expression, _ depth: Int, _ left: inout Int) {
            if depth < Self.deepest, case .apply(.multiply) = formula.kind {
                for operand in formula.operands { collect(operand, depth + 1, &left) }
            } else if !formula.isUnitConversion {
                factors.append(piece(formula, depth: depth, &left))
            }
        }
        collect(formula, depth, &left)
        guard factors.count != 1 else { return factors[0] }
        guard !factors.isEmpty else { return .number(1, .dimensionless) }
        let shown = factors.map { $0.within(MathPiece.product) }
        return MathPiece(
            "<mrow>\(shown.map(\.text).joined(separator: "<mo>·</mo>"))</mrow>",
            width: shown.reduce(0) { $0 + $1.width } + 2 * (shown.count - 1), rank: MathPiece.product)
    }

    private func root(_ inner: MathPiece) -> MathPiece {
        MathPiece("<msqrt>\(inner.text)</msqrt>", width: inner.width + 1)
    }

    private func fenced(_ open: String, _ inner: MathPiece, _ close: String) -> MathPiece {
        MathPiece("<mrow><mo>\(open)</mo>\(inner.text)<mo>\(close)</mo></mrow>", width: inner.width + 2)
    }

    private func call(_ name: String, _ parts: [MathPiece]) -> MathPiece {
        let list = parts.map(\.text).joined(separator: "<mo>,</mo>")
        let width = parts.reduce(0) { $0 + $1.width + 2 }
        return MathPiece("<mrow><mi>\(name)</mi>\(MathPiece.fenced(list))</mrow>", width: name.count + 2 + width)
    }

    /// A brace with a line for each branch.
    private func cases(_ formula: Expression, depth: Int, _ left: inout Int) -> MathPiece {
        var rows: [String] = []
        var width = 0
        var rest = formula
        while case .apply(.select) = rest.kind, rows.count < 24 {
            let condition = piece(rest.operands[0], depth: depth + 1, &left)
            let value = piece(rest.operands[1], depth: depth + 1, &left)
            rows.append("<mtr><mtd>\(value.text)</mtd><mtd><mtext>if </mtext>\(condition.text)</mtd></mtr>")
            width = max(width, value.width + condition.width + 4)
            rest = rest.operands[2]
        }
        let last = piece(rest, depth: depth + 1, &left)
        rows.append("<mtr><mtd>\(last.text)</mtd><mtd><mtext>otherwise</mtext></mtd></mtr>")
        return MathPiece(
            "<mrow><mo>{</mo><mtable class=\"cases\">\(rows.joined())</mtable></mrow>",
            width: max(width, last.width + 10), rank: MathPiece.product)
    }
}

extension Expression {
    /// Whether it is a number that equals one and only changes the unit, such as 24 (h/d).
    fileprivate var isUnitConversion: Bool {
        guard case .number(let value, let unit) = kind, unit.isDimensionless, unit.scale != 1 else { return false }
        return Swift.abs(value * unit.scale - 1) < 1e-9
    }
}
