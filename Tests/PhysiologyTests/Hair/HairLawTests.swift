import Testing

@testable import Physiology

/// Laws of scalp hair over people and numbers at random.
@Suite struct HairLawTests {
    private static let years = [0.0, 1, 5, 10, 20].map { $0 * 8766 }

    @Test(arguments: 0..<10) func densityNeverRisesWithTime(person: Int) throws {
        let course = try Course(hours: Self.years, anyone: person)
        for output in ["hairDensity", "hairCount"] {
            let values = course[output]
            #expect(neverRises(values, slack: 0) && values[4] > 0 && values[4] < values[0], "\(output): \(values)")
        }
    }

    @Test(arguments: 0..<8) func androgensNeverAddHair(person: Int) throws {
        func end(_ changed: [String: Double]) throws -> Double {
            try Course(hours: [0, 87_660], parameters: changed, anyone: person).end("hairDensity")
        }
        let flags = try [0.0, 1].map { try end(["person.alopecia": $0]) }
        #expect(flags[1] < flags[0], "\(flags)")
        let losses = try [0.18, 0.26, 0.34].map { try end(["person.alopecia": 1, "hair.pattern.share": $0]) }
        #expect(neverRises(losses) && losses[2] < losses[0], "\(losses)")
        // Without alopecia androgens take nothing, however strong.
        let spared = try [0.18, 0.34].map { try end(["person.alopecia": 0, "hair.pattern.share": $0]) }
        #expect(abs(spared[1] / spared[0] - 1) < 1e-9, "\(spared)")
    }

    /// In proportion to what there was: the shares lost are the same from any start.
    @Test(arguments: 0..<6) func theShareLostIsThatOfAnyStart(person: Int) throws {
        let shares = try [20.0, 60, 100].map { density in
            let course = try Course(hours: Self.years, parameters: ["person.hairDensity": density], anyone: person)
            #expect(abs(course.start("hairDensity") - density) < 1e-9)
            return course.end("hairDensity") / density
        }
        for share in shares { #expect(abs(share / shares[0] - 1) < 1e-4, "\(shares)") }
    }

    /// Where no hypothesis is drawn, nothing of the arteries reaches hair.
    @Test(arguments: 0..<6) func arteriesTakeNothingUnlessAHypothesisIsDrawn(person: Int) throws {
        func ends(_ hypotheses: [String: Double]) throws -> [Double] {
            try [0.05, 1, 50].map { calcium in
                let numbers = hypotheses.merging(["person.aorticCalcium": calcium]) { $1 }
                return try Course(hours: Self.years, parameters: numbers, anyone: person).end("hairDensity")
            }
        }
        let without = try ends(["hair.byCalcium": 0, "hair.byFlow": 0])
        for end in without { #expect(abs(end / without[0] - 1) < 1e-6, "\(without)") }
        let with = try ends(["hair.byCalcium": 0.3, "hair.byFlow": 0.3])
        #expect(with.contains { abs($0 / with[0] - 1) > 1e-5 }, "\(with)")
    }
}
