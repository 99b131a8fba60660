import Testing

@testable import Physiology

/// K1 that is eaten becomes MK-4 in tissue, a small share of it.
@Suite struct FormationTests {
    private static let eaten = [20.0, 50, 100, 300, 1000]
    private static let places = ["vessel", "bone", "other"]

    private static func course(_ phylloquinone: Double, hours: [Double] = [0], more: [String: Double] = [:]) throws
        -> Course
    {
        try Course(diet: "{K1: \(phylloquinone) ug/d, MK-4: 0 ug/d}", hours: hours, parameters: more)
    }

    /// With no MK-4 in food all of it comes from K1: more K1, more MK-4 in every tissue.
    @Test func moreInFoodIsMoreMenaquinone4InTissue() throws {
        let courses = try Self.eaten.map { try Self.course($0) }
        for place in Self.places {
            let found = courses.map { $0.state("vitaminK.mk4.\(place)")[0] }
            #expect(found[0] > 0 && zip(found, found.dropFirst()).allSatisfy(<), "\(place): \(found)")
        }
        let levels = courses.map { $0.start("tissue.mk4") }
        #expect(zip(levels, levels.dropFirst()).allSatisfy(<), "\(levels)")
    }

    /// Of the mass eaten a few hundredths, at any intake; each mole of MK-4 takes one of K1.
    @Test(arguments: eaten) func theShareIsSmall(phylloquinone: Double) throws {
        let days = 10.0
        let course = try Self.course(phylloquinone, hours: [0, days * 24])
        let formed = (course.end("converted") - course.start("converted")) * 444.65 / 1000 / days
        #expect((0.01...0.15).contains(formed / phylloquinone), "\(formed) µg a day")
    }

    @Test func withoutConversionThereIsNone() throws {
        let course = try Self.course(1000, more: ["vitaminK.formation.rate": 0])
        for place in Self.places { #expect(abs(course.state("vitaminK.mk4.\(place)")[0]) < 1e-9, "\(place)") }
    }
}
