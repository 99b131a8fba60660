import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

/// Conditions on time alone are stepped to: they change when their formula says, and nothing is stepped twice.
@Suite struct StraightRootsTests {
    /// Equality holds at one number only; the instant is that number, be it short or not.
    @Test(arguments: [3, 1.0 / 3, 2.0.squareRoot(), 7.123456789012345]) func theInstantIsExact(at place: Double) throws
    {
        let number = Expression.number(place)
        let events = [
            event("equal", Expression.apply(.equal, [.time, number]), "a", .time),
            event("late", .time > number, "b", .time),
        ]
        let model = eventModel(events, states: ["a", "b", "clock"], rates: [("clock", 1)])
        for found in try runsByEveryStepper(model, to: 10, [10]) {
            #expect(found.values(of: "a")! == [place], "\(found.statistics.methods)")
            let late = found.values(of: "b")![0] - place
            #expect(late > 0 && late <= 16 * 10.0.ulp, "\(late)")
        }
    }

    /// An instant that a parameter moves is foretold anew when an event moves it.
    @Test func aMovedInstantIsForetoldAnew() throws {
        let (next, count) = (Expression.symbol("next"), Expression.symbol("count"))
        var tick = event("tick", .time >= next, "next", next + 0.7)
        tick.assignments.append(.init("count", count + 1))
        var model = eventModel([tick], states: ["next", "count", "clock"], rates: [("clock", 1)])
        model.quantities[0].initial = 0.25
        for found in try runsByEveryStepper(model, to: 10, [0.2, 0.3, 10]) {
            #expect(found.values(of: "count")! == [0, 1, 14], "\(found.statistics.methods)")
            #expect(abs(found.values(of: "next")!.last! - 10.05) < 1e-12)
        }
    }

    /// A root may jump or turn where another condition on time changes; a straight line through both ends foretells nothing then.
    @Test(arguments: [8.0, 10, 1000]) func aRootInPiecesIsFollowed(end: Double) throws {
        let peak = piecewise([(.time, when: .time < 3)], otherwise: 6 - .time)
        let isOn = piecewise([(1, when: .time >= 7)], otherwise: 0)
        let events = [
            event("up", peak > 2.5, "a", .time), event("down", peak < 2.4, "b", .time),
            event("on", isOn > 0.5, "c", .time),
        ]
        let model = eventModel(events, states: ["a", "b", "c", "clock"], rates: [("clock", 1)])
        for found in try runsByEveryStepper(model, to: end, [end]) {
            let name = found.statistics.methods.joined(separator: ", ")
            for (value, expected) in zip(found.values, [2.5, 3.6, 7]) {
                #expect(abs(value - expected) < 1e-11, "\(name): \(value)")
            }
            #expect(found.statistics.rootsFound < 40, "\(name)")
        }
    }

    /// No step goes across the jump, so none is rejected for it: no more than by two runs that meet there.
    @Test(arguments: [false, true]) func aJumpOfTheRatesRejectsNoStep(isStrict: Bool) throws {
        let a = Expression.symbol("a")
        let isLate = isStrict ? Expression.time > 3 : .time >= 3
        let (early, late) = (1 - a, -2 * a)
        func model(_ rate: Expression, from start: Double = 0) -> Model {
            var model = eventModel([], states: ["a"], rates: [("a", rate)])
            model.quantities[0].initial = .number(start)
            return model
        }
        let middle = 1 - exp(-3.0)
        let whole = try runsByEveryStepper(model(piecewise([(late, when: isLate)], otherwise: early)), to: 5, [3, 5])
        let halves = zip(
            try runsByEveryStepper(model(early), to: 3, [3]),
            try runsByEveryStepper(model(late, from: middle), to: 2, [2]))
        for (found, (first, second)) in zip(whole, halves) {
            let name = found.statistics.methods.joined(separator: ", ")
            for (value, expected) in zip(found.values, [middle, middle * exp(-4)]) {
                #expect(abs(value - expected) < 1e-5, "\(name)")
            }
            #expect(found.statistics.restarts == 2, "\(name)")
            let failures = first.statistics.errorTestFailures + second.statistics.errorTestFailures
            #expect(found.statistics.errorTestFailures <= failures, "\(name)")
        }
    }

    /// Two instants nearer to each other than a step can be, and one at the end, are found as any root is.
    @Test func instantsTooNearToStepToAreSearchedFor() throws {
        let place = 3.0
        let second = place + 40 * place.ulp
        let events = [
            event("first", .time >= .number(place), "a", .symbol("a") + 1),
            event("second", .time >= .number(second), "a", .symbol("a") + 10),
            event("end", .time >= 10, "b", 1),
        ]
        let model = eventModel(events, states: ["a", "b", "clock"], rates: [("clock", 1)])
        for found in try runsByEveryStepper(model, to: 10, [2.999, 3.001, 10]) {
            #expect(found.values(of: "a")! == [0, 11, 11], "\(found.statistics.methods)")
            #expect(found.values(of: "b")! == [0, 0, 1], "\(found.statistics.methods)")
        }
    }
}
