import Testing

@testable import Physiology

@Suite struct SkinTests {
    /// Living skin never holds more than the porcine loading, 4.9 µg/cm² on 50 cm² [nmol].
    private let ceiling = 4.9 * 50 * 1000 / 444.65

    @Test(arguments: [1.0, 10, 100]) func oneApplicationIsCapped(dose: Double) throws {
        let course = try Course(doses: ["MK-4 \(dose) mg topical on 50 cm2 once"], hours: every(1, to: 240))
        #expect(course.maximum("skin.mk4") <= ceiling)
        #expect(course.maximum("plasma.mk4") < 1)
    }

    @Test func atMostAQuarterMilligramPassesThroughLivingSkin() throws {
        let course = try Course(
            doses: ["MK-4 100 mg topical on 50 cm2 once"], hours: [0, 8766],
            parameters: ["skin.systemicShare": 1, "skin.fatShare": 0])
        let rest = try Course(hours: [0, 8766])
        let gained = course.end("eliminated.mk4") - rest.end("eliminated.mk4")
        #expect(gained * 444.65e-6 < 0.25)
        #expect(gained > 0.9 * ceiling * 0.99, "with every share systemic nearly all of it does")
    }

    @Test func withoutAShareNothingReachesBlood() throws {
        let course = try Course(
            doses: ["MK-4 10 mg topical on 50 cm2 every 3 days"], hours: [0, 720],
            parameters: ["skin.systemicShare": 0, "skin.fatShare": 0])
        #expect(abs(course.end("plasma.mk4") / course.start("plasma.mk4") - 1) < 1e-3)
    }
}
