import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// Steps may be long where conditions are smooth, and changes to and fro within one are seen all the same.
@Suite struct RootSamplesTests {
    /// A throw of height t − t²/2, which any step of a method of order two or more follows exactly, and a mark.
    private func thrown(_ events: [Event]) -> Model {
        var model = eventModel(events, states: ["height", "speed", "mark"])
        model.quantities[1].initial = 1
        model.rules = [.rate("height", .symbol("speed")), .rate("speed", -1)]
        return model
    }

    /// The top is flown through in 2·√(2·share): 2 % of the flight at the least of these, from between two quarters of a step.
    @Test(arguments: [1e-2, 1e-3, 1e-4]) func aShortVisitIsSeen(share: Double) throws {
        let height = Expression.symbol("height")
        let top = event("top", height > .number(0.5 - share), "mark", .symbol("mark") + 1)
        for found in try runsByEveryStepper(thrown([top]), to: 1.4, tolerance: 1e-9) {
            #expect(found.values(of: "mark")!.last == 1, "\(found.statistics.methods)")
        }
        let window = event("top", height > .number(0.5 - share), "mark", .time) {
            $0.delay = .number(0.99 * 2 * (2 * share).squareRoot())
            $0.isPersistent = false
            $0.usesValuesFromTriggerTime = false
        }
        for found in try runsByEveryStepper(thrown([window]), to: 1.4, tolerance: 1e-9) {
            let expected = 1 + 0.98 * (2 * share).squareRoot()
            #expect(abs(found.values(of: "mark")!.last! - expected) < 1e-6, "\(found.statistics.methods)")
        }
    }

    /// What a step's end was stepped to may be cancelled within the step; the course goes on from there.
    @Test func aStopMayBeCancelledOnTheWayToIt() throws {
        let height = Expression.symbol("height")
        let share = 1e-3
        let cancelled = event("top", height > .number(0.5 - share), "mark", 1) {
            $0.delay = .number(1.01 * 2 * (2 * share).squareRoot())
            $0.isPersistent = false
        }
        for found in try runsByEveryStepper(thrown([cancelled]), to: 4, tolerance: 1e-9) {
            #expect(found.values(of: "mark")!.last == 0)
            #expect(abs(found.values(of: "height")!.last! - (4 - 8)) < 1e-6)
        }
    }

    /// All visits of a sine above a level are counted, that of 200 random sines, as long as each lasts a hundredth of the span.
    @Test func everyVisitOfAnOscillationIsCounted() throws {
        var random = RepeatableRandom(seed: 7)
        let (x, mark) = (Expression.symbol("x"), Expression.symbol("mark"))
        var counted = 0
        for _ in 0..<200 {
            let frequency = 0.2 + 5.8 * random.uniform()
            let phase = 2 * Double.pi * random.uniform()
            let level = 0.9999 * (2 * random.uniform() - 1)
            // x = sin(ω t + φ) is above the level from `rise` for `stay`, again after each turn.
            let rise = asin(level)
            let stay = (Double.pi - 2 * rise) / frequency
            let first = (rise - phase).truncatingRemainder(dividingBy: 2 * Double.pi) / frequency
            let turn = 2 * Double.pi / frequency
            let visits = (-2...60).map { first + Double($0) * turn }
            guard min(stay, turn - stay) > 0.15, !visits.contains(where: { abs($0) < 0.2 || abs($0 - 10) < 0.2 }) else {
                continue
            }
            let isAbove = sin(phase) > level
            var model = eventModel(
                [event("above", x > .number(level), "mark", mark + 1) { $0.initialTriggerValue = isAbove }],
                states: ["x", "speed", "mark"],
                rates: [("x", .symbol("speed")), ("speed", .number(-frequency * frequency) * x)])
            model.quantities[0].initial = .number(sin(phase))
            model.quantities[1].initial = .number(frequency * cos(phase))
            let expected = Double(visits.filter { $0 > 0 && $0 < 10 }.count)
            for found in try runsByEveryStepper(model, to: 10, tolerance: 1e-9) {
                #expect(found.values(of: "mark")!.last == expected, "\(frequency) \(phase) \(level)")
            }
            counted += 1
        }
        #expect(counted > 100)
    }

    /// A decay past which nothing happens is stepped over in as few steps as without the condition.
    @Test func aConditionThatNeverHoldsCostsNoSteps() throws {
        let a = Expression.symbol("a")
        func model(_ events: [Event]) -> Model {
            var model = eventModel(events, states: ["a", "b"], rates: [("a", -a), ("b", a - .symbol("b"))])
            model.quantities[0].initial = 1
            return model
        }
        let never = event("never", a > 2, "b", 0)
        for (without, with) in zip(
            try runsByEveryStepper(model([]), to: 1000, tolerance: 1e-9),
            try runsByEveryStepper(model([never]), to: 1000, tolerance: 1e-9))
        {
            #expect(with.statistics.steps == without.statistics.steps, "\(with.statistics.methods)")
        }
        // Nobody can tell what a sine of time does within a step.
        let wave = event("wave", Expression.apply(.sin, [.time]) > 2, "b", 0)
        for found in try runsByEveryStepper(model([wave]), to: 1000, tolerance: 1e-9) {
            #expect(found.statistics.steps >= 100)
        }
    }
}
