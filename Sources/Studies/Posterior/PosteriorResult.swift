import Foundation
import Modeling

/// A posterior sample with what tells whether to trust it.
public struct PosteriorResult: Sendable {
    /// One fitted number.
    public struct Marginal: Sendable {
        public var column: PosteriorDraws.Column
        /// Median and ends of the 90 % range [the number's unit].
        public var lower, median, upper: Double
        public var convergence: Convergence
        /// SD in the fit's coordinate over that of the prior: near 1 the studies said nothing; `nil` without prior.
        public var priorShare: Double?
    }

    public let marginals: [Marginal]
    /// Equally weighted, evenly taken from the chains.
    public let draws: PosteriorDraws
    /// Correlation of two numbers in the fit's coordinates `[columnIndex][columnIndex]`.
    public let correlation: [[Double]]
    /// k̂ of the importance weights; `nil` where they have no tail.
    public let paretoShape: Double?
    /// Effective number of the importance weights.
    public let weightedSize: Double
    public let proposalCount: Int
    public let acceptance: Double

    /// Whether k̂ is at most 0.7, R̂ at most 1.05 for every number, and the weights are worth a quarter of their number.
    public let isTrusted: Bool

    init(_ sample: PosteriorSampler.Sample, unknowns: [FitUnknown], drawCount: Int) {
        let all = Array(sample.chains.joined())
        let columns = unknowns.map { PosteriorDraws.Column(identifier: $0.identifier, study: $0.study) }
        let count = min(drawCount, all.count)
        let taken = (0..<count).map { all[$0 * all.count / count] }
        draws = PosteriorDraws(
            columns: columns, rows: taken.map { point in zip(unknowns, point).map { $0.value(at: $1) } })
        let means = unknowns.indices.map { i in all.reduce(0) { $0 + $1[i] } / Double(all.count) }
        func covariance(_ i: Int, _ j: Int) -> Double {
            all.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) } / Double(all.count - 1)
        }
        let deviations = unknowns.indices.map { covariance($0, $0).squareRoot() }
        correlation = unknowns.indices.map { i in
            unknowns.indices.map { j in covariance(i, j) / (deviations[i] * deviations[j]) }
        }
        marginals = unknowns.indices.map { index in
            let sorted = all.map { unknowns[index].value(at: $0[index]) }.sorted()
            return Marginal(
                column: columns[index],
                lower: Quantile.ofSorted(sorted, 0.05), median: Quantile.ofSorted(sorted, 0.5),
                upper: Quantile.ofSorted(sorted, 0.95),
                convergence: sample.convergence[index],
                priorShare: unknowns[index].parameter.priorDeviation.map { deviations[index] / $0 })
        }
        paretoShape = sample.paretoShape
        weightedSize = sample.weightedSize
        proposalCount = sample.proposalCount
        acceptance = sample.acceptance
        isTrusted = sample.isTrusted
    }
}

extension Fit {
    /// A sample of the posterior about what a fit found.
    ///
    /// Everything that is not fitted stays at its own value: the sample is of the fitted numbers given those.
    /// - Parameters:
    ///   - result: of the fit.
    ///   - sampler: how the posterior is sampled.
    ///   - drawCount: draws kept.
    /// - Throws: as ``run()``; ``FitError/noPosterior``.
    public func posterior(
        around result: FitResult, sampler: PosteriorSampler = PosteriorSampler(), drawCount: Int = 200
    ) throws -> PosteriorResult {
        let problem = try problem()
        return try posterior(problem, mode: result.coordinates, sampler: sampler, drawCount: drawCount).result
    }

    func posterior(
        _ problem: FitProblem, mode: [Double], sampler: PosteriorSampler, drawCount: Int
    ) throws -> (result: PosteriorResult, sample: PosteriorSampler.Sample) {
        guard let mode = try leastSquares.linearization(problem, at: mode) else { throw FitError.noPosterior }
        problem.solver = samplingSolver ?? solver
        defer { problem.solver = solver }
        guard let sample = try sampler.sample(problem, mode: mode)
        else { throw FitError.noPosterior }
        return (PosteriorResult(sample, unknowns: problem.unknowns, drawCount: drawCount), sample)
    }
}

extension LeastSquares {
    /// Residuals and their derivatives at a point.
    struct Linearization {
        var point, residuals: [Double]
        /// `[residualIndex][variableIndex]`.
        var jacobian: [[Double]]

        /// JᵀJ, with a little on the diagonal, where nothing determines a variable.
        func information(_ variables: [Variable]) -> [[Double]] {
            var information = LeastSquares.information(jacobian, count: point.count)
            for i in point.indices {
                let width = variables[i].range.upperBound - variables[i].range.lowerBound
                // A uniform prior over the range has twelve over its width squared.
                information[i][i] += 12 / (width * width)
            }
            return information
        }
    }

    /// `nil` where the point or a neighbour cannot be evaluated.
    func linearization(_ problem: some LeastSquaresProblem, at point: [Double]) throws -> Linearization? {
        guard let residuals = try problem.residuals([point])[0],
            let jacobian = try jacobian(
                problem.variables, point, residuals, problem.residuals, try problem.derivatives(point))
        else { return nil }
        return Linearization(point: point, residuals: residuals, jacobian: jacobian)
    }
}
