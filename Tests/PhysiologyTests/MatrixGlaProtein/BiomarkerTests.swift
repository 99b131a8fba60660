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

    /// Twelve weeks of menaquinone-7 moved dp-ucMGP alone (Dalmeijer 2012: dp-cMGP P 0.42, t-ucMGP P 0.23).
    @Test func theOtherFormsHardlyMove() throws {
        let person = "{age: 54 y, sex: female, weight: 72 kg, body fat: 33 %, eGFR: 90 mL/min}"
        let doses = ["MK-7 360 ug oral daily"]
        let carboxylated = try change("dpcMGP", doses, person: person, overDays: 84)
        let total = try change("tucMGP", doses, person: person, overDays: 84)
        #expect(carboxylated > 0 && carboxylated < 5 && abs(total) < 5, "\(carboxylated) \(total)")
    }

    /// Two people with the same dp-ucMGP and different active MGP: one with failing kidneys eats much menaquinone-7.
    @Test func dpucMGPDoesNotIdentifyActiveMGP() throws {
        let filtrations = [85.0, 40]
        func person(_ filtration: Double, _ menaquinone: Double) throws -> Course {
            try Course(
                person: "{eGFR: \(filtration) mL/min}", diet: "{MK-7: \(menaquinone) ug/d}", hours: [0])
        }
        let healthy = try person(filtrations[0], 20)
        var (less, more) = (20.0, 2000.0)
        for _ in 0..<16 {
            let middle = (less * more).squareRoot()
            let level = try person(filtrations[1], middle).start("dpucMGP")
            if level > healthy.start("dpucMGP") { less = middle } else { more = middle }
        }
        let failing = try person(filtrations[1], more)
        #expect(abs(failing.start("dpucMGP") / healthy.start("dpucMGP") - 1) < 0.01)
        #expect(failing.start("activeMGP") > healthy.start("activeMGP") + 5)
    }

    /// Mineral binds ucMGP (Cranenburg 2008), and the kidney leaves the total alone.
    @Test func calcifiedPeopleHaveLessTotalUncarboxylatedMGP() throws {
        let usual = try Course(hours: [0])
        let calcified = try Course(person: "{aortic calcium: 10}", hours: [0])
        #expect(calcified.start("tucMGP") < 0.8 * usual.start("tucMGP"))
        #expect((1000...6000).contains(usual.start("tucMGP")), "\(usual.start("tucMGP"))")
        // At rest by two searches: the same but for rounding.
        #expect(abs(calcified.start("dpucMGP") / usual.start("dpucMGP") - 1) < 1e-12)
    }

    @Test func menaquinone4LowersUncarboxylatedOsteocalcin() throws {
        let person = "{age: 57 y, sex: female, weight: 53 kg, body fat: 28 %, eGFR: 90 mL/min}"
        let small = try change("ucOC", ["MK-4 600 ug oral with 20 g fat daily"], person: person, overDays: 28)
        let middle = try change("ucOC", ["MK-4 1.5 mg oral with 20 g fat daily"], person: person, overDays: 90)
        let large = try change("ucOC", ["MK-4 15 mg oral with 20 g fat every 8 h"], person: person, overDays: 90)
        #expect(small < -5 && (-40...(-10)).contains(middle) && large < -70, "\(small) \(middle) \(large)")
    }
}
