import Foundation
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
        #expect(more.start("calcitriol") > usual.start("calcitriol") && more.start("phosphate") < usual.start("phosphate"))
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
        }
        #expect(levels[2].start("phosphate") < 1.5)
        #expect(levels[3].start("phosphate") > levels[2].start("phosphate"))
    }
}
