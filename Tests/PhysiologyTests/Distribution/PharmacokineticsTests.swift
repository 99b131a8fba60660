import Foundation
import Testing

@testable import Physiology

@Suite struct PharmacokineticsTests {
    /// Time in which a difference halves between two report times [h].
    private func halfLife(_ course: Course, _ output: String, over rest: Double, from first: Double, to last: Double)
        -> Double
    {
        let ratio = (course.value(output, at: first) - rest) / (course.value(output, at: last) - rest)
        return (last - first) * log(2) / log(ratio)
    }

    @Test func areaRisesWithFatAndLevelsOff() throws {
        let areas = try [8.8, 20, 34.9, 53.8].map { fat in
            try Course(doses: ["MK-4 15 mg oral with \(fat) g fat once"], hours: every(0.1, to: 24)).area("plasma.mk4")
        }
        #expect(areas[0] < areas[1] && areas[1] < areas[2])
        #expect(abs(areas[3] / areas[2] - 1) < 0.15, "\(areas)")
        #expect((2.2...3.4).contains(areas[2] / areas[0]), "\(areas)")
    }

    @Test func phylloquinoneHasASlowPhaseOfADay() throws {
        let course = try Course(diet: "{K1: 75 ug/d}", doses: ["K1 1 mg intravenous once"], hours: [0, 24, 72])
        let rest = try Course(diet: "{K1: 75 ug/d}", hours: [0]).start("plasma.k1")
        #expect((22...33).contains(halfLife(course, "plasma.k1", over: rest, from: 24, to: 72)))
    }

    @Test func menaquinone7StaysForDays() throws {
        let course = try Course(doses: ["MK-7 1 mg oral with 30 g fat once"], hours: [0, 48, 144])
        let rest = try Course(hours: [0]).start("plasma.mk7")
        #expect((55...80).contains(halfLife(course, "plasma.mk7", over: rest, from: 48, to: 144)))
    }

    @Test func foodLevelsOfMK4AreNotSeen() throws {
        #expect(try Course(hours: [0]).start("plasma.mk4") < 0.2)
    }

    @Test func moreFatMeansLessPhylloquinoneInPlasma() throws {
        let lean = try Course(person: "{body fat: 15 %}", hours: [0]).start("plasma.k1")
        let fat = try Course(person: "{body fat: 45 %}", hours: [0]).start("plasma.k1")
        #expect(fat < lean)
    }
}
