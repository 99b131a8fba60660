import Testing

@testable import Physiology

/// The default person at balance.
@Suite struct RestTests {
    static let ranges: [(output: String, range: ClosedRange<Double>)] = [
        ("plasma.k1", 0.2...0.7), ("plasma.mk4", 0...0.2), ("plasma.mk7", 0.2...1.5), ("liver.k1", 8...40),
        ("body.k1.exchangeable", 70...230), ("dpucMGP", 330...430), ("carboxylatedMGP", 60...75), ("ucOC", 4...5.5),
        ("INR", 1...1.05),
        ("PIVKA-II", 0...5), ("calcium", 2.2...2.6), ("phosphate", 1...1.4), ("PTH", 3...5), ("calcitriol", 70...100),
        ("calciumReabsorption", 97.5...98.8), ("MAP", 90...100), ("oxygenContent", 18...21),
        ("oxygenDelivery", 850...1100),
        ("flow.brain", 650...750), ("cfPWV", 8...10), ("risk10y", 1...10), ("hairDensity", 89.9...90.1),
    ]

    @Test func isPhysiological() throws {
        let course = try Course(hours: [0, 240])
        for (output, range) in Self.ranges {
            #expect(range.contains(course.start(output)), "\(output) is \(course.start(output))")
        }
    }

    @Test func staysAtRest() throws {
        let course = try Course(hours: [0, 240])
        for output in [
            "plasma.k1", "plasma.mk4", "plasma.mk7", "dpucMGP", "ucOC", "INR", "calcium", "PTH", "calcitriol",
            "adipose.k1",
        ] {
            #expect(
                abs(course.end(output) / course.start(output) - 1) < 1e-3,
                "\(output) drifts from \(course.start(output)) to \(course.end(output))")
        }
    }
}
