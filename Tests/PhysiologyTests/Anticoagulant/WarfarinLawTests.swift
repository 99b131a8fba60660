import Modeling
import Testing

@testable import Physiology

/// Laws of warfarin over people and numbers at random.
@Suite struct WarfarinLawTests {
    /// Nobody has less in plasma or a lower INR from more; proteins, markers and the wall follow.
    @Test(arguments: 0..<12) func moreIsMoreInPlasmaAndNeverLowersTheINR(person: Int) throws {
        let courses = try [0.1, 0.5, 2, 5, 10, 25].map { dose in
            try Course(doses: ["warfarin \(dose) mg oral daily, standing"], hours: [0], anyone: person)
        }
        for output in ["warfarin", "INR", "PIVKA-II", "dpucMGP", "ucOC"] {
            let values = courses.map { $0.start(output) }
            #expect(neverFalls(values) && values[5] > values[0], "\(output): \(values)")
        }
        for output in ["factorII", "factorVII", "factorIX", "factorX", "proteinC", "proteinS", "carboxylatedMGP"] {
            let values = courses.map { $0.start(output) }
            #expect(neverRises(values) && values[5] < values[0], "\(output): \(values)")
        }
        let levels = courses.map { $0.start("warfarin") }
        #expect(abs(levels[4] / levels[3] - 2) < 1e-6, "in proportion to the dose: \(levels)")
    }

    @Test(arguments: 0..<6) func everythingGivenIsAtLastEliminated(person: Int) throws {
        let given = 7.0
        let course = try Course(
            doses: ["warfarin \(given) mg oral once"], hours: [0, 24, 200, 20_000], anyone: person,
            relativeTolerance: 1e-8
        ) { $0.count(["warfarin.elimination"], as: "eliminated", unit: .milligram) }
        let held = course.sum(ofStates: "warfarin.")
        let gone = course.state("total.eliminated")
        for time in 1...3 { #expect(abs(held[time] + gone[time] - given) < 1e-5 * given, "\(held) \(gone)") }
        #expect(gone[0] == 0 && neverFalls(gone) && held[3] < 1e-6 * given, "\(held) \(gone)")
    }

    /// What is stopped is overcome: the INR comes back to what it was without.
    @Test(arguments: 0..<6) func theINRComesBack(person: Int) throws {
        let course = try Course(
            doses: ["warfarin 5 mg oral daily for 30 days"], hours: days(0, 30, 400), anyone: person)
        let inr = course["INR"]
        #expect(inr[1] > inr[0] && abs(inr[2] / inr[0] - 1) < 1e-3, "\(inr)")
    }

    @Test(arguments: 0..<8) func heavierAndYoungerPeopleClearMore(person: Int) throws {
        func level(_ changed: [String: Double]) throws -> Double {
            try Course(
                doses: ["warfarin 5 mg oral daily, standing"], hours: [0], parameters: changed, anyone: person
            ).start("warfarin")
        }
        let weights = try [40.0, 70, 120].map { try level(["person.weight": $0]) }
        let ages = try [40.0, 60, 80].map { try level(["person.age": $0]) }
        #expect(neverRises(weights) && weights[2] < weights[0], "\(weights)")
        #expect(neverFalls(ages) && ages[2] > ages[0], "\(ages)")
    }

    /// The variant without warfarin is the one with it and none taken: every output at the start and after a year.
    @Test(arguments: 0..<4) func noneTakenIsAsIfItWereNotThere(person: Int) throws {
        let without = try Course(hours: [0, 8766], anyone: person)
        let with = try Course(doses: ["warfarin 0.000001 mg oral once"], hours: [0, 8766], anyone: person)
        for output in Flagship().model(using: []).outputs.map(\.identifier) {
            let (first, second) = (without[output], with[output])
            for (one, other) in zip(first, second) {
                #expect(abs(one - other) <= 1e-4 * abs(one) + 1e-6, "\(output): \(first) \(second)")
            }
        }
    }
}
