import Modeling
import Testing

/// What the graph makes of formulas, read from the printed equations.
@Suite struct SimplificationTests {
    /// The right-hand side of a state x, with parameter k, as printed.
    func simplified(_ formula: (_ x: Expression, _ k: Expression) -> Expression) throws -> String {
        let builder = ModelBuilder(name: "m", timeUnit: .second)
        let scope = builder.scope("m", grade: .established)
        let k = scope.parameter("k", 2, .dimensionless, .assumed(because: "test"), "a number")
        let x = scope.state("x", .dimensionless, typical: 1, "a state")
        scope.rate(of: x, formula(x, k))
        let text = try EquationSystem(builder.model).description
        return text.split(separator: "\n").dropFirst().joined(separator: "; ")
    }

    @Test func neutralElementsDisappear() throws {
        #expect(try simplified { x, _ in 0 + x * 1 - 0 } == "d m.x / dt = m.x")
        #expect(try simplified { x, k in x / 1 + -k } == "d m.x / dt = m.x - m.k")
        #expect(try simplified { x, _ in -(-x) } == "d m.x / dt = m.x")
    }

    @Test func constantsFold() throws {
        #expect(try simplified { x, _ in x * (2 * 3 + exp(0)) } == "d m.x / dt = m.x * 7")
        #expect(try simplified { x, k in piecewise([(x, when: .number(1) > 2)], otherwise: k) } == "d m.x / dt = m.k")
    }

    @Test func smallPowersAreProducts() throws {
        #expect(try simplified { x, _ in x.power(2) } == "d m.x / dt = m.x * m.x")
        #expect(try simplified { x, _ in x.power(0.5) } == "d m.x / dt = sqrt(m.x)")
        #expect(try simplified { x, _ in x.power(-1) } == "d m.x / dt = 1 / m.x")
        #expect(try simplified { x, k in x.power(k) } == "d m.x / dt = m.x ^ m.k")
    }

    /// 0 · ∞ is not a number, so a product with 0 stays.
    @Test func productWithZeroStays() throws {
        #expect(try simplified { x, _ in 0 * exp(x) }.contains("0"))
    }

    @Test func equalPartsAreShared() throws {
        let text = try simplified { x, k in exp(x * k) + exp(k * x).power(3) }
        #expect(text.components(separatedBy: "exp").count == 2, "\(text)")
    }
}
