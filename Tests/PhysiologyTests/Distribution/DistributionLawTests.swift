import Testing

@testable import Physiology
@testable import Studies

/// Laws of where the vitamers go, over people and numbers at random.
@Suite struct DistributionLawTests {
    private static let vitamers = ["k1", "mk4", "mk7"]
    private static let places = ["liver", "vessel", "bone", "other", "adipose"]

    /// A person at rest with a number at some values.
    private func courses(_ number: String, _ values: [Double], _ person: Int) throws -> [Course] {
        try values.map { try Course(hours: [0], parameters: [number: $0], anyone: person) }
    }

    /// What is in plasma, both kinds of lipoproteins together [nmol].
    private func plasma(_ vitamer: String, _ course: Course) -> Double {
        course.state("vitaminK.\(vitamer).triglycerideRich")[0] + course.state("vitaminK.\(vitamer).longLived")[0]
    }

    /// The liver that breaks down more leaves less everywhere.
    @Test(arguments: 0..<6, vitamers) func moreEliminationLeavesLess(person: Int, vitamer: String) throws {
        let courses = try courses("vitaminK.\(vitamer).hepaticEliminationRate", [0.01, 0.1, 1], person)
        for place in Self.places {
            let found = courses.map { $0.state("vitaminK.\(vitamer).\(place)")[0] }
            #expect(neverRises(found) && found[2] < found[0], "\(place): \(found)")
        }
        let found = courses.map { plasma(vitamer, $0) }
        #expect(neverRises(found) && found[2] < found[0], "\(found)")
    }

    /// Fat that breaks down more, or gives back less, leaves less in plasma and in whatever exchanges with it.
    @Test(arguments: 0..<6, vitamers) func fatThatLosesMoreLeavesLess(person: Int, vitamer: String) throws {
        let lost = try courses("vitaminK.\(vitamer).adiposeLossRate", [1e-5, 1e-4, 1e-3], person)
        let kept = try courses("vitaminK.\(vitamer).adiposeReturnRate", [1e-3, 1e-4, 1e-5], person)
        for courses in [lost, kept] {
            let found = courses.map { plasma(vitamer, $0) }
            #expect(neverRises(found) && found[2] < found[0], "\(found)")
        }
    }

    /// More fat holds more, and leaves less in triglyceride-rich lipoproteins and the liver that takes them up.
    @Test(arguments: 0..<10, vitamers) func moreFatOfTheBodySequestersMore(person: Int, vitamer: String) throws {
        let courses = try courses("person.bodyFat", [8, 25, 55], person)
        let stored = courses.map { $0.state("vitaminK.\(vitamer).adipose")[0] }
        #expect(neverFalls(stored) && stored[2] > stored[0], "\(stored)")
        for place in ["triglycerideRich", "liver"] {
            let found = courses.map { $0.state("vitaminK.\(vitamer).\(place)")[0] }
            #expect(neverRises(found) && found[2] < found[0], "\(place): \(found)")
        }
    }

    /// In plasma as a whole less K1 is left in nearly every draw; where fat keeps little of what it hands on to HDL, it may be more.
    @Test func moreFatLeavesLessPhylloquinoneInPlasmaInNearlyEveryDraw() throws {
        let model = Flagship().model(using: [])
        let draws = (0..<64).map { ParameterDraws(seed: 41).values(for: model, drawIndex: $0) }
        func levels(_ fat: Double) throws -> [Double] {
            try DrawnCourses(doses: [], hours: [0], draws: draws.map { $0.merging(["person.bodyFat": fat]) { $1 } })[
                "plasma.k1"
            ].map { $0[0] }
        }
        let ratios = zip(try levels(45), try levels(15)).map { $0 / $1 }
        let share = Double(ratios.count { $0 > 1 }) / Double(ratios.count)
        #expect(share < 0.05 && median(ratios) < 0.95, "\(share) \(ratios.sorted().suffix(8))")
    }

    /// At rest a tissue that makes nothing holds its apparent volume of plasma; how soon it gives back says nothing.
    @Test(arguments: 0..<4, vitamers) func aTissueHoldsItsVolumeOfPlasma(person: Int, vitamer: String) throws {
        let scope = "vitaminK.\(vitamer)."
        for (volume, rate) in [(4.0, 0.05), (12, 0.05), (4, 0.01)] {
            let numbers = [
                "vitaminK.formation.rate": 0, "\(scope)vesselVolume": volume, "\(scope)tissueReturn": rate,
                "person.weight": 75, "person.plasmaVolumePerWeight": 0.04,
            ]
            let course = try Course(hours: [0], parameters: numbers, anyone: person)
            let held = course.state("\(scope)vessel")[0] / (plasma(vitamer, course) / 3)
            #expect(abs(held / volume - 1) < 1e-6, "\(volume) L, \(rate)/h: \(held)")
        }
    }

    /// K1 that becomes MK-4 is gone from K1.
    @Test(arguments: 0..<6) func formationMovesOneIntoTheOther(person: Int) throws {
        let courses = try courses("vitaminK.formation.rate", [0, 0.002, 0.01, 0.05], person)
        for place in Self.places {
            let spent = courses.map { $0.state("vitaminK.k1.\(place)")[0] }
            let made = courses.map { $0.state("vitaminK.mk4.\(place)")[0] }
            #expect(neverRises(spent) && spent[3] < spent[0], "\(place): \(spent)")
            #expect(neverFalls(made) && made[3] > made[0], "\(place): \(made)")
        }
    }
}
