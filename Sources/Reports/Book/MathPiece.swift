import Foundation
import Modeling

/// A part of a formula: its MathML, about how many characters wide it is, and how tightly it binds.
struct MathPiece {
    let text: String
    let width: Int
    let rank: Int

    static let logic = 0
    static let relation = 1
    static let sum = 2
    static let product = 3
    static let fraction = 4
    static let atom = 5

    init(_ text: String, width: Int, rank: Int = MathPiece.atom) {
        self.text = text
        self.width = width
        self.rank = rank
    }

    /// As one element, which fractions and powers need.
    var row: String { "<mrow>\(text)</mrow>" }

    /// In parentheses where it binds less tightly than its place asks.
    func within(_ least: Int) -> MathPiece {
        guard rank < least else { return self }
        return MathPiece("<mrow>\(Self.fenced(text))</mrow>", width: width + 2)
    }

    /// In parentheses, which grow with what is tall and with nothing else: without a mathematical font they would stand far out of a line.
    static func fenced(_ text: String) -> String {
        let isTall = ["<mfrac", "<mtable", "<msqrt"].contains { text.contains($0) }
        let stretch = isTall ? "" : " stretchy=\"false\""
        return "<mo\(stretch)>(</mo>\(text)<mo\(stretch)>)</mo>"
    }

    /// `d inner / d t`
    static func derivative(of inner: MathPiece) -> MathPiece {
        MathPiece(
            "<mfrac><mrow><mi mathvariant=\"normal\">d</mi><mspace width=\".15em\"/>\(inner.text)</mrow>"
                + "<mrow><mi mathvariant=\"normal\">d</mi><mspace width=\".1em\"/><mi>t</mi></mrow></mfrac>",
            width: inner.width + 2, rank: fraction)
    }

    /// The value at the start.
    var atStart: MathPiece {
        MathPiece("<msub>\(row)<mrow><mi>t</mi><mo>=</mo><mn>0</mn></mrow></msub>", width: width + 3)
    }

    /// A number as a person writes it, with its unit where it has one.
    static func number(_ value: Double, _ unit: Modeling.Unit) -> MathPiece {
        let hasUnit = !(unit.isDimensionless && unit.scale == 1)
        let suffix =
            hasUnit
            ? "<mspace width=\".2em\"/><mtext class=\"unit\">\(Markup.escaped(unit.symbol))</mtext>" : ""
        let number = digits(Swift.abs(value))
        let isBare = value >= 0 && !hasUnit && !number.hasPower
        return MathPiece(
            (value < 0 ? "<mo>−</mo>" : "") + number.text + suffix,
            width: number.width + (hasUnit ? unit.symbol.count + 1 : 0),
            rank: isBare ? atom : value < 0 ? sum : product)
    }

    /// Six significant digits at most, with a power of ten for the very large and small.
    private static func digits(_ value: Double) -> (text: String, width: Int, hasPower: Bool) {
        if value.isInfinite { return ("<mi>∞</mi>", 1, false) }
        if value.isNaN { return ("<mtext>no number</mtext>", 9, false) }
        let plain = String(format: "%.6g", value)
        guard let mark = plain.firstIndex(of: "e"), let exponent = Int(plain[plain.index(after: mark)...]) else {
            return ("<mn>\(plain)</mn>", plain.count, false)
        }
        let sign = exponent < 0 ? "<mo>−</mo>" : ""
        return (
            "<mn>\(plain[..<mark])</mn><mo>×</mo><msup><mn>10</mn><mrow>\(sign)<mn>\(Swift.abs(exponent))</mn></mrow></msup>",
            plain.count, true
        )
    }
}
