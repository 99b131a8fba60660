import Foundation
import Testing

@testable import Physiology
@testable import Studies

/// Vitamin D by mouth and the 25(OH)D it leaves in plasma.
@Suite struct CalcidiolTests {
    private static let daily = "vitamin D 25 ug oral daily"

    /// Heaney 2003: 0.70 nmol/L for each µg a day; over the last day of a year that is ten times the pool's turnover.
    @Test func aDailyDoseRaisesTheLevelByThePublishedAmount() throws {
        let course = try Course(doses: [Self.daily], hours: [0] + every(1, to: 24).map { $0 + 364 * 24 })
        let level = course["calcidiol"].dropFirst()
        let rise = level.reduce(0, +) / Double(level.count) - 60
        #expect(abs(rise / (25 * 0.70) - 1) < 0.02, "\(rise)")
    }

    /// Jones 2014: 15.1 d.
    @Test func itLeavesWithItsHalfLife() throws {
        let halfLife = 15.1 * 24
        let course = try Course(
            doses: ["vitamin D 250 ug oral once"], hours: [0, 24, 24 + halfLife, 24 + 2 * halfLife])
        let rise = course["calcidiol"].map { $0 - 60 }
        #expect(abs(rise[1] / rise[2] - 2) < 1e-3 && abs(rise[2] / rise[3] - 2) < 1e-3, "\(rise)")
    }

    /// Twice the dose, twice the rise, whatever the person's own level.
    @Test(arguments: [15.0, 60, 120]) func theRiseIsLinearInTheDose(own: Double) throws {
        let rises = try [10.0, 20, 40].map { dose in
            try Course(
                person: "{25(OH)D: \(own) nmol/L}", doses: ["vitamin D \(dose) ug oral daily"], hours: [0, 60 * 24],
                relativeTolerance: 1e-9
            ).end("calcidiol") - own
        }
        #expect(abs(rises[1] / rises[0] - 2) < 1e-4 && abs(rises[2] / rises[1] - 2) < 1e-4, "\(rises)")
    }

    /// Calcitriol rises a little and PTH falls; calcium moves by less than twice the calcium in food may move it (0.1 mmol/L). It falls, since here
    /// nothing makes bone obey PTH less without vitamin D: a limit that the report names.
    @Test(arguments: [15.0, 60, 120]) func calciumHardlyMoves(own: Double) throws {
        let course = try Course(person: "{25(OH)D: \(own) nmol/L}", doses: [Self.daily], hours: [0, 8766])
        let change = course.end("calcium") - course.start("calcium")
        #expect(abs(change) < 0.1 && (own < 60 || abs(change) < 0.01), "\(change)")
        #expect(course.end("calcitriol") > course.start("calcitriol") && course.end("PTH") < course.start("PTH"))
    }

    /// Where none is given there is no pool at all; where it is given later, nothing moves before.
    @Test func nothingMovesWithoutADose() throws {
        let hours = [0.0, 1000, 3500, 4000]
        let none = try Course(hours: hours)
        #expect(none["calcidiol"] == [60, 60, 60, 60])
        let later = try Course(doses: ["vitamin D 25 ug oral once from day 150"], hours: hours)
        #expect(later["calcidiol"].dropLast() == [60, 60, 60] && later.end("calcidiol") > 60.3)
        for output in ["calcium", "phosphate", "PTH", "calcitriol", "CAC", "osteoblasts"] {
            for (without, before) in zip(none[output], later[output]).dropLast() {
                #expect(abs(before - without) <= 1e-6 * abs(without), "\(output)")
            }
        }
        #expect(!Flagship().model(using: []).quantities.contains { $0.identifier.hasPrefix("mineral.calcidiol.") })
    }

    private static func scenario(_ dose: String) throws -> Scenario {
        try Course.scenario(person: "{}", diet: "{}", doses: [dose], hours: [0, 24], family: Flagship())
    }

    /// A name of two words, in any letter case.
    @Test func theLineIsRead() throws {
        let regimen = try #require(try Self.scenario("Vitamin d 0.025 mg oral daily").arms[0].regimens.first)
        #expect(regimen.substance == "vitamin D" && regimen.doseInput == VitaminDDose.oral)
        #expect(abs(regimen.amount - 25) < 1e-9 && regimen.interval == 24)
    }

    /// Too much; half a name; and a standing dose, which is in the level that the person has.
    @Test(arguments: [
        ("vitamin D 5000 ug oral daily", "more than the largest"), ("vitamin 25 ug oral daily", "'vitamin' is not"),
        ("vitamin D 25 ug oral daily, standing", "stand"),
    ])
    func whatIsWrongIsRefused(dose: String, message: String) {
        let error = #expect(throws: ScenarioError.self) { try Self.scenario(dose) }
        #expect(error?.issues.first?.description.contains(message) == true, "\(String(describing: error))")
    }
}
