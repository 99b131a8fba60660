import Foundation
import Modeling
import Testing

@testable import Physiology

@Suite struct MineralTests {
    /// Number of a parameter in its own unit.
    private func number(_ identifier: String) throws -> Double {
        let quantity = try #require(Flagship().model(using: []).quantity(identifier))
        guard case .number(let value, _)? = quantity.initial?.kind else { throw Course.Failure(message: identifier) }
        return value
    }

    @Test func hormoneIsGoneInMinutes() throws {
        let rate = try number("mineral.pthControl.clearance") / number("mineral.volume")
        #expect(log(2) / rate * 60 < 15)
    }

    @Test func moreHormoneMeansMoreCalciumAndLessPhosphate() throws {
        let usual = try Course(hours: [0])
        let slow = try number("mineral.pthControl.clearance") / 3
        let more = try Course(hours: [0], parameters: ["mineral.pthControl.clearance": slow])
        #expect(more.start("PTH") > usual.start("PTH") && more.start("calcium") > usual.start("calcium"))
        #expect(
            more.start("calcitriol") > usual.start("calcitriol") && more.start("phosphate") < usual.start("phosphate"))
    }

    /// Citrate binds calcium: the fall is the model's own pool losing a twentieth at one instant.
    @Test func aFallOfCalciumRaisesTheHormoneWithinMinutes() throws {
        let course = try Course(hours: [0, 1, 1 + 10.0 / 60]) { model in
            let calcium = Expression.symbol("mineral.calcium")
            model.events.append(
                Event(
                    "citrate", when: .time >= .number(1, .hour), assignments: [.init("mineral.calcium", 0.95 * calcium)]
                ))
        }
        let before = course.start("PTH")
        #expect(course.end("PTH") > 1.3 * before, "\(course["PTH"])")
    }

    @Test func anInfusionOfTheHormoneRaisesCalciumAndCalcitriol() throws {
        let course = try Course(hours: [0, 24]) { model in
            let rate =
                Expression.number(385, .picomole / .hour)
                * piecewise([(value: 1, when: .time > .number(0, .hour))], otherwise: 0)
            model.reactions.append(Reaction("mineral.infusion", from: [], to: [.init("mineral.pth")], rate: rate))
        }
        for output in ["PTH", "calcium", "calcitriol"] {
            #expect(course.end(output) > course.start(output), "\(output)")
        }
        #expect(course.end("phosphate") < course.start("phosphate"))
    }

    @Test func calciumIsInItsRangeAndKept() throws {
        for eGFR in [100, 85, 60, 30, 15, 6] {
            let course = try Course(person: "{eGFR: \(eGFR) mL/min}", hours: [0])
            #expect((2.2...2.6).contains(course.start("calcium")))
            #expect((97...99.5).contains(course.start("calciumReabsorption")))
        }
    }

    @Test func dietHardlyMovesCalcium() throws {
        let usual = try Course(diet: "{calcium: 1000 mg/d}", hours: [0])
        let twice = try Course(diet: "{calcium: 2000 mg/d}", hours: [0])
        #expect(abs(twice.start("calcium") - usual.start("calcium")) < 0.1)
        #expect(twice.start("PTH") < usual.start("PTH"))
    }

    @Test func aFailingKidneyLowersCalcitriolFirst() throws {
        let levels = try [100, 60, 30, 15].map { try Course(person: "{eGFR: \($0) mL/min}", hours: [0]) }
        for (better, worse) in zip(levels, levels.dropFirst()) {
            #expect(worse.start("calcitriol") < better.start("calcitriol") && worse.start("PTH") > better.start("PTH"))
            #expect(
                worse.start("calcium") < better.start("calcium") + 0.005,
                "total calcium does not rise as the kidney fails")
        }
        #expect(levels[2].start("phosphate") < 1.5)
        #expect(levels[3].start("phosphate") > levels[2].start("phosphate"))
    }
}
