import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Laws of what is eaten and taken over people and numbers at random.
@Suite struct IntakeLawTests {
    private static let vitamers = [("MK-4", "mk4"), ("K1", "k1"), ("MK-7", "mk7")]

    /// More fat with a meal never leaves less absorbed: what is in faeces in the end never grows.
    @Test(arguments: 0..<6, vitamers.indices) func moreFatNeverLowersWhatIsAbsorbed(person: Int, index: Int) throws {
        let (name, vitamer) = Self.vitamers[index]
        let courses = try [0.0, 5, 15, 30, 60, 150].map { fat in
            try Course(
                doses: ["\(name) 5 mg oral with \(fat) g fat once"], hours: [0, 480], anyone: person)
        }
        let faeces = courses.map { $0.end("faeces.\(vitamer)") }
        #expect(neverRises(faeces) && faeces[5] < faeces[0], "\(faeces)")
    }

    /// Ample fat brings a share of what little fat leaves, so that no draw absorbs more with less; MK-4's greatest share has no spread.
    @Test func noDrawTurnsTheEffectOfFatAround() throws {
        let model = Flagship().model(using: [])
        let draws = ParameterDraws(seed: 5)
        for index in 0..<2000 {
            let values = draws.values(for: model, drawIndex: index)
            for vitamer in ["k1", "mk7"] {
                for name in ["leastShare", "gainByFat"] {
                    let share = try #require(values["vitaminK.\(vitamer).\(name)"])
                    #expect(share > 0 && share < 1, "\(vitamer).\(name) \(share)")
                }
            }
            #expect(try #require(values["vitaminK.mk4.leastShare"]) < 0.7)
        }
    }

    @Test(arguments: 0..<6, vitamers.indices) func moreTakenIsMoreAbsorbedAndMoreLost(person: Int, index: Int) throws {
        let (name, vitamer) = Self.vitamers[index]
        let courses = try [0.01, 0.1, 1, 10].map { dose in
            try Course(doses: ["\(name) \(dose) mg oral with 25 g fat once"], hours: every(4, to: 96), anyone: person)
        }
        for values in [
            courses.map { $0.area("plasma.\(vitamer)") }, courses.map { $0.maximum("plasma.\(vitamer)") },
            courses.map { $0.end("faeces.\(vitamer)") },
        ] { #expect(neverFalls(values) && values[3] > values[0], "\(values)") }
    }

    /// A later meal packs what the gut wall holds and saves some from being shed; more of it never less.
    @Test(arguments: 0..<6) func aLaterMealNeverLosesAny(person: Int) throws {
        let dose = "MK-4 15 mg oral with 5 g fat once"
        let lost = try [1, 10, 40, 150].map { fat in
            try Course(doses: [dose, "meal \(fat) g oral once after 5 h"], hours: [0, 240], anyone: person)
                .end("faeces.mk4")
        }
        let without = try Course(doses: [dose], hours: [0, 240], anyone: person).end("faeces.mk4")
        #expect(neverRises([without] + lost) && lost[3] < without, "\(without) \(lost)")
    }

    @Test(arguments: 0..<6, vitamers.indices) func moreInFoodNeverLowersAnyLevel(person: Int, index: Int) throws {
        let vitamer = Self.vitamers[index].1
        let courses = try [1.0, 30, 300, 2000].map { eaten in
            try Course(hours: [0], parameters: ["diet.\(vitamer)": eaten], anyone: person)
        }
        for state in ["liver", "vessel", "bone", "other", "adipose", "longLived", "triglycerideRich", "enterocyte"] {
            let values = courses.map { $0.state("vitaminK.\(vitamer).\(state)")[0] }
            #expect(neverFalls(values) && values[3] > values[0], "\(state): \(values)")
        }
        #expect(neverFalls(courses.map { $0.start("carboxylatedMGP") }))
    }
}
