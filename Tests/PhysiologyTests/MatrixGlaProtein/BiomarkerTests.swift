import Testing

@testable import Physiology

@Suite struct BiomarkerTests {
    /// Change of an output over some days [%].
    private func change(_ output: String, _ doses: [String], person: String = "{}", overDays: Double) throws -> Double {
        let course = try Course(person: person, doses: doses, hours: days(0, overDays))
        return (course.end(output) / course.start(output) - 1) * 100
    }

    @Test func menaquinone7LowersIt() throws {
        let person = "{age: 54 y, sex: female, weight: 72 kg, body fat: 33 %, eGFR: 90 mL/min}"
        let low = try change("dpucMGP", ["MK-7 180 ug oral daily"], person: person, overDays: 84)
        let high = try change("dpucMGP", ["MK-7 360 ug oral daily"], person: person, overDays: 84)
        #expect((-40...(-20)).contains(low) && (-55...(-35)).contains(high), "\(low) \(high)")
    }

    @Test func theKidneyRaisesItWithoutTheWall() throws {
        let healthy = try Course(hours: [0])
        let failing = try Course(person: "{eGFR: 6 mL/min}", hours: [0])
        #expect(failing.start("dpucMGP") > 3 * healthy.start("dpucMGP"))
        #expect(abs(failing.start("carboxylatedMGP") - healthy.start("carboxylatedMGP")) < 1)
    }

    @Test func warfarinRaisesIt() throws {
        let without = try Course(person: "{eGFR: 6 mL/min}", hours: [0])
        let with = try Course(person: "{eGFR: 6 mL/min}", doses: ["warfarin 4 mg oral daily, standing"], hours: [0])
        #expect((2...4).contains(with.start("dpucMGP") / without.start("dpucMGP")))
    }

    @Test func menaquinone4LowersUncarboxylatedOsteocalcin() throws {
        let person = "{age: 57 y, sex: female, weight: 53 kg, body fat: 28 %, eGFR: 90 mL/min}"
        let small = try change("ucOC", ["MK-4 600 ug oral with 20 g fat daily"], person: person, overDays: 28)
        let middle = try change("ucOC", ["MK-4 1.5 mg oral with 20 g fat daily"], person: person, overDays: 90)
        let large = try change("ucOC", ["MK-4 15 mg oral with 20 g fat every 8 h"], person: person, overDays: 90)
        #expect(small < -5 && (-40...(-10)).contains(middle) && large < -70, "\(small) \(middle) \(large)")
    }
}
