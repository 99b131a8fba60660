import Testing

@testable import Physiology

/// Menatetrenone after breakfast, with and without a lunch (Uematsu 1996).
@Suite struct SecondMealTests {
    /// Hours at which the plasma level is at a peak.
    private func peaks(_ doses: [String], fat: String = "{fat: 0 g/d}") throws -> [Double] {
        let course = try Course(diet: fat, doses: doses, hours: every(0.1, to: 12))
        let values = course["plasma.mk4"]
        return values.indices.dropFirst().dropLast().filter {
            values[$0] > values[$0 - 1] * (1 + 1e-6) && values[$0] > values[$0 + 1] * (1 + 1e-6)
        }.map { course.times[$0] }
    }

    @Test(arguments: [8.8, 20]) func lunchGivesASecondPeak(fat: Double) throws {
        let dose = "MK-4 15 mg oral with \(fat) g fat once"
        let without = try peaks([dose])
        #expect(without.count == 1 && without[0] < 5, "\(without)")
        let with = try peaks([dose, "meal 25 g oral once after 5 h"])
        #expect(with.count == 2 && with[0] == without[0], "\(with)")
        #expect(with.count == 2 && (5.2...7.5).contains(with[1]), "\(with)")
    }

    /// What a meal moves on is what the gut wall still holds: no lunch makes more than was absorbed.
    @Test func lunchBringsForwardAndSavesALittle() throws {
        let dose = "MK-4 15 mg oral with 20 g fat once"
        let hours = every(0.1, to: 72)
        let without = try Course(diet: "{fat: 0 g/d}", doses: [dose], hours: hours)
        let with = try Course(diet: "{fat: 0 g/d}", doses: [dose, "meal 25 g oral once after 5 h"], hours: hours)
        let gain = with.area("plasma.mk4") / without.area("plasma.mk4")
        #expect(gain > 1 && gain < 1.15, "\(gain)")
        #expect(with.end("faeces.mk4") < without.end("faeces.mk4"))
    }

    /// A steady diet has no peaks of fat: its packing is the same all day.
    @Test func theDietAloneIsSteady() throws {
        let course = try Course(hours: every(6, to: 48))
        for value in course["meal.fat"] { #expect(abs(value - course.start("meal.fat")) < 1e-6) }
        #expect((5...9).contains(course.start("meal.fat")))
    }

    /// Two doses at one meal bring its fat once; two meals bring twice the fat.
    @Test func oneMealCountsOnce() throws {
        func fat(_ doses: [String]) throws -> Double {
            try Course(diet: "{fat: 0 g/d}", doses: doses, hours: [0, 0.01]).end("meal.fat")
        }
        let one = try fat(["MK-4 5 mg oral with 30 g fat once"])
        #expect(abs(try fat(["MK-4 5 mg oral with 30 g fat once", "K1 1 mg oral with 30 g fat once"]) - one) < 1e-6)
        #expect(abs(try fat(["meal 30 g oral once", "meal 30 g oral once"]) - 2 * one) < 1e-6)
    }
}
