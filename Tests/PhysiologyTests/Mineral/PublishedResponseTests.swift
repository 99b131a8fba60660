import Modeling
import Testing

@testable import Physiology

/// Responses that Peterson & Riggs 2010 shows of its model, as directions.
@Suite struct PublishedResponseTests {
    private static let secretion = [
        "mineral.pthControl.greatestSecretion": 6249.09, "mineral.pthControl.leastSecretion": 96.25,
        "mineral.pthControl.anchorSecretion": 385,
    ]

    /// Glands that secrete a share of the usual at any calcium, from rest with all of it.
    private func glands(secreting share: Double) throws -> Course {
        try Course(hours: [0], parameters: Self.secretion.mapValues { $0 * share })
    }

    @Test(arguments: [(0.5, -1.0), (2, 1)]) func calciumAndCalcitriolFollowTheGlands(share: Double, sign: Double) throws
    {
        let (usual, changed) = (try Course(hours: [0]), try glands(secreting: share))
        for output in ["PTH", "calcium", "calcitriol"] {
            #expect(sign * (changed.start(output) - usual.start(output)) > 0, "\(output): \(changed.start(output))")
        }
        let phosphates = (usual.start("phosphate"), changed.start("phosphate"))
        #expect(sign * (phosphates.1 - phosphates.0) < 0, "\(phosphates)")
    }

    /// The worse the glands, the lower calcium, without a bound that would hide it.
    @Test func moreFailureIsLessCalcium() throws {
        let calcium = try [1, 0.7, 0.5, 0.3].map { try glands(secreting: $0).start("calcium") }
        #expect(neverRises(calcium, slack: 0) && calcium[3] < calcium[0] - 0.02, "\(calcium)")
    }

    /// RANKL made at a share of the usual from day 1 on, as an antibody leaves it.
    private func inhibited(to share: Double) throws -> Course {
        try Course(hours: days(0, 14, 90)) { model in
            let identifier = "mineral.rank.ligandSynthesis"
            guard case .assignment(_, let usual)? = model.rules.first(where: { $0.variable == identifier }) else {
                return
            }
            let left = piecewise([(value: .number(share), when: .time > .number(24, .hour))], otherwise: 1)
            model.assign(identifier, left * usual)
        }
    }

    @Test func inhibitingRANKLHoldsBoneBackAndRaisesPTH() throws {
        let course = try inhibited(to: 0.3)
        for output in ["osteoclasts", "boneResorption", "calcium"] {
            let values = course[output]
            #expect(values[1] < values[0] && values[2] < values[0], "\(output): \(values)")
        }
        let hormone = course["PTH"]
        #expect(hormone[1] > hormone[0] && hormone[2] > hormone[0], "\(hormone)")
        let deeper = try inhibited(to: 0.1)
        for output in ["osteoclasts", "boneResorption"] { #expect(deeper[output][1] < course[output][1], "\(output)") }
        let untouched = try inhibited(to: 1)
        #expect(abs(untouched.end("osteoclasts") / untouched.start("osteoclasts") - 1) < 1e-3)
    }

    @Test func phosphorusEatenIsExcretedAndRaisesPTH() throws {
        let courses = try [600, 1200, 2400, 3600].map { try Course(diet: "{phosphorus: \($0) mg/d}", hours: [0]) }
        func levels(_ output: String) -> [Double] { courses.map { $0.start(output) } }
        for output in ["urinaryPhosphate", "PTH", "FGF23"] {
            let values = levels(output)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(output): \(values)")
        }
        #expect(neverRises(levels("calcitriol"), slack: 0), "\(levels("calcitriol"))")
        #expect(levels("calcium").allSatisfy { (2.2...2.6).contains($0) }, "\(levels("calcium"))")
    }
}
