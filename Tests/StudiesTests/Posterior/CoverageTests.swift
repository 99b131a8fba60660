import Foundation
import Modeling
import Testing

@testable import Studies

/// Posteriors of made-up experiments whose truth is known: they hold it as often as they say.
@Suite struct CoverageTests {
    /// Each experiment has a seed of its own, or all would rank their truth among the same draws.
    private static func sampler(_ index: Int) -> PosteriorSampler {
        var sampler = PosteriorSampler()
        sampler.seed = UInt64(index)
        sampler.roundCount = 1
        return sampler
    }

    private static func ranges(assumed: Double, count: Int) throws -> Double {
        var heldCount = 0
        for index in 0..<count {
            let (truth, data) = OneCompartment.experiment(index)
            let sample = try #require(try OneCompartment.problem(data, assumed: assumed).sampled(sampler(index)))
            let all = sample.chains.joined()
            for variable in truth.indices {
                let sorted = all.map { $0[variable] }.sorted()
                let range = Quantile.ofSorted(sorted, 0.05)...Quantile.ofSorted(sorted, 0.95)
                if range.contains(truth[variable]) { heldCount += 1 }
            }
        }
        return Double(heldCount) / Double(2 * count)
    }

    /// Of two hundred 90 % ranges 180 ± 4.2 hold the truth; three standard deviations are allowed.
    @Test func nominalRangesHoldTheTruthAsOftenAsTheySay() throws {
        let share = try Self.ranges(assumed: OneCompartment.error, count: 100)
        #expect(abs(share - 0.9) < 0.064, "\(share) of the ranges hold the truth")
    }

    /// The same test finds an analysis that believes in half the error.
    @Test func aWrongErrorIsFound() throws {
        let share = try Self.ranges(assumed: OneCompartment.error / 2, count: 100)
        #expect(share < 0.82, "\(share) of the ranges hold the truth")
    }

    /// Simulation-based calibration: the truth's rank among the draws is uniform.
    ///
    /// - Source: Talts et al. 2018, arXiv:1804.06788.
    @Test func ranksAreUniform() throws {
        let (experimentCount, drawCount) = (200, 19)
        var counts = [[Int]](repeating: [Int](repeating: 0, count: drawCount + 1), count: 2)
        for index in 0..<experimentCount {
            let (truth, data) = OneCompartment.experiment(1000 + index)
            let sample = try #require(try OneCompartment.problem(data).sampled(Self.sampler(index)))
            let all = Array(sample.chains.joined())
            for variable in truth.indices {
                let rank = (0..<drawCount).count { all[$0 * all.count / drawCount][variable] < truth[variable] }
                counts[variable][rank] += 1
            }
        }
        let expected = Double(experimentCount) / Double(drawCount + 1)
        for variable in counts.indices {
            let chiSquare = counts[variable].reduce(0.0) {
                $0 + (Double($1) - expected) * (Double($1) - expected) / expected
            }
            // 99.9 % point of χ² with 19 degrees of freedom.
            #expect(chiSquare < 43.8, "ranks of variable \(variable): \(counts[variable])")
        }
    }
}
