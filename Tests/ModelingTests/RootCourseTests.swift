import Modeling
import TestSupport
import Testing

/// What a condition may do between sudden changes is read off its formula, rules and rates written out.
@Suite struct RootCourseTests {
    private static let (x, y, k) = (Expression.symbol("x"), Expression.symbol("y"), Expression.symbol("k"))
    private static let day = Expression.apply(.floor, [.time / 24])

    /// States x and y, a constant k, and rules: `late` by time, `wave` by a sine of it, `both` by a state and time.
    private func layout(_ trigger: Expression?, rate: Expression = 1) throws -> KernelLayout {
        var model = Model(name: "courses", timeUnit: .hour)
        for name in ["x", "y", "k", "late", "wave", "both"] {
            var quantity = Quantity(name, .parameter, unit: .dimensionless, initial: 1)
            quantity.isConstant = name == "k"
            model.quantities.append(quantity)
        }
        let wave = Expression.apply(.sin, [.time])
        model.rules = [
            .rate("x", rate), .rate("y", 1), .assignment("late", 2 * .time - Self.k), .assignment("wave", wave),
            .assignment("both", Self.x + .symbol("late")),
        ]
        if let trigger { model.events = [Event("e", when: trigger, assignments: [.init("y", 0)])] }
        return try EquationSystem(model).layout
    }

    private static func sine(_ formula: Expression) -> Expression { .apply(.sin, [formula]) }

    private func expect(_ course: RootCourse, of trigger: Expression) throws {
        let found = try layout(trigger)
        #expect(found.roots == [course], "\(trigger)")
        #expect(found.triggersFollowRoots)
    }

    @Test func timeAloneIsStraight() throws {
        let (k, late) = (Self.k, Expression.symbol("late"))
        let triggers: [Expression] = [.time >= 3, late > k, k * .time / 2 < late]
        for trigger in triggers { try expect(.straight, of: trigger) }
    }

    @Test func statesAreSmooth() throws {
        let (x, y, both) = (Self.x, Self.y, Expression.symbol("both"))
        let triggers: [Expression] = [x > Self.k, x * y > 1, both > 1, x * .time > 1, Self.sine(x) > 0, x / y > 2]
        for trigger in triggers { try expect(.smooth, of: trigger) }
    }

    @Test func bentTimeAndBrokenStatesAreUnknown() throws {
        let (x, y, wave) = (Self.x, Self.y, Expression.symbol("wave"))
        let ofTime: [Expression] = [
            wave > 0, Self.sine(x + .time) > 0, Expression.apply(.equal, [Self.day, 1]), Expression.time * .time > 4,
            1 / .time < Self.k,
        ]
        let ofStates: [Expression] = [
            Expression.apply(.floor, [x]) > 2, Expression.apply(.max, [x, y]) > 2, Expression.apply(.abs, [x]) > 2,
        ]
        for trigger in ofTime + ofStates { try expect(.unknown, of: trigger) }
    }

    /// A condition within a condition's formula is a root of its own; the truth of the first is constant between them.
    @Test func branchesAreLookedThrough() throws {
        let late = piecewise([(Self.x, when: .time < 3)], otherwise: 2 * Self.x)
        #expect(try Set(layout(late > 5).roots) == [.straight, .smooth])
        let wave = piecewise([(Self.x, when: .symbol("wave") < 0)], otherwise: 2 * Self.x)
        #expect(try layout(wave > 5).roots == [.unknown, .unknown])
    }

    /// A number taken for a truth may change it without any comparison.
    @Test func aTriggerWithoutComparisonFollowsNothing() throws {
        let found = try layout(Expression.apply(.and, [.time >= 3, Self.x]))
        #expect(found.roots == [.straight])
        #expect(!found.triggersFollowRoots)
    }

    /// The larger or smaller of two has a kink where they meet, and nothing to stop at; anything else may jump.
    @Test func aKinkIsNoRoot() throws {
        let (x, y) = (Self.x, Self.y)
        let kinks = [
            piecewise([(0, when: x < 0)], otherwise: x), piecewise([(x, when: x >= y)], otherwise: y),
            piecewise([(y, when: x >= y)], otherwise: x),
        ]
        for rate in kinks { #expect(try layout(nil, rate: rate).rootCount == 0, "\(rate)") }
        let jumps = [
            piecewise([(1, when: x < 0)], otherwise: x), piecewise([(0, when: x < 1)], otherwise: x),
            piecewise([(x, when: Expression.apply(.equal, [x, y]))], otherwise: y),
        ]
        for rate in jumps { #expect(try layout(nil, rate: rate).rootCount == 1, "\(rate)") }
        // The same comparison asked for elsewhere is a root.
        #expect(try layout(x < 0, rate: kinks[0]).roots == [.smooth])
    }
}
