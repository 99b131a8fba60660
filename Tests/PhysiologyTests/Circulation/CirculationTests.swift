import Modeling
import Testing

@testable import Physiology

@Suite struct CirculationTests {
    /// Reference curves (Mattace-Raso): age, pressures, cfPWV [m/s].
    @Test(arguments: [
        (40.0, 115.0, 77.5, 6.9), (60, 115, 77.5, 8.5), (80, 115, 77.5, 10.9), (60, 150, 95, 10.4),
    ])
    func velocityFollowsTheReference(age: Double, systolic: Double, diastolic: Double, velocity: Double) throws {
        let course = try Course(
            person: "{age: \(age) y, systolic pressure: \(systolic) mmHg, diastolic pressure: \(diastolic) mmHg}",
            hours: [0])
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

    /// PP ≈ SV / C and MAP ≈ CO × SVR: half the compliance doubles the pulse and leaves the mean.
    @Test func halfTheComplianceDoublesThePulse() throws {
        let usual = try Course(hours: [0])
        let stiff = try Course(hours: [0]) {
            $0.assign("circulation.stiffness.relativeCompliance", .number(0.5, .dimensionless))
        }
        #expect(abs(stiff.start("pulsePressure") / usual.start("pulsePressure") - 2) < 1e-9)
        #expect(abs(stiff.start("MAP") - usual.start("MAP")) < 1e-9)
        #expect(stiff.start("DBP") < usual.start("DBP") - 10 && stiff.start("SBP") > usual.start("SBP") + 20)
    }

    /// Bramwell–Hill: a tenth faster is 17 % less distensible.
    @Test func velocityAndDistensibilityFollowBramwellHill() throws {
        let course = try Course(hours: [0]) {
            $0.assign(
                "circulation.stiffness.cfPWV",
                .number(1.1, .dimensionless) * .symbol("circulation.stiffness.cfPWVAtStart"))
        }
        #expect(abs(course.start("compliance") - 100 / 1.21) < 1e-6)
    }

    @Test func oxygenIsThatOfTextbooks() throws {
        let course = try Course(person: "{haemoglobin: 15 g/dL}", hours: [0])
        #expect(
            (19...21).contains(course.start("oxygenContent")) && (900...1100).contains(course.start("oxygenDelivery")))
    }

    @Test func brainFlowIsFlatBetweenItsLimits() throws {
        let flows = try [50.0, 60, 100, 150, 165].map { mean in
            try Course(hours: [0]) { $0.assign("circulation.pressure.mean", .number(mean, .millimetreOfMercury)) }
                .start("flow.brain")
        }
        // 50 mL/100 g/min in 1400 g.
        #expect((650...750).contains(flows[2]))
        #expect(flows[0] < flows[1] && flows[1] == flows[2] && flows[2] == flows[3] && flows[4] > flows[3], "\(flows)")
    }
}
