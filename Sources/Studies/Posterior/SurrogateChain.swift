import Foundation
import Modeling

/// Draws from the density exp(−cost/breadth) of a surrogate within a box, by Hamiltonian steps enough that one draw hardly depends on the one
/// before.
///
/// A random walk lost: in 21 bent dimensions it needs thousands of steps to forget.
/// - Source: Neal 2011, "MCMC using Hamiltonian dynamics", arXiv:1206.1901.
struct SurrogateChain {
    let surrogate: ResidualSurrogate
    let ranges: [ClosedRange<Double>]
    /// Above 1 the draws spread wider than the surrogate's own density, as proposals should.
    let breadth: Double
    /// Of the covariance by which momenta and steps are scaled, in the surrogate's coordinates.
    let metric: CholeskyFactor
    /// Paths from draw to draw.
    let pathCount: Int
    private var z: [Double]
    private var energy: Double
    private var gradient: [Double]
    private var stepLength: Double
    private var generator: CounterGenerator

    /// Paths in which the chain leaves the mode and finds its step.
    private static let warmUp = 150
    private static let wantedAcceptance = 0.8
    /// Lengths of paths: about a quarter of a turn of what is as wide as the metric says, less and more.
    private static let pathLengths = 0.5...3.5
    private static let mostSteps = 96
    /// Part of the longest step that the shortest is.
    private static let leastStep = 0.1

    /// Starts at the mode.
    init(
        _ surrogate: ResidualSurrogate, ranges: [ClosedRange<Double>], breadth: Double, metric: CholeskyFactor,
        pathCount: Int, generator: CounterGenerator
    ) {
        self.surrogate = surrogate
        self.ranges = ranges
        self.breadth = breadth
        self.metric = metric
        self.pathCount = pathCount
        self.generator = generator
        z = ranges.map { _ in 0 }
        (energy, gradient) = surrogate.costAndGradient(at: z)
        stepLength = 0.5
        for index in 1...Self.warmUp {
            // A path out of the box says nothing of the step.
            guard let probability = path() else { continue }
            stepLength *= exp(2 * (probability - Self.wantedAcceptance) / Double(index).squareRoot())
        }
    }

    /// The next draw, and its log density but for a constant.
    mutating func next() -> (point: [Double], logDensity: Double) {
        for _ in 0..<pathCount { path() }
        return (surrogate.point(at: z), -energy / breadth)
    }

    /// Leapfrog steps from where the chain is, with a fresh momentum; taken with the probability returned, `nil` out of the box.
    @discardableResult
    private mutating func path() -> Double? {
        let length =
            Self.pathLengths.lowerBound
            + generator.uniform() * (Self.pathLengths.upperBound - Self.pathLengths.lowerBound)
        // Short steps now and then lead out of narrows in which the usual step always overshoots.
        let step = stepLength * (Self.leastStep + (1 - Self.leastStep) * generator.uniform())
        let stepCount = min(max(1, Int((length / step).rounded())), Self.mostSteps)
        var momentum = z.map { _ in generator.normal() }
        let start = energy / breadth + Self.kinetic(momentum)
        var (position, cost, slope) = (z, energy, gradient)
        func push() {
            let force = metric.transposedTimes(slope)
            for i in momentum.indices { momentum[i] -= step / (2 * breadth) * force[i] }
        }
        for _ in 0..<stepCount {
            push()
            let velocity = metric.times(momentum)
            for i in position.indices { position[i] += step * velocity[i] }
            (cost, slope) = surrogate.costAndGradient(at: position)
            push()
        }
        let uniform = generator.uniform()
        guard zip(surrogate.point(at: position), ranges).allSatisfy({ $1.contains($0) }) else { return nil }
        let probability = exp(min(0, start - cost / breadth - Self.kinetic(momentum)))
        if uniform < probability { (z, energy, gradient) = (position, cost, slope) }
        return probability.isNaN ? 0 : probability
    }

    private static func kinetic(_ momentum: [Double]) -> Double { momentum.reduce(0) { $0 + $1 * $1 } / 2 }
}
