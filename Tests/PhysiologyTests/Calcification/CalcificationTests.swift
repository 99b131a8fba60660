import Testing

@testable import Physiology

@Suite struct CalcificationTests {
    private let year = 8766.0

    @Test func growsAsInCohorts() throws {
        let men = try Course(person: "{age: 62 y, CAC: 120 AU}", hours: [0, year])
        let women = try Course(person: "{age: 62 y, sex: female, CAC: 70 AU}", hours: [0, year])
        #expect((14...28).contains(men.end("CAC") - men.start("CAC")))
        #expect((8...20).contains(women.end("CAC") - women.start("CAC")))
    }

    @Test func vitaminKHasNoEffectUntilOneIsGiven() throws {
        let nothing = try Course(hours: [0, 2 * year])
        let vitaminK = try Course(doses: ["MK-7 720 ug oral daily"], hours: [0, 2 * year])
        #expect(abs(nothing.end("CAC") - vitaminK.end("CAC")) < 0.01 * nothing.end("CAC"))
        let assumed = try Course(
            doses: ["MK-7 720 ug oral daily"], hours: [0, 2 * year], parameters: ["calcification.vitaminK.effect": 1])
        #expect(assumed.end("CAC") < vitaminK.end("CAC"))
        #expect(assumed.end("CAC") > assumed.start("CAC"), "no mean regression")
    }

    @Test func riskDoesNotMoveWithTheCourse() throws {
        let course = try Course(doses: ["MK-7 720 ug oral daily"], hours: [0, year])
        #expect(course.end("risk10y") == course.start("risk10y"))
        let none = try Course(person: "{CAC: 0 AU}", hours: [0])
        let much = try Course(person: "{CAC: 400 AU}", hours: [0])
        #expect(none.start("risk10y") < much.start("risk10y"))
    }

    #if !DEBUG
        /// Ten years of nothing and of vitamin K differ by less than the trials' intervals allow: −51 ± 30 AU in two years (AVADEC).
        @Test(arguments: ["MK-4 15 mg oral every 8 h", "MK-7 720 ug oral daily", "K1 500 ug oral daily"])
        func tenYearsOfVitaminKAreLikeTenOfNothing(dose: String) throws {
            let nothing = try Course(hours: [0, 10 * year])
            let course = try Course(doses: [dose], hours: [0, 10 * year])
            #expect(abs(course.end("CAC") - nothing.end("CAC")) < 0.05 * nothing.end("CAC"))
            #expect(course.end("CAC") > course.start("CAC"))
        }
    #endif
}
