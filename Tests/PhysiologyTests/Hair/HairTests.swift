import Testing

@testable import Physiology

@Suite struct HairTests {
    static let fiveYears = [0, 5 * 8766.0]

    /// Untreated men with pattern loss lost 26.3 % in five years (Kaufman 2008).
    @Test func patternLossIsThatOfUntreatedMen() throws {
        let course = try Course(person: "{alopecia: true}", hours: Self.fiveYears)
        #expect(abs(course.end("hairDensity") / course.start("hairDensity") - 0.737) < 1e-3)
        #expect(abs(course.end("hairCount") / course.end("hairDensity") - 2.22) < 1e-6)
    }

    /// A tenth in fifty years without pattern loss (Sperling 2012).
    @Test func ageAloneTakesLittle() throws {
        let course = try Course(hours: [0, 87_660])
        #expect(abs(course.end("hairDensity") / course.start("hairDensity") - 0.979) < 1e-3)
    }

    /// Neither vitamin K nor calcium nor flow moves hair, unless the hypotheses are drawn.
    @Test func nothingTakenMovesHair() throws {
        let doses = ["MK-4 45 mg oral with 25 g fat daily"]
        for person in ["{alopecia: true}", "{alopecia: true, aortic calcium: 5}"] {
            let plain = try Course(person: person, hours: Self.fiveYears)
            let treated = try Course(person: person, doses: doses, hours: Self.fiveYears)
            #expect(abs(treated.end("hairDensity") / plain.end("hairDensity") - 1) < 1e-5)
        }
    }

    @Test func hypothesesWorkTheWayTheyAreStated() throws {
        let plain = try Course(person: "{alopecia: true, aortic calcium: 5}", hours: Self.fiveYears).end("hairDensity")
        for parameter in ["hair.byFlow", "hair.byCalcium"] {
            let hypothetical = try Course(
                person: "{alopecia: true, aortic calcium: 5}", hours: Self.fiveYears, parameters: [parameter: 0.2])
            #expect(hypothetical.end("hairDensity") < plain - 0.5, "\(parameter)")
        }
    }
}
