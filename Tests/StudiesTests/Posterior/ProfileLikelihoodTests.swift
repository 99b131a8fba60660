import Foundation
import Testing

@testable import Studies

@Suite struct ProfileLikelihoodTests {
    private func profile(
        _ ranges: [ClosedRange<Double>], start: [Double], _ formula: @escaping ([Double]) -> [Double]
    ) throws -> [[ProfileLikelihood.Point]] {
        let variables = zip(start, ranges).map { LeastSquares.Variable(start: $0, range: $1, difference: 1e-4) }
        let problem = ClosedProblem(variables: variables, formula: formula)
        let search = LeastSquares()
        let fit = try #require(try search.minimum(of: problem, from: start))
        let jacobian = try #require(
            try search.jacobian(
                variables, fit.values, fit.residuals, problem.residuals, problem.derivatives(fit.values)))
        return try ProfileLikelihood().profiles(
            problem, of: Array(start.indices), mode: fit.values, residuals: fit.residuals, jacobian: jacobian)
    }

    /// Of linear residuals the profile is a parabola, and its ends are those of the normal interval.
    @Test func linearResidualsGiveTheNormalInterval() throws {
        let profiles = try profile([-20...20, -20...20], start: [0, 0]) {
            [($0[0] + $0[1] - 3) / 0.5, ($0[0] - $0[1] - 1) / 0.25]
        }
        // Both variances are (0.25 + 0.0625)/4.
        let half = 1.959964 * (0.3125 / 4).squareRoot()
        for (points, best) in zip(profiles, [2.0, 1]) {
            #expect(ProfileLikelihood.classify(points) == .identifiable)
            let interval = ProfileLikelihood.interval(points)
            #expect(abs(try #require(interval.lower) - (best - half)) < 0.02)
            #expect(abs(try #require(interval.upper) - (best + half)) < 0.02)
        }
    }

    /// Only the product of two is seen, by their logarithms' sum, and is 1, so that each can make up for the other over its whole range;
    /// the third stands by itself.
    @Test func ofAProductNeitherFactorIsTold() throws {
        let profiles = try profile([-3...3, -3...3, -3...3], start: [0.2, 0.1, 0]) {
            [(exp($0[0] + $0[1]) - 1) / 0.1, (exp($0[0] + $0[1] + $0[2]) - 1.5) / 0.1]
        }
        let kinds = profiles.map(ProfileLikelihood.classify)
        #expect(kinds == [.structurallyNot, .structurallyNot, .identifiable])
    }

    /// What saturates is bounded below and not above.
    @Test func saturationIsTellableToOneSide() throws {
        let profiles = try profile([-3...6], start: [2]) { [(1 / (1 + exp(-$0[0])) - 0.95) / 0.04] }
        #expect(ProfileLikelihood.classify(profiles[0]) == .practicallyNot)
        let interval = ProfileLikelihood.interval(profiles[0])
        #expect(interval.lower != nil && interval.upper == nil)
    }

    /// A number that hardly matters within its range.
    @Test func aFlatButNotLevelProfileIsPracticallyNot() throws {
        let profiles = try profile([-1...1], start: [0]) { [$0[0], 0.2] }
        #expect(ProfileLikelihood.classify(profiles[0]) == .practicallyNot)
    }

    @Test func whatNothingSeesIsStructurallyNot() throws {
        let profiles = try profile([-1...1, -9...9], start: [0, 0]) { [$0[1]] }
        #expect(profiles.map(ProfileLikelihood.classify) == [.structurallyNot, .identifiable])
    }

    /// The others must follow a bent valley; a profile that held them would be far too narrow.
    @Test func aBentValleyIsFollowed() throws {
        let profiles = try profile([-3...3, -9...9], start: [0.1, 0]) {
            [$0[0] / 2, ($0[1] - 0.3 * $0[0] * $0[0]) / 0.1]
        }
        let interval = ProfileLikelihood.interval(profiles[0])
        // Without the others' cost: |x| = 2·1.96, beyond the range to both sides.
        #expect(interval.lower == nil && interval.upper == nil)
        let last = try #require(profiles[0].last)
        #expect(abs(last.rise - last.coordinate * last.coordinate / 4) < 0.15)
    }
}
