import Modeling
import Testing

@Suite struct ExpressionTests {
    let a = Expression.symbol("a")
    let b = Expression.symbol("b")
    let c = Expression.symbol("c")

    @Test func printsWithTheFewestParentheses() {
        let cases: [(Expression, String)] = [
            (a + b * c, "a + b * c"), ((a + b) * c, "(a + b) * c"), (a - (b - c), "a - (b - c)"),
            (a - b - c, "a - b - c"),
            (a / (b * c), "a / (b * c)"), (a.power(b + 1), "a ^ (b + 1)"), (-(a * b), "-(a * b)"),
            (exp(a) / 2, "exp(a) / 2"),
            ((a < b).and(b >= c), "a < b && b >= c"), (.number(2.5, .hour), "2.5 [h]"), (a * -1, "a * (-1)"),
            (a.delayed(by: .number(1, .hour)), "delay(a, 1 [h])"),
            (piecewise([(1, when: a > b)], otherwise: 0), "select(a > b, 1, 0)"),
        ]
        for (expression, text) in cases { #expect(expression.description == text) }
    }

    @Test func equalityIsStructural() {
        #expect(a + b * c == a + b * c)
        #expect(a + b != b + a)
        #expect(Set([a * b, a * b, b * a]).count == 2)
    }

    @Test func symbolsAreListedOnceInOrder() {
        #expect((b * a + b.power(c)).symbols == ["b", "a", "c"])
    }

    @Test func substitutionReplacesEverySymbolOnce() {
        let doubled = (a * a + b).substituting { $0 == "a" ? 2 * Expression.symbol("a") : nil }
        #expect(doubled.description == "2 * a * 2 * a + b")
    }

    @Test func conversionCarriesItsUnit() throws {
        let hours = a.converted(from: .day, to: .hour)
        #expect(hours.description == "a * 24 [h/d]")
        #expect(a.converted(from: .hour, to: .hour) == a)
    }
}
