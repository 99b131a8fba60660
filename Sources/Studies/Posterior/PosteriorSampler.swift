import Foundation
import Modeling

// Goals, in order: the exact density of the model in the limit, not of a stand-in; every run of the model beside others, since each is
// many simulations and lanes take sixteen at once; the same draws on any number of threads.
// Chains that step in the model (ensembles, Langevin, Hamilton) lost: a step waits for the one before, hundreds in a row. Proposals from an
// ellipse (Student, adapted to all draws) lost: residuals of the flagship bend, and of 768 such draws 10 carried the weight.

/// Draws from a posterior by independence Metropolis chains: proposals are drawn from a surrogate of the residuals (`ResidualSurrogate`), fitted in rounds to
/// all draws so far, and are all evaluated together; what the surrogate gets wrong, accepting by the model's own density puts right.
///
/// - Source: Christen & Fox 2005, "Markov chain Monte Carlo using an approximation", doi:10.1198/106186005X76983, for the idea; here a
///   proposal does not depend on the state.
public struct PosteriorSampler: Sendable {
    public var seed: UInt64 = 1
    public var chainCount = 4
    /// Draws of a chain, of which the first eighth is dropped.
    public var chainLength = 384
    /// Rounds in which the surrogate is fitted, and draws of each.
    public var roundCount = 6
    public var roundLength = 160
    /// Proposals have the surrogate's density to the power of 1/`breadth`, so that its errors weigh less.
    public var breadth = 1.15
    /// Hamiltonian paths in the surrogate from proposal to proposal.
    public var pathCount = 60
    /// Called before each batch of evaluations.
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }

    public init() {}

    /// What the chains found, in the fit's coordinates.
    struct Sample: Sendable {
        /// `[chainIndex][drawIndex][variableIndex]`, without what was dropped.
        var chains: [[[Double]]]
        /// By variable.
        var convergence: [Convergence]
        /// Shape of the tail of the weights of the last proposals; `nil` where it has none.
        var paretoShape: Double?
        /// (Σw)²/Σw² of the same weights, and their number.
        var weightedSize: Double
        var proposalCount: Int
        var acceptance: Double

        /// Whether k̂ is at most 0.7, R̂ at most 1.05 for every number, and the weights worth a quarter of their number: a surrogate that follows
        /// the posterior in a part of it alone shows itself by the last.
        var isTrusted: Bool {
            (paretoShape ?? 0) <= 0.7 && convergence.allSatisfy { $0.splitRHat <= 1.05 }
                && weightedSize >= Double(proposalCount) / 4
        }
    }

    private static let stream: UInt32 = 0x706f_7374
    private static let batch = 32

    /// - Parameters:
    ///   - mode: where the fit ended, with its residuals and derivatives.
    /// - Returns: `nil` where the curvature is not positive definite or no draw can be evaluated.
    func sample(_ problem: some LeastSquaresProblem, mode: LeastSquares.Linearization) throws -> Sample? {
        guard let curvature = CholeskyFactor(mode.information(problem.variables)),
            let factor = CholeskyFactor(curvature.inverse)
        else { return nil }
        let linear = ResidualSurrogate(
            mode: mode.point, residuals: mode.residuals, jacobian: mode.jacobian, factor: factor)
        let total = roundCount * roundLength + chainCount * chainLength
        var done = 0
        func residuals(_ points: [[Double]]) throws -> [[Double]?] {
            var found: [[Double]?] = []
            for start in stride(from: 0, to: points.count, by: Self.batch) {
                progress(done, total)
                let part = points[start..<min(start + Self.batch, points.count)]
                found += try problem.residuals(Array(part)).map { $0.flatMap { LeastSquares.isFinite($0) ? $0 : nil } }
                done += part.count
            }
            return found
        }
        var known: (points: [[Double]], residuals: [[Double]]) = ([mode.point], [mode.residuals])
        var last: (points: [[Double]], logDensities: [Double], found: [[Double]?]) = ([], [], [])
        for round in 0...roundCount {
            for (point, found) in zip(last.points, last.found) {
                guard let found else { continue }
                known.points.append(point)
                known.residuals.append(found)
            }
            let surrogate = linear.fitted(to: known.points, residuals: known.residuals)
            guard let metric = surrogate.spread(of: last.points) else { return nil }
            let count = round < roundCount ? roundLength : chainCount * chainLength
            let (points, logDensities) = proposals(
                surrogate, problem.variables, metric: metric, count: count, round: round)
            last = (points, logDensities, try residuals(points))
        }
        let logWeights = zip(last.found, last.logDensities).map { found, density in
            found.map { -LeastSquares.cost($0) - density } ?? -.infinity
        }
        guard logWeights.contains(where: { $0 > -.infinity }) else { return nil }
        return chains(last.points, logWeights)
    }

    /// Draws of a surrogate in as many parts as there are chains, each from a chain of its own in the surrogate.
    ///
    /// - Parameter metric: of the proposals of the round before; steps are scaled as these spread.
    private func proposals(
        _ surrogate: ResidualSurrogate, _ variables: [LeastSquares.Variable], metric: CholeskyFactor, count: Int,
        round: Int
    ) -> (points: [[Double]], logDensities: [Double]) {
        var points: [[Double]] = []
        var densities: [Double] = []
        for part in 0..<chainCount {
            let stream = UInt64(round * chainCount + part)
            var chain = SurrogateChain(
                surrogate, ranges: variables.map(\.range), breadth: breadth, metric: metric, pathCount: pathCount,
                generator: CounterGenerator(seed: seed, stream: Self.stream, subject: stream))
            for _ in part * count / chainCount..<(part + 1) * count / chainCount {
                let (point, density) = chain.next()
                points.append(point)
                densities.append(density)
            }
        }
        return (points, densities)
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
