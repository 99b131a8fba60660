import Foundation
import Modeling
import Testing

@testable import Reports

@Suite struct MathMarkupTests {
    private let math = MathMarkup { MathPiece("<mi>\($0)</mi>", width: $0.count) }
    private func text(_ formula: Modeling.Expression) -> String { math.inline(formula).text }

    private static let a = Modeling.Expression.symbol("a")
    private static let b = Modeling.Expression.symbol("b")
    private static let c = Modeling.Expression.symbol("c")

    static let known: [(Modeling.Expression, String)] = [
        (a + b * c, "<mrow><mi>a</mi><mo>+</mo><mrow><mi>b</mi><mo>·</mo><mi>c</mi></mrow></mrow>"),
        (
            (a + b) * c,
            "<mrow><mrow><mo stretchy=\"false\">(</mo><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo stretchy=\"false\">)</mo></mrow><mo>·</mo><mi>c</mi></mrow>"
        ),
        (a / (b + c), "<mfrac><mrow><mi>a</mi></mrow><mrow><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mrow></mfrac>"),
        (
            a - (b - c),
            "<mrow><mi>a</mi><mo>−</mo><mrow><mo stretchy=\"false\">(</mo><mrow><mi>b</mi><mo>−</mo><mi>c</mi></mrow><mo stretchy=\"false\">)</mo></mrow></mrow>"
        ),
        (a.power(2), "<msup><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></msup>"),
        (
            (a * b).power(c),
            "<msup><mrow><mrow><mo stretchy=\"false\">(</mo><mrow><mi>a</mi><mo>·</mo><mi>b</mi></mrow><mo stretchy=\"false\">)</mo></mrow></mrow><mrow><mi>c</mi></mrow></msup>"
        ),
        (sqrt(a), "<msqrt><mi>a</mi></msqrt>"), (a.power(0.5), "<msqrt><mi>a</mi></msqrt>"),
        (exp(-a), "<msup><mi>e</mi><mrow><mrow><mo>−</mo><mi>a</mi></mrow></mrow></msup>"),
        (ln(a), "<mrow><mi>ln</mi><mo stretchy=\"false\">(</mo><mi>a</mi><mo stretchy=\"false\">)</mo></mrow>"),
        (a < b, "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"), (.time, "<mi>t</mi>"),
        (1.5, "<mn>1.5</mn>"),
        (2e-9, "<mn>2</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>9</mn></mrow></msup>"),
        (
            .number(3, .microgramPerDay),
            "<mn>3</mn><mspace width=\".2em\"/><mtext class=\"unit\">µg/d</mtext>"
        ),
    ]

    @Test(arguments: known.indices) func isTypeset(index: Int) {
        let (formula, expected) = Self.known[index]
        #expect(text(formula) == "<math>\(expected)</math>")
    }

    @Test func branchesStandUnderEachOther() {
        let choice = piecewise(
            [(value: Self.a, when: Self.b < 1), (value: Self.b, when: Self.b < 2)], otherwise: Self.c)
        let page = text(choice)
        #expect(page.components(separatedBy: "<mtr>").count == 4)
        #expect(page.contains("otherwise") && page.hasPrefix("<math><mrow><mo>{</mo>"))
    }

    /// 24 h/d equals one: what is left is the formula as physiologists write it.
    @Test func conversionsOfUnitsAreLeftOut() {
        let perHour = Self.a.converted(from: .perDay, to: .perHour) * Self.b
        #expect(text(perHour) == "<math><mrow><mi>a</mi><mo>·</mo><mi>b</mi></mrow></math>")
        #expect(text(Self.a.converted(from: .perDay, to: .perHour)) == "<math><mi>a</mi></math>")
    }

    /// Every element that is opened is closed: an XML parser reads it.
    @Test(arguments: known.indices) func isWellFormed(index: Int) {
        let parser = XMLChecker()
        #expect(parser.accepts(text(Self.known[index].0)))
    }

    @Test func wideSumsAreBroken() {
        let terms = (0..<12).map { Modeling.Expression.symbol("longName\($0)") }
        let page = math.equation(MathPiece("<mi>y</mi>", width: 1), .sum(terms)).text
        #expect(page.components(separatedBy: "<mtr>").count - 1 >= 2)
        #expect(XMLChecker().accepts(page))
        let short = math.equation(MathPiece("<mi>y</mi>", width: 1), Self.a + Self.b).text
        #expect(!short.contains("<mtable"))
    }

    private static func long(_ name: String, _ count: Int) -> [Modeling.Expression] {
        (0..<count).map { .symbol("\(name)Number\($0)") }
    }

    /// No line is wider than the page; what was wide stands below by its letter, the same part once.
    @Test func wideFormulasAreToldInParts() {
        let sum = Modeling.Expression.sum(Self.long("term", 12))
        let formula = (Self.a * sum) / exp(sum) * sqrt(.product(Self.long("factor", 5)) + Self.b)
        let page = math.equation(MathPiece("<mi>y</mi>", width: 1), formula).text
        #expect(XMLChecker().accepts("<div>\(page)</div>"))
        #expect(page.contains("<span>where</span>") && page.contains("<mi>A</mi><mo>=</mo>"))
        for name in (Self.long("term", 12) + Self.long("factor", 5)).map(\.description) {
            #expect(page.components(separatedBy: "<mi>\(name)</mi>").count == 2, "\(name)")
        }
        #expect(!page.contains("…"))
        let rows = page.matches(of: /<mtr>.*?<\/mtr>|<math display="block"><mrow>.*?<\/mrow><\/math>/)
        for row in rows {
            let letters = row.0.replacing(/<[^>]*>/, with: "").count
            #expect(letters < 120, "\(row.0)")
        }
    }

    @Test func whatFitsHasNoLetters() {
        #expect(!math.equation(MathPiece("<mi>y</mi>", width: 1), (Self.a + Self.b) / Self.c).text.contains("where"))
    }

    @Test func lettersDoNotExplodeEither() {
        var formula = Self.a
        for _ in 0..<50 { formula = (formula + formula) * (formula + Self.b) }
        #expect(math.equation(MathPiece("<mi>y</mi>", width: 1), formula).text.utf8.count < 4_000_000)
        var deep = Self.a
        for _ in 0..<10_000 { deep = sqrt(deep) }
        #expect(math.equation(MathPiece("<mi>y</mi>", width: 1), deep).text.utf8.count < 200_000)
    }

    @Test func sharedPartsDoNotExplode() {
        var formula = Self.a
        for _ in 0..<50 { formula = formula + formula }
        #expect(text(formula).utf8.count < 200_000)
        var deep = Self.a
        for _ in 0..<10_000 { deep = sqrt(deep) }
        #expect(text(deep).contains("…"))
    }
}

/// Whether a text is one well-formed element: counts tags on a stack, as presentational MathML needs no more.
struct XMLChecker {
    func accepts(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.isEmpty && !rest.contains("<")
    }
}
