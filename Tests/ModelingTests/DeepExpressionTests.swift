import TestSupport
import Testing

@testable import Modeling

/// Formulas far deeper than any stack: every walk is a loop.
@Suite struct DeepExpressionTests {
    static let depth = 200_000

    static func tower() -> Expression { (0..<depth).reduce(Expression.symbol("x")) { sum, _ in -(sum + 1) } }

    @Test func walksComparisonsAndTheEndDoNotRecurse() throws {
        try SmallStack.run {
            let tower = Self.tower()
            try #require(tower.depth == 2 * Self.depth + 1)
            try #require(tower.symbols == ["x"])
            try #require(tower == Self.tower())
            try #require(tower != -Self.tower())
            try #require(tower.substituting { _ in .symbol("y") }.symbols == ["y"])
            try #require(tower.symbols(withoutProductsOf: ["x"]) == ["x"])
            try #require(tower.description.hasSuffix(")"))
            try #require(tower.brief.count < 1000)
        }
    }

    @Test func sharedPartsAreVisitedOnce() throws {
        let shared = (0..<200).reduce(Expression.symbol("x")) { sum, _ in sum * sum }
        let again = (0..<200).reduce(Expression.symbol("x")) { sum, _ in sum * sum }
        try #require(shared == again)
        try #require(shared.symbols(withoutProductsOf: ["x"]).isEmpty)
        try #require(shared.writtenSize == Int(Int32.max))
        try #require(shared.description.utf8.count < 2_000_000)
    }

    @Test func unitsOfADeepFormula() throws {
        try SmallStack.run {
            var model = Model(name: "deep", timeUnit: .second)
            model.quantities = [
                Quantity("x", .parameter, unit: .dimensionless, initial: 1),
                Quantity("y", .parameter, unit: .second),
            ]
            model.rules = [.assignment("y", Self.tower())]
            let issues = model.checkUnits()
            try #require(issues.count == 1)
            try #require(issues.first.map { $0.description.count < 1000 } == true)
        }
    }

    @Test func orderOfFirstAppearanceStays() {
        let formula = Expression.symbol("b") * (Expression.symbol("a") + .symbol("b")) - .symbol("c")
        #expect(formula.symbols == ["b", "a", "c"])
    }
}
