import Foundation
import Modeling
import TestSupport
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
        let minute = 1.0 / 60
        let course = try Course(hours: [0, 1, 1 + 10 * minute]) { $0.stop("mineral.pthControl.secretion", at: 1) }
        let halfLife = 10 * log(2) / log(course.value("PTH", at: 1) / course.end("PTH"))
        #expect((1...15).contains(halfLife), "\(halfLife) min")
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
        let course = try Course(doses: ["PTH 40 ug intravenous over 24 h once"], hours: [0, 12, 24])
        for output in ["PTH", "calcium", "calcitriol", "urinaryPhosphate"] {
            #expect(course.end(output) > course.start(output), "\(output): \(course[output])")
        }
        #expect(course.end("phosphate") < course.start("phosphate"), "\(course["phosphate"])")
    }

    @Test func calciumIsInItsRange() throws {
        for eGFR in [100, 85, 60, 30, 15] {
            let course = try Course(person: "{eGFR: \(eGFR) mL/min}", hours: [0])
            #expect((2.2...2.6).contains(course.start("calcium")), "\(eGFR): \(course.start("calcium"))")
        }
    }

    @Test func aHealthyKidneyKeepsCalcium() throws {
        for eGFR in [110, 100, 85] {
            let kept = try Course(person: "{eGFR: \(eGFR) mL/min}", hours: [0]).start("calciumReabsorption")
            #expect((97.5...98.8).contains(kept), "\(eGFR): \(kept)")
        }
    }

    @Test func littleCalciumInFoodRaisesTheHormones() throws {
        let usual = try Course(diet: "{calcium: 1000 mg/d}", hours: [0])
        let little = try Course(diet: "{calcium: 200 mg/d}", hours: [0])
        for output in ["PTH", "calcitriol", "boneResorption", "osteoclasts"] {
            #expect(little.start(output) > usual.start(output), "\(output)")
        }
        for output in ["calcium", "urinaryCalcium"] { #expect(little.start(output) < usual.start(output), "\(output)") }
    }

    /// Injected, the hormone is there within the hour and gone the next day; infused to the same dose it stays.
    @Test func anInjectionOfTheHormoneIsBrief() throws {
        let course = try Course(doses: ["PTH 20 ug subcutaneous daily"], hours: every(0.25, to: 23.75))
        let rest = course.start("PTH")
        let peak = course.maximum("PTH")
        #expect(peak > 5 * rest && course["PTH"].firstIndex(of: peak)! <= 4, "\(peak)")
        #expect(abs(course.end("PTH") / rest - 1) < 0.1, "\(course.end("PTH"))")
        #expect(course.maximum("calcium") - course.start("calcium") < 0.2)
    }

    /// Once a day builds bone cells that a steady infusion of the same dose does not.
    @Test func dailyInjectionsRaiseOsteoblasts() throws {
        let injected = try Course(doses: ["PTH 20 ug subcutaneous daily"], hours: days(0, 90))
        let infused = try Course(doses: ["PTH 20 ug intravenous over 24 h daily"], hours: days(0, 90))
        #expect(injected.end("osteoblasts") > 1.1 * injected.start("osteoblasts"), "\(injected["osteoblasts"])")
        #expect(injected.end("osteoblasts") > infused.end("osteoblasts"), "\(infused["osteoblasts"])")
    }

    @Test func dietHardlyMovesCalcium() throws {
        let usual = try Course(diet: "{calcium: 1000 mg/d}", hours: [0])
        let twice = try Course(diet: "{calcium: 2000 mg/d}", hours: [0])
        #expect(abs(twice.start("calcium") - usual.start("calcium")) < 0.1)
        #expect(twice.start("PTH") < usual.start("PTH"))
    }

    @Test func aFailingKidneyLowersCalcitriolFirst() throws {
        let levels = try [100, 60, 45, 30, 15, 6].map { try Course(person: "{eGFR: \($0) mL/min}", hours: [0]) }
        for (better, worse) in zip(levels, levels.dropFirst()) {
            #expect(worse.start("calcitriol") < better.start("calcitriol") && worse.start("PTH") > better.start("PTH"))
            #expect(
                worse.start("calcium") < better.start("calcium") + 0.01,
                "total calcium does not rise as the kidney fails: \(levels.map { $0.start("calcium") })")
        }
        #expect(levels[1].start("calcitriol") < 0.95 * levels[0].start("calcitriol"))
        #expect(levels[1].start("PTH") > 1.2 * levels[0].start("PTH"))
        for level in levels.prefix(4) { #expect((0.8...1.45).contains(level.start("phosphate"))) }
        #expect(levels[5].start("phosphate") > 1.5)
    }

    /// Whoever a scenario may describe is balanced at the start, with levels that people live with and no negative state.
    @Test func everyPersonBalances() throws {
        var random = RepeatableRandom(seed: 5)
        func pick(_ low: Double, _ high: Double) -> Double { low * pow(high / low, random.uniform()) }
        var persons = (0..<24).map { _ in (eGFR: pick(4, 140), calcium: pick(100, 4000), calcidiol: pick(5, 250)) }
        for eGFR in [4.0, 140] {
            for calcium in [100.0, 4000] { for calcidiol in [5.0, 250] { persons.append((eGFR, calcium, calcidiol)) } }
        }
        let ranges: [(String, ClosedRange<Double>)] = [
            ("calcium", 1.9...2.75), ("phosphate", 0.8...3), ("PTH", 1...120), ("calcitriol", 5...130),
            ("osteoblasts", 50...250), ("osteoclasts", 40...350),
        ]
        for person in persons {
            let course = try Course(
                person: "{eGFR: \(person.eGFR) mL/min, 25(OH)D: \(person.calcidiol) nmol/L}",
                diet: "{calcium: \(person.calcium) mg/d}", hours: [0, 8766])
            for (output, range) in ranges {
                #expect(range.contains(course.start(output)), "\(person): \(output) \(course.start(output))")
                #expect(
                    abs(course.end(output) / course.start(output) - 1) < 0.002, "\(person): \(output) \(course[output])"
                )
            }
            for state in course.typicalMagnitudes.keys where state.hasPrefix("mineral.") {
                #expect(course.state(state).allSatisfy { $0 > 0 }, "\(person): \(state)")
            }
        }
    }
}
