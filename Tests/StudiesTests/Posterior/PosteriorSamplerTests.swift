import Foundation
import Modeling
import Testing

@testable import Studies

@Suite struct PosteriorSamplerTests {
    /// Residuals linear in the variables: the posterior is normal, with covariance (JᵀJ)⁻¹.
    @Test func aNormalPosteriorIsFound() throws {
        let problem = ClosedProblem(variables: [.init(start: 0, range: -20...20), .init(start: 0, range: -20...20)]) {
            [$0[0] + $0[1] - 1, 0.5 * $0[0] - $0[1], 0.3 * $0[0]]
        }
        var sampler = PosteriorSampler()
        (sampler.chainLength, sampler.pathCount) = (1024, 4)
        let sample = try #require(try problem.sampled(sampler))
        let all = sample.chains.joined()
        let means = (0..<2).map { i in all.reduce(0) { $0 + $1[i] } / Double(all.count) }
        // JᵀJ = [[1.34, 0.5], [0.5, 2]], Jᵀb = [1, 1].
        let determinant = 1.34 * 2 - 0.5 * 0.5
        let expected = [(2 - 0.5) / determinant, (1.34 - 0.5) / determinant]
        let deviations = [(2 / determinant).squareRoot(), (1.34 / determinant).squareRoot()]
        for i in 0..<2 {
            #expect(abs(means[i] - expected[i]) < 0.1 * deviations[i])
            let variance = all.reduce(0) { $0 + ($1[i] - means[i]) * ($1[i] - means[i]) } / Double(all.count)
            #expect(abs(variance.squareRoot() / deviations[i] - 1) < 0.06)
            #expect(sample.convergence[i].splitRHat < 1.02 && sample.convergence[i].effectiveSize > 1000)
        }
        #expect(sample.paretoShape! < 0.5 && sample.acceptance > 0.7)
    }

    /// y is bend·x² with an error, x standard normal: the mean of y is the bend, its variance 2·bend² + error².
    private static func bent(_ bend: Double, error: Double) throws -> PosteriorSampler.Sample {
        let problem = ClosedProblem(variables: [.init(start: 0.1, range: -5...5), .init(start: 0.1, range: -5...10)]) {
            [$0[0], ($0[1] - bend * $0[0] * $0[0]) / error]
        }
        var sampler = PosteriorSampler()
        (sampler.roundLength, sampler.chainLength, sampler.pathCount) = (128, 1024, 8)
        return try #require(try problem.sampled(sampler))
    }

    @Test func aBentPosteriorIsFound() throws {
        let sample = try Self.bent(0.3, error: 0.7)
        let all = sample.chains.joined()
        let mean = all.reduce(0) { $0 + $1[1] } / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1[1] - mean) * ($1[1] - mean) } / Double(all.count)
        #expect(abs(mean - 0.3) < 0.08, "mean \(mean)")
        #expect(abs(variance - 0.67) < 0.12, "variance \(variance)")
        #expect(sample.isTrusted)
    }

    /// What the proposal cannot follow is not passed off as found.
    @Test func aPosteriorTooBentIsRefused() throws {
        let problem = ClosedProblem(variables: [.init(start: 0.1, range: -5...5), .init(start: 0.1, range: -5...5)]) {
            [$0[0], ($0[1] - sin(12 * $0[0])) / 0.02]
        }
        let sample = try #require(try problem.sampled(PosteriorSampler()))
        #expect(!sample.isTrusted)
    }

    @Test func drawsStayInTheirRanges() throws {
        let problem = ClosedProblem(variables: [.init(start: 0.2, range: 0...1)]) { [($0[0] - 0.1) / 0.5] }
        let sample = try #require(try problem.sampled(PosteriorSampler()))
        let all = sample.chains.joined().map { $0[0] }
        #expect(all.allSatisfy { (0...1).contains($0) } && all.max()! > 0.8)
    }

    /// A posterior of a fit does not depend on threads, and holds the best fit.
    @Test func threadsChangeNothing() throws {
        let library = StudyLibrary { _ in
            [.init(name: "t.yaml", text: FitTests.study() + "\nnuisance: [stone.dissolution]")]
        }
        func sample(_ threadCount: Int) throws -> PosteriorResult {
            var fit = FitTests().fit(library, FitTests.both)
            fit.threadCount = threadCount
            var sampler = PosteriorSampler()
            (sampler.roundLength, sampler.chainLength, sampler.pathCount) = (32, 32, 4)
            return try fit.posterior(around: try fit.run(), sampler: sampler, drawCount: 50)
        }
        let (one, many) = (try sample(1), try sample(3))
        #expect(one.draws == many.draws && one.draws.rows.count == 50)
        let best = try FitTests().fit(library, FitTests.both).run().values[0].value
        #expect(one.marginals[0].lower < best && best < one.marginals[0].upper)
        #expect(one.marginals[2].column.study == "T1")
        // The data do not tell the dissolving, so that its prior is left.
        #expect(one.marginals[2].priorShare! > 0.7 && one.marginals[0].priorShare == nil)
        #expect(PosteriorDraws(parsing: one.draws.text)?.columns == one.draws.columns)
    }

    @Test func studiesDrawFromThePosterior() {
        let draws = PosteriorDraws(
            columns: [
                .init(identifier: "gut.absorption", study: nil), .init(identifier: "blood.loss", study: nil),
                .init(identifier: "assay", study: "T1"),
            ],
            rows: [[2, 0.02, 7], [4, 0.04, 9]])
        let model = TinyFamily().model(using: [])
        let with = ParameterDraws(seed: 1, posterior: draws)
        let without = ParameterDraws(seed: 1)
        var seen: Set<Double> = []
        for index in 0..<20 {
            let (one, other) = (with.values(for: model, drawIndex: index), without.values(for: model, drawIndex: index))
            // The spread is about the drawn value; the same row gives both numbers.
            let absorption = one["gut.absorption"]! / other["gut.absorption"]!
            let loss = one["blood.loss"]! / (other["blood.loss"]! / 0.1)
            #expect(abs(absorption / loss - 100) < 1e-9)
            #expect(one["stone.dissolution"] == other["stone.dissolution"])
            seen.insert((absorption * 1e6).rounded())
            #expect(draws.nuisance(of: "T1", seed: 1, drawIndex: index)["assay"] == (absorption > 3 ? 9 : 7))
        }
        #expect(seen == [2e6, 4e6])
        #expect(draws.nuisance(of: "T2", seed: 1, drawIndex: 0).isEmpty)
    }

    @Test func textIsReadBackAndFaultyTextIsNot() {
        let draws = PosteriorDraws(columns: [.init(identifier: "a.b", study: nil)], rows: [[0.5], [1.25]])
        #expect(PosteriorDraws(parsing: draws.text) == draws)
        #expect(PosteriorDraws(parsing: "") == nil && PosteriorDraws(parsing: "a,b\n1\n") == nil)
    }
}
