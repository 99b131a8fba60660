import Foundation
import Testing

@testable import Studies

@Suite struct LikelihoodTests {
    static func observation(_ rest: String) throws -> ObservedStudy.Observation {
        let text = """
            id: T1
            title: One number
            reference: Test2000
            use: calibration
            arms: [{name: treated, doses: [A 10 mg oral once]}]
            observations:
              - {arm: treated, output: amount, statistic: value at 1 h, unit: mg, \(rest)}
            """
        return try ObservedStudy(parsing: text, file: "t.yaml", for: TinyFamily()).observations[0]
    }

    @Test func normalAndLogNormalDistances() throws {
        let normal = try Self.observation("value: 4, se: 0.5")
        #expect(normal.residual(of: 5) == 2 && normal.isScorable)
        let skewed = try Self.observation("value: 4, se: 2, likelihood: log-normal")
        #expect(abs(skewed.residual(of: 8)! - log(2) / log(1.25).squareRoot()) < 1e-12)
        #expect(skewed.residual(of: 0) == nil && skewed.residual(of: -1) == nil)
        #expect(StudyScore.z(of: 8, for: skewed) == skewed.residual(of: 8))
    }

    /// Half the square is minus the logarithm of the chance to see nothing.
    @Test func limitsCountAsChances() throws {
        let below = try Self.observation("below: 2, se: 0.5")
        #expect(below.isScorable)
        for predicted in [0.0, 1.5, 2, 2.4, 4] {
            let chance = 0.5 * erfc((predicted - 2) / 0.5 / 2.0.squareRoot())
            #expect(abs(exp(-0.5 * pow(below.residual(of: predicted)!, 2)) - chance) < 1e-12)
        }
        let above = try Self.observation("above: 2, se: 0.5")
        for distance in [-1.0, -0.3, 0, 0.8] {
            #expect(abs(above.residual(of: 2 - distance)! + below.residual(of: 2 + distance)!) < 1e-12)
        }
        // Far on the wrong side, where Φ underflows, it goes on without a step.
        let values = [-29.9, -30, -30.1].map(ObservedStudy.Observation.censored)
        #expect(values[0] < values[1] && values[1] < values[2] && values[2] - values[0] < 0.3)
        #expect(try Self.observation("below: unknown").residual(of: 1) == nil)
        #expect(try !Self.observation("below: 2").isScorable)
    }

    @Test func weightsAndSummaries() throws {
        let half = try Self.observation("value: 4, se: 0.5, weight: 0.25")
        #expect(half.residual(of: 5) == 1 && StudyScore.z(of: 5, for: half) == 2)
        let median = try Self.observation("value: 4, sd: 2, n: 16, of: median")
        #expect(abs(median.standardError! - 0.5 * (Double.pi / 2).squareRoot()) < 1e-12)
    }

    static let faults = [
        (
            "value: 4, se: 1, likelihood: lognormal",
            "observations[1].likelihood: 'lognormal' is not known here (allowed: normal, log-normal)"
        ),
        (
            "value: 0, se: 1, likelihood: log-normal",
            "observations[1].likelihood: a log-normal finding is above zero, not 0 (write normal, or nothing)"
        ),
        (
            "value: 4, se: 1, weight: 2",
            "observations[1].weight: '2' is not a weight (write a number above 0 and at most 1)"
        ),
        (
            "value: 4, se: 1, of: mode",
            "observations[1].of: 'mode' is not known here (allowed: mean, median, population)"
        ),
    ]

    @Test(arguments: faults) func faultsAreReported(text: String, message: String) {
        let error = #expect(throws: ScenarioError.self) { try Self.observation(text) }
        #expect(error?.description.hasPrefix("t.yaml:7:") == true && error?.description.hasSuffix(message) == true)
    }

    /// A limit moves a fit, and only from its wrong side.
    @Test func aLimitHoldsAFit() throws {
        func loss(_ finding: String) throws -> Double {
            let text =
                FitTests.study(loss: 0.1)
                + "\n  - {arm: treated, output: amount, statistic: value at 24 h, \(finding), unit: mg}"
            let library = StudyLibrary { _ in [.init(name: "t.yaml", text: text)] }
            return try FitTests().fit(library, FitTests.both).run().values[1].value
        }
        let free = try loss("below: 5, se: 0.001")
        #expect(abs(free - 0.1) < 0.001)
        #expect(try loss("below: 0.5, se: 0.001") > free + 0.005)
    }
}
