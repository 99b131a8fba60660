import Testing

@testable import Physiology

/// Laws of doses on the skin over people and numbers at random.
@Suite struct SkinLawTests {
    /// What has reached the blood by 60 days [nmol].
    private func absorbed(_ dose: String, _ person: Int) throws -> Double {
        try Course(doses: [dose], hours: days(0, 60), anyone: person) {
            $0.count(["skin.toBlood", "skin.release"], as: "absorbed", unit: .nanomole)
        }.state("total.absorbed").last!
    }

    @Test(arguments: 0..<8) func moreOnTheSkinNeverBringsLess(person: Int) throws {
        let byDose = try [0.05, 0.5, 5, 50].map { try absorbed("MK-4 \($0) mg topical on 50 cm2 once", person) }
        let byArea = try [5, 50, 500].map { try absorbed("MK-4 5 mg topical on \($0) cm2 once", person) }
        let byTimes = try ["every 10 days", "every 3 days", "daily"].map {
            try absorbed("MK-4 5 mg topical on 50 cm2 \($0)", person)
        }
        for values in [byDose, byArea, byTimes] {
            #expect(neverFalls(values) && values.last! > values[0] && values[0] > 0, "\(values)")
        }
    }

    @Test(arguments: 0..<8) func washingEarlierNeverBringsMore(person: Int) throws {
        let dose = "MK-4 5 mg topical on 50 cm2 once"
        let washed = try [0.5, 2, 8, 48].map { try absorbed("\(dose), washed off after \($0) h", person) }
        let values = washed + [try absorbed(dose, person)]
        #expect(neverFalls(values) && values[4] > values[0], "\(values)")
    }

    /// Of a gel no less than of petrolatum: nobody's gain is below two.
    @Test(arguments: 0..<8) func aGelNeverBringsLess(person: Int) throws {
        let values = try ["petrolatum", "gel"].map {
            try absorbed("MK-4 100 mg topical on 50 cm2 in \($0) once", person)
        }
        #expect((1.99...3.71).contains(values[1] / values[0]), "\(values)")
    }

    /// No more than the ceiling of one area, and never more than was put on.
    @Test(arguments: 0..<8) func neverMoreThanThereWas(person: Int) throws {
        for dose in [0.01, 1, 100] {
            let course = try Course(
                doses: ["MK-4 \(dose) mg topical on 100 cm2 once"], hours: every(6, to: 480), anyone: person
            ) { $0.count(["skin.toBlood", "skin.release"], as: "absorbed", unit: .nanomole) }
            let applied = dose * 1e6 / 444.65
            let (absorbed, skin) = (course.state("total.absorbed"), course.sum(ofStates: "skin."))
            for time in course.times.indices {
                let all = absorbed[time] + skin[time]
                #expect(absorbed[time] >= 0 && abs(all - applied) < 1e-5 * applied, "\(dose) mg: \(all) of \(applied)")
            }
            #expect(neverFalls(absorbed))
        }
    }
}
