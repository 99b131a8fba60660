import Foundation
import Modeling

// Goals, in order: the exact density of the model in the limit, not of a stand-in; every run of the model beside others, since each is
// many simulations and lanes take sixteen at once; the same draws on any number of threads.
// Chains that step (ensembles, Langevin, Hamilton) lost: a step waits for the one before, hundreds in a row. A stand-in for the model
// (a quadratic of its outputs) lost: with twenty unknowns it takes as many runs to make as this takes in all.

/// Draws from a posterior by independence Metropolis chains: proposals come from a Student distribution with the mode and the curvature of
/// the fit, adapted in rounds to the weighted draws, and are all evaluated together.
public struct PosteriorSampler: Sendable {
    public var seed: UInt64 = 1
    public var chainCount = 4
    /// Draws of a chain, of which the first eighth is dropped.
    public var chainLength = 96
    /// Rounds in which the proposal is adapted, and draws of each.
    public var roundCount = 2
    public var roundLength = 96
    /// Draws of the proposal's tails: so many squared normals.
    public var degreesOfFreedom = 8.0
    /// Called before each batch of evaluations.
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }

    public init() {}

    /// What the chains found, in the fit's coordinates.
    struct Sample: Sendable {
        /// `[chainIndex][drawIndex][variableIndex]`, without what was dropped.
        var chains: [[[Double]]]
        /// By variable.
        var convergence: [Convergence]
        /// Shape of the tail of the weights of the last proposal; `nil` where it has none.
        var paretoShape: Double?
        /// (Σw)²/Σw² of the same weights, and their number.
        var weightedSize: Double
        var proposalCount: Int
        var acceptance: Double
    }

    private static let stream: UInt32 = 0x706f_7374
    private static let batch = 32

    /// - Parameters:
    ///   - mode: where the fit ended.
    ///   - information: curvature there, priors included `[variableIndex][variableIndex]`.
    /// - Returns: `nil` where the curvature is not positive definite or no draw can be evaluated.
    func sample(_ problem: some LeastSquaresProblem, mode: [Double], information: [[Double]]) throws -> Sample? {
        guard let curvature = CholeskyFactor(information) else { return nil }
        let laplace = curvature.inverse
        let ranges = problem.variables.map(\.range)
        guard let first = CholeskyFactor(laplace) else { return nil }
        var proposal = StudentProposal(
            centre: mode, factor: first, degreesOfFreedom: degreesOfFreedom, ranges: ranges)
        let total = roundCount * roundLength + chainCount * chainLength
        var used = 0
        func weighted(_ count: Int) throws -> (points: [[Double]], logWeights: [Double]) {
            let points = (used..<used + count).map { proposal.draw(seed: seed, stream: Self.stream, index: $0) }
            var logWeights: [Double] = []
            for start in stride(from: 0, to: count, by: Self.batch) {
                progress(used + start, total)
                let part = Array(points[start..<min(start + Self.batch, count)])
                for (point, residuals) in zip(part, try problem.residuals(part)) {
                    let cost = residuals.map(LeastSquares.cost) ?? .infinity
                    logWeights.append(cost.isFinite ? -cost - proposal.logDensity(point) : -.infinity)
                }
            }
            used += count
            return (points, logWeights)
        }
        for _ in 0..<roundCount {
            let (points, logWeights) = try weighted(roundLength)
            guard let adapted = adapted(proposal, points, logWeights, laplace: laplace) else { continue }
            proposal = adapted
        }
        let (points, logWeights) = try weighted(chainCount * chainLength)
        guard logWeights.contains(where: { $0 > -.infinity }) else { return nil }
        return chains(points, logWeights)
    }

    /// The proposal moved to the weighted mean, with the weighted covariance as far as the draws carry it.
    private func adapted(
        _ proposal: StudentProposal, _ points: [[Double]], _ logWeights: [Double], laplace: [[Double]]
    ) -> StudentProposal? {
        guard let most = logWeights.max(), most > -.infinity else { return nil }
        // Weights above √n times their mean are cut, or one draw would be the whole covariance.
        var weights = logWeights.map { exp($0 - most) }
        let ceiling = weights.reduce(0, +) / Double(weights.count).squareRoot()
        weights = weights.map { min($0, ceiling) }
        let sum = weights.reduce(0, +)
        let size = sum * sum / weights.reduce(0) { $0 + $1 * $1 }
        let count = proposal.centre.count
        // The mode counts as so many draws as there are variables, so that a few draws cannot lead it away.
        let trust = size / (size + Double(count))
        let mean = (0..<count).map { i in
            let found = zip(points, weights).reduce(0) { $0 + $1.1 * $1.0[i] } / sum
            return trust * found + (1 - trust) * proposal.centre[i]
        }
        var covariance = laplace.map { $0.map { (1 - trust) * $0 } }
        for (point, weight) in zip(points, weights) where weight > 0 {
            for i in 0..<count {
                for j in 0..<count {
                    covariance[i][j] += trust * weight / sum * (point[i] - mean[i]) * (point[j] - mean[j])
                }
            }
        }
        guard let factor = CholeskyFactor(covariance) else { return nil }
        return StudentProposal(
            centre: mean, factor: factor, degreesOfFreedom: proposal.degreesOfFreedom, ranges: proposal.ranges)
    }

    /// Accepts a proposal with probability min(1, w′/w).
    private func chains(_ points: [[Double]], _ logWeights: [Double]) -> Sample {
        var chains: [[[Double]]] = []
        var acceptedCount = 0
        for chainIndex in 0..<chainCount {
            let range = chainIndex * chainLength..<(chainIndex + 1) * chainLength
            var generator = CounterGenerator(seed: seed, stream: Self.stream ^ 1, subject: UInt64(chainIndex))
            var current = range.lowerBound
            var states: [[Double]] = []
            for index in range {
                let isAccepted = log(generator.uniform()) < logWeights[index] - logWeights[current]
                if isAccepted || logWeights[current] == -.infinity { current = index }
                if isAccepted { acceptedCount += 1 }
                states.append(points[current])
            }
            chains.append(Array(states.dropFirst(chainLength / 8)))
        }
        let most = logWeights.max()!
        let weights = logWeights.map { exp($0 - most) }
        let sum = weights.reduce(0, +)
        return Sample(
            chains: chains,
            convergence: points[0].indices.map { variable in
                Convergence(chains.map { $0.map { $0[variable] } })
            },
            paretoShape: ParetoTail.shape(logWeights: logWeights),
            weightedSize: sum * sum / weights.reduce(0) { $0 + $1 * $1 }, proposalCount: points.count,
            acceptance: Double(acceptedCount) / Double(points.count))
    }
}
