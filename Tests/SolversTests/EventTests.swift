import Foundation
import Modeling
import Solvers
import TestSupport
import Testing

// Foundation has a type of this name too.
typealias Expression = Modeling.Expression

/// A model with a clock and stored numbers that events write to.
func eventModel(_ events: [Event], states: [String] = ["a", "b"], rates: [(String, Expression)] = []) -> Model {
    var model = Model(name: "eventTable", timeUnit: .second)
    for name in states {
        var quantity = Quantity(name, .parameter, unit: .dimensionless, initial: 0)
        quantity.isConstant = false
        model.quantities.append(quantity)
        model.outputs.append(Output(name, .symbol(name), unit: .dimensionless, label: name))
    }
    model.rules = rates.map { .rate($0.0, $0.1) }
    model.events = events
    return model
}

func event(
    _ name: String, _ trigger: Expression, _ variable: String, _ formula: Expression,
    _ adjust: (inout Event) -> Void = { _ in }
) -> Event {
    var event = Event(name, when: trigger, assignments: [.init(variable, formula)])
    adjust(&event)
    return event
}

@Suite struct EventTests {
    static let a = Expression.symbol("a")
    static let b = Expression.symbol("b")
    static let clock = Expression.symbol("clock")
    let a = EventTests.a, b = EventTests.b, clock = EventTests.clock

    /// Values of `a` and `b` at times, where `clock` is a state that runs with time.
    func run(_ events: [Event], _ times: [Double], seed: UInt64 = 0, subject: UInt64 = 0) throws -> [[Double]] {
        let model = eventModel(events, states: ["a", "b", "clock"], rates: [("clock", 1)])
        let result = try simulation(model).run(to: 10, reportTimes: times, subject: subject, seed: seed)
        #expect(result.isCompleted, "\(result.failure?.description ?? "")")
        return ["a", "b"].map { result.values(of: $0)! }
    }

    @Test func anEventTrueAtTheStartFiresOnlyIfItWasFalseBefore() throws {
        let fires = event("e", .time >= 0, "a", 1) { $0.initialTriggerValue = false }
        let rests = event("f", .time >= 0, "b", 1)
        #expect(try run([fires, rests], [0, 1]) == [[1, 1], [0, 0]])
    }

    @Test func inclusiveTriggersFireAtTheirTimeAndStrictOnesAfterIt() throws {
        let inclusive = event("e", .time >= 3, "a", 1)
        let strict = event("f", .time > 3, "b", 1)
        #expect(try run([inclusive, strict], [2.999, 3, 3.001]) == [[0, 1, 1], [0, 0, 1]])
    }

    @Test func equalityOfTimeFires() throws {
        #expect(
            try run([event("e", Expression.apply(.equal, [.time, 3]), "a", a + 1)], [2.9, 3, 10])[0] == [0, 1, 1])
        let pulse = event("e", Expression.apply(.and, [.time >= 3, .time <= 3]), "a", a + 1)
        #expect(try run([pulse], [2.9, 3, 10])[0] == [0, 1, 1])
    }

    @Test func stateTriggersAreLocatedWhateverTheGrid() throws {
        let mark = event("e", clock * clock >= 2, "a", .time)
        for times in [[10.0], grid(0, 10, 7), grid(0, 10, 1000)] {
            let found = try run([mark], times)[0].last!
            #expect(abs(found - 2.0.squareRoot()) < 1e-9)
        }
    }

    @Test func delayWaitsAndTakesValuesFromTriggerTimeOrNot() throws {
        let early = event("e", .time >= 2, "a", .time) { $0.delay = 3 }
        let late = event("f", .time >= 2, "b", .time) {
            $0.delay = 3
            $0.usesValuesFromTriggerTime = false
        }
        let found = try run([early, late], [4.999, 5])
        #expect(found[0][0] == 0 && found[1][0] == 0)
        #expect(abs(found[0][1] - 2) < 1e-9 && abs(found[1][1] - 5) < 1e-9)
    }

    @Test func aDelayShorterThanAStepIsKept() throws {
        let soon = event("e", clock >= 2, "a", clock) {
            $0.delay = 0.01
            $0.usesValuesFromTriggerTime = false
        }
        #expect(abs(try run([soon], [10])[0][0] - 2.01) < 1e-9)
    }

    @Test func onlyPersistentEventsSurviveTheirTriggerTurningFalse() throws {
        let window = Expression.apply(.and, [.time >= 2, .time < 4])
        let stays = event("e", window, "a", 1) { $0.delay = 3 }
        let goes = event("f", window, "b", 1) {
            $0.delay = 3
            $0.isPersistent = false
        }
        #expect(try run([stays, goes], [6]) == [[1], [0]])
        let inTime = event("g", window, "b", 1) {
            $0.delay = 1.5
            $0.isPersistent = false
        }
        #expect(try run([inTime], [6])[1] == [1])
    }

    @Test func anEventMayCancelAnother() throws {
        let first = event("first", .time >= 2, "a", 1) { $0.priority = 2 }
        let second = event("second", Expression.apply(.and, [.time >= 2, a < 0.5]), "b", 1) {
            $0.priority = 1
            $0.isPersistent = false
        }
        #expect(try run([second, first], [3]) == [[1], [0]])
    }

    @Test func highestPriorityGoesFirstAndIsEvaluatedAgain() throws {
        // Each writes 10 × a + its number: the digits of `a` tell the order.
        func digit(_ number: Int, _ priority: Expression) -> Event {
            event("e\(number)", .time >= 2, "a", 10 * a + .number(Double(number))) {
                $0.priority = priority
                $0.usesValuesFromTriggerTime = false
            }
        }
        #expect(try run([digit(1, 1), digit(2, 3), digit(3, 2)], [3])[0] == [231])
        // Once `a` is not zero, number 1 overtakes number 3.
        let risen = piecewise([(10, when: a > 0.5)], otherwise: 0)
        #expect(try run([digit(1, risen), digit(2, 3), digit(3, 2)], [3])[0] == [213])
    }

    @Test func equalPrioritiesAreDrawnByKey() throws {
        func digit(_ number: Int) -> Event {
            event("e\(number)", .time >= 2, "a", 10 * a + .number(Double(number))) {
                $0.priority = 1
                $0.usesValuesFromTriggerTime = false
            }
        }
        let orders = try (0..<40).map { try run([digit(1), digit(2)], [3], seed: 5, subject: $0)[0][0] }
        #expect(Set(orders) == [12, 21])
        #expect(try (0..<40).map { try run([digit(1), digit(2)], [3], seed: 5, subject: $0)[0][0] } == orders)
    }

    @Test func eventsCascadeAtOneInstant() throws {
        let first = event("first", .time >= 2, "a", 1)
        let second = event("second", a > 0.5, "b", a + 1)
        #expect(try run([second, first], [1.9, 2]) == [[0, 1], [0, 2]])
    }

    @Test func anEndlessCascadeNamesItsEvents() throws {
        let up = event("up", Expression.apply(.and, [.time >= 2, a < 0.5]), "a", 1)
        let down = event("down", a > 0.5, "a", 0)
        let result = try simulation(eventModel([up, down], states: ["a", "clock"], rates: [("clock", 1)]))
            .run(to: 10, reportTimes: [1, 3])
        let failure = try #require(result.failure)
        #expect(failure.kind == .eventCascade)
        #expect(failure.description.contains("up (501 times), down (500 times)"), "\(failure)")
        #expect(abs(failure.time - 2) < 1e-9)
        #expect(result.values(of: "a")![0] == 0)
        #expect(result.values(of: "a")![1].isNaN)
    }

    @Test func aNegativeDelayIsNamed() throws {
        let late = event("late", .time >= 2, "a", 1) { $0.delay = -1 }
        let result = try simulation(eventModel([late], states: ["a", "clock"], rates: [("clock", 1)]))
            .run(to: 10, reportTimes: [3])
        #expect(result.failure?.description.contains("late has delay -1.0") == true)
    }

    @Test func bouncesDoNotDependOnTheGrid() throws {
        let fall = (2 * 10 / 9.81).squareRoot()
        // After the fall each flight takes 2 · 0.8ⁿ falls.
        let expected = fall + 2 * fall * (1...4).reduce(0) { $0 + pow(0.8, Double($1)) }
        var seen: Set<Double> = []
        for count in [1, 10, 777] {
            let result = try simulation(ReferenceProblems.bouncingBall, tolerance: 1e-9)
                .run(to: 8.5, reportTimes: grid(0, 8.5, count))
            #expect(result.isCompleted, "\(result.failure?.description ?? "")")
            #expect(result.values(of: "bounces")!.last == 5)
            #expect(abs(result.values(of: "last")!.last! - expected) < 1e-6)
            seen.insert(result.values(of: "last")!.last!)
        }
        #expect(seen.count == 1)
    }

    @Test func switchingWithoutEndIsStopped() throws {
        var model = eventModel([], states: ["a"], rates: [("a", piecewise([(-1, when: a > 0)], otherwise: 1))])
        model.quantities[0].initial = 1
        let failure = try #require(simulation(model, .bdf).run(to: 5, reportTimes: [5]).failure)
        #expect(failure.kind == .stuck || failure.kind == .tooManySteps)
        #expect(abs(failure.time - 1) < 1e-5)
        #expect(failure.remedy.contains("a gap"))
    }

    @Test func bouncesThatPileUpAreStopped() throws {
        var model = ReferenceProblems.bouncingBall
        let height = Expression.symbol("ball.height")
        model.events[0].trigger = Expression.apply(.and, [height <= 0, .symbol("ball.speed") < 0])
        model.events[0].assignments.append(.init("ball.height", 0))
        let failure = try #require(simulation(model).run(to: 40, reportTimes: [40]).failure)
        #expect(failure.kind == .stuck, "\(failure)")
        #expect(abs(failure.time - 9 * (2 * 10 / 9.81).squareRoot()) < 0.01)
        #expect(failure.lastEvent?.hasPrefix("event ball.bounce at 12.8") == true)
    }

    @Test func concentrationsAreStoredByTheSizeBeforeTheEvent() throws {
        var model = Model(name: "resize", timeUnit: .second)
        var volume = Quantity("V", .compartment, unit: .litre, initial: .number(1, .litre))
        volume.isConstant = false
        var species = Quantity(
            "S", .species(compartment: "V", isAmountInMath: false, isBoundary: false), unit: .nanomolePerLitre,
            initial: .number(4, .nanomolePerLitre))
        species.isConstant = false
        var kept = species
        kept.identifier = "T"
        model.quantities = [volume, species, kept]
        model.events = [
            Event(
                "grow", when: .time >= 1,
                assignments: [.init("S", .number(6, .nanomolePerLitre)), .init("V", .number(2, .litre))])
        ]
        model.outputs = ["S", "T"].map { Output($0, .symbol($0), unit: .nanomolePerLitre, label: $0) }
        let result = try simulation(model).run(to: 2, reportTimes: [0.5, 1, 2])
        // 6 nmol/L × 1 L = 6 nmol, then in 2 L.
        #expect(result.values(of: "S") == [4, 3, 3])
        #expect(result.values(of: "T") == [4, 2, 2])
    }

    @Test func aJumpInTheRatesIsStoppedAt() throws {
        let model = eventModel([], states: ["a"], rates: [("a", piecewise([(1, when: .time < 3)], otherwise: -2))])
        let result = try simulation(model).run(to: 5, reportTimes: [3, 4, 5])
        #expect(result.statistics.restarts == 2)
        for (found, expected) in zip(result.values, [3.0, 1, -1]) { #expect(abs(found - expected) < 5e-6) }
    }
}
