import Foundation
import Modeling

// Goals, in order: the exact density of the model in the limit, not of a stand-in; every run of the model beside others, since each is
// many simulations and lanes take sixteen at once; the same draws on any number of threads.
// Chains that step (ensembles, Langevin, Hamilton) lost: a step waits for the one before, hundreds in a row. A stand-in for the model
// (a quadratic of its outputs) lost: with twenty unknowns it takes as many runs to make as this takes in all.

/// Draws from a posterior by independence Metropolis chains: proposals come from a Student distribution with the mode and the curvature of
/// the fit, adapted in rounds to all draws so far, and are all evaluated together.
///
/// A draw of an earlier round weighs its density over that of the mixture of all proposals so far.
/// - Source: Cornuet, Marin, Mira & Robert 2012, "Adaptive multiple importance sampling", doi:10.1111/j.1467-9469.2011.00756.x.
public struct PosteriorSampler: Sendable {
    public var seed: UInt64 = 1
    public var chainCount = 4
    /// Draws of a chain, of which the first eighth is dropped.
    public var chainLength = 192
    /// Rounds in which the proposal is adapted, and draws of each.
    public var roundCount = 8
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
    private static let drawsPerVariable = 5.0

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
        func evaluated(_ count: Int) throws -> Batch {
            let points = (used..<used + count).map { proposal.draw(seed: seed, stream: Self.stream, index: $0) }
            var logTargets: [Double] = []
            for start in stride(from: 0, to: count, by: Self.batch) {
                progress(used + start, total)
                let part = Array(points[start..<min(start + Self.batch, count)])
                for residuals in try problem.residuals(part) {
                    let cost = residuals.map(LeastSquares.cost) ?? .infinity
                    logTargets.append(cost.isFinite ? -cost : -.infinity)
                }
            }
            used += count
            return Batch(proposal: proposal, points: points, logTargets: logTargets)
        }
        var rounds: [Batch] = []
        for _ in 0..<roundCount {
            rounds.append(try evaluated(roundLength))
            if let adapted = adapted(proposal, to: rounds, mode: mode, laplace: laplace) { proposal = adapted }
        }
        let last = try evaluated(chainCount * chainLength)
        let logWeights = zip(last.points, last.logTargets).map { $1 - proposal.logDensity($0) }
        guard logWeights.contains(where: { $0 > -.infinity }) else { return nil }
        return chains(last.points, logWeights)
    }

    /// Draws of one proposal.
    private struct Batch {
        let proposal: StudentProposal
        let points: [[Double]]
        /// Log posterior densities but for a constant; −∞ where the model cannot be evaluated.
        let logTargets: [Double]
    }

    /// A proposal with the weighted mean and covariance of all draws, as far as they carry them.
    private func adapted(
        _ proposal: StudentProposal, to rounds: [Batch], mode: [Double], laplace: [[Double]]
    ) -> StudentProposal? {
        let points = rounds.flatMap(\.points)
        let logWeights = zip(points, rounds.flatMap(\.logTargets)).map { point, logTarget in
            let densities = rounds.map { $0.proposal.logDensity(point) }
            let most = densities.max()!
            return logTarget - most - log(densities.reduce(0) { $0 + exp($1 - most) })
        }
        guard let most = logWeights.max(), most > -.infinity else { return nil }
        // Weights above √n times their mean are cut, or one draw would be the whole covariance.
        var weights = logWeights.map { exp($0 - most) }
        let ceiling = weights.reduce(0, +) / Double(weights.count).squareRoot()
        weights = weights.map { min($0, ceiling) }
        let sum = weights.reduce(0, +)
        let size = sum * sum / weights.reduce(0) { $0 + $1 * $1 }
        let count = mode.count
        // The mode counts as many draws as there are variables and its curvature five times as many, so that a few draws lead neither away.
        let trustInMean = size / (size + Double(count))
        let trust = size / (size + Self.drawsPerVariable * Double(count))
        let mean = (0..<count).map { i in
            let found = zip(points, weights).reduce(0) { $0 + $1.1 * $1.0[i] } / sum
            return trustInMean * found + (1 - trustInMean) * mode[i]
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
