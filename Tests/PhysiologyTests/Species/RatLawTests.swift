import Testing

@testable import Physiology
@testable import Studies

/// Laws of the rat over its uncertain numbers.
@Suite struct RatLawTests {
    private static let week = 168.0

    /// - Parameter taken: evenly, before the start too [mg/h]; a dose of a nanogram calls for the model.
    private func course(
        taking taken: [String: Double] = [:], doses: [String] = ["warfarin 0.000001 mg oral once"], draw: Int,
        hours: [Double] = [0, 3 * week]
    ) throws -> Course {
        let drawn = ParameterDraws(seed: 7).values(
            for: RatFlagship().model(using: [Flagship.warfarinOral]), drawIndex: draw)
        return try Course(
            doses: doses, hours: hours, parameters: drawn.merging(taken) { $1 }, family: RatFlagship())
    }

    @Test(arguments: 0..<6) func moreWarfarinNeverSparesTheAorta(draw: Int) throws {
        let courses = try [0.0005, 0.005, 0.05, 2.5].map {
            try course(taking: ["warfarin.standing": $0, "vitaminK.k1.standing": 0.25], draw: draw)
        }
        for output in ["aorticCalcium", "INR", "PIVKA-II", "warfarin"] {
            let values = courses.map { $0.end(output) }
            #expect(neverFalls(values) && values[3] > values[0], "\(output): \(values)")
        }
        let carboxylated = courses.map { $0.end("carboxylatedMGP") }
        #expect(neverRises(carboxylated) && carboxylated[3] < carboxylated[0], "\(carboxylated)")
    }

    @Test(arguments: 0..<6, ["k1", "mk4"]) func moreVitaminKNeverAddsCalcium(draw: Int, vitamer: String) throws {
        let courses = try [0.002, 0.02, 0.2, 2].map {
            try course(taking: ["warfarin.standing": 0.05, "vitaminK.\(vitamer).standing": $0], draw: draw)
        }
        let (calcium, share) = (courses.map { $0.end("aorticCalcium") }, courses.map { $0.end("carboxylatedMGP") })
        #expect(neverRises(calcium) && calcium[3] < calcium[0], "\(calcium)")
        #expect(neverFalls(share) && share[3] > share[0], "\(share)")
    }

    @Test(arguments: 0..<2) func nothingIsNegative(draw: Int) throws {
        let course = try course(
            doses: ["warfarin 15 mg oral every 6 h for 7 days", "K1 1.5 mg oral every 6 h"], draw: draw,
            hours: every(12, to: 3 * Self.week))
        for (state, typical) in course.typicalMagnitudes {
            let least = course.state(state).min() ?? -1
            #expect(least >= -2e-5 * typical, "\(state) falls to \(least)")
        }
    }
}
