import Testing

@testable import Physiology

/// Laws of osteocalcin over people and numbers at random.
@Suite struct OsteocalcinLawTests {
    private func sum(_ course: Course) -> Double {
        course.state("osteocalcin.uncarboxylated")[0] + course.state("osteocalcin.carboxylated")[0]
    }

    /// At rest the two forms are what bone makes, whatever vitamin K and warfarin do to their shares.
    @Test(arguments: 0..<10) func theFormsSumToWhatBoneMakes(person: Int) throws {
        let drawn = try Course(hours: [0], parameters: ["osteocalcin.total": 20], anyone: person)
        let made = 20 * drawn.start("osteoblasts") / 100
        #expect(abs(sum(drawn) / made - 1) < 1e-6)
        for doses in [["warfarin 5 mg oral daily, standing"], ["K1 5 mg oral with 20 g fat daily, standing"]] {
            let other = try Course(doses: doses, hours: [0], parameters: ["osteocalcin.total": 20], anyone: person)
            #expect(abs(sum(other) / made - 1) < 1e-6, "\(doses)")
        }
    }

    @Test(arguments: 0..<8, ["K1", "MK-4", "MK-7"]) func moreVitaminKNeverRaisesTheUncarboxylated(
        person: Int, vitamer: String
    ) throws {
        let courses = try ["1 ug", "50 ug", "500 ug", "5 mg"].map { dose in
            try Course(doses: ["\(vitamer) \(dose) oral with 20 g fat daily, standing"], hours: [0], anyone: person)
        }
        let levels = courses.map { $0.start("ucOC") }
        #expect(neverRises(levels) && levels[3] < levels[0], "\(levels)")
        #expect(neverFalls(courses.map { $0.start("cOC") }))
    }

    /// Bone that PTH once a day drives makes more of both forms, in the same proportion.
    @Test(arguments: 0..<6) func turnoverRaisesBothAlike(person: Int) throws {
        let course = try Course(
            doses: ["PTH 40 ug subcutaneous daily"], hours: days(0, 120),
            parameters: ["person.eGFR": 90, "osteocalcin.halfLife": 0.1], anyone: person)
        let ratio = course.end("osteoblasts") / course.start("osteoblasts")
        #expect(ratio > 1.01, "\(ratio)")
        for output in ["ucOC", "cOC"] {
            let raised = course.end(output) / course.start(output)
            #expect(abs(raised / ratio - 1) < 0.003, "\(output): \(raised) against \(ratio)")
        }
    }

    /// The half-life sets how soon, not how far.
    @Test(arguments: 0..<4) func theHalfLifeSetsThePaceAlone(person: Int) throws {
        let courses = try [0.25, 1, 4].map { halfLife in
            try Course(
                doses: ["K1 5 mg oral with 20 g fat daily"], hours: days(0, 2, 400),
                parameters: ["osteocalcin.halfLife": halfLife], anyone: person)
        }
        let (starts, early) = (courses.map { $0.start("ucOC") }, courses.map { $0["ucOC"][1] })
        #expect(neverFalls(early) && early[2] > early[0], "\(early)")
        for start in starts { #expect(abs(start / starts[0] - 1) < 1e-6) }
        #expect(courses.allSatisfy { $0.end("ucOC") < 0.9 * $0.start("ucOC") })
    }
}
