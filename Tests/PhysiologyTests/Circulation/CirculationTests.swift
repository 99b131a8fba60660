import Testing

@testable import Physiology

@Suite struct CirculationTests {
    /// Reference curves (Mattace-Raso): age, pressures, cfPWV [m/s].
    @Test(arguments: [
        (40.0, 115.0, 77.5, 6.9), (60, 115, 77.5, 8.5), (80, 115, 77.5, 10.9), (60, 150, 95, 10.4),
    ])
    func velocityFollowsTheReference(age: Double, systolic: Double, diastolic: Double, velocity: Double) throws {
        let course = try Course(
            person: "{age: \(age) y, systolic pressure: \(systolic) mmHg, diastolic pressure: \(diastolic) mmHg}", hours: [0])
        #expect(abs(course.start("cfPWV") - velocity) < 0.06)
    }

    @Test func pressuresAgree() throws {
        let course = try Course(hours: [0, 87_660])
        for index in 0...1 {
            let pulse = course["SBP"][index] - course["DBP"][index]
            #expect(abs(pulse - course["pulsePressure"][index]) < 1e-9)
            #expect(abs(course["DBP"][index] + pulse / 3 - course["MAP"][index]) < 0.1)
        }
        // Ten years stiffen: systolic up, diastolic down, mean where it was.
        #expect(course.end("SBP") > course.start("SBP") && course.end("DBP") < course.start("DBP"))
        #expect(abs(course.end("MAP") - course.start("MAP")) < 1e-6)
        // Pulse pressure is inverse to compliance, and compliance to the square of velocity.
        let stiffer = course.end("cfPWV") / course.start("cfPWV")
        #expect(abs(course.end("pulsePressure") / course.start("pulsePressure") / (stiffer * stiffer) - 1) < 1e-6)
    }

    @Test func flowIsHeldOverAWideRange() throws {
        let low = try Course(person: "{systolic pressure: 105 mmHg, diastolic pressure: 65 mmHg}", hours: [0])
        let high = try Course(person: "{systolic pressure: 170 mmHg, diastolic pressure: 105 mmHg}", hours: [0])
        for region in ["heart", "brain", "kidneys", "limb", "pelvis", "scalp"] {
            #expect(abs(low.start("flow.\(region)") - high.start("flow.\(region)")) < 1e-9)
        }
    }
}
