import Foundation
import Modeling

/// Whether chains agree, and how many independent draws they are worth.
///
/// - Source: Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, "Rank-normalization, folding, and localization: an improved R̂",
///   doi:10.1214/20-BA1221.
public struct Convergence: Codable, Sendable, Equatable {
    /// Rank-normalised split R̂, the greater of that of values and that of their distances from the median: near 1 where chains agree, in the middle and
    /// in spread; above 1.01 they should be longer. NaN where nothing moves.
    public let splitRHat: Double
    /// Effective number of draws behind the mean.
    public let effectiveSize: Double

    /// - Parameter chains: of equal length, at least four draws each.
    init(_ chains: [[Double]]) {
        let halves = chains.flatMap { chain in
            let half = chain.count / 2
            return [Array(chain.prefix(half)), Array(chain.suffix(half))]
        }
        let all = halves.joined().sorted()
        let median = Quantile.ofSorted(all, 0.5)
        let bulk = Self.rankNormalised(halves)
        let folded = Self.rankNormalised(halves.map { $0.map { abs($0 - median) } })
        let values = [Self.rHat(bulk), Self.rHat(folded)]
        splitRHat = values.contains(where: \.isNaN) ? .nan : values[0] > values[1] ? values[0] : values[1]
        effectiveSize = Self.effectiveSize(bulk)
    }

    private static func rankNormalised(_ chains: [[Double]]) -> [[Double]] {
        let sorted = chains.joined().sorted()
        let count = Double(sorted.count)
        var ranks: [Double: Double] = [:]
        var first = 0
        while first < sorted.count {
            var last = first
            while last + 1 < sorted.count, sorted[last + 1] == sorted[first] { last += 1 }
            ranks[sorted[first]] = Double(first + last) / 2 + 1
            first = last + 1
        }
        return chains.map { $0.map { normalQuantile((ranks[$0]! - 0.375) / (count + 0.25)) } }
    }

    private static func mean(_ values: some Collection<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
    private static func variance(_ values: [Double]) -> Double {
        let centre = mean(values)
        return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count - 1)
    }

    /// Mean variance within chains, and the estimate of the whole variance.
    private static func variances(_ chains: [[Double]]) -> (within: Double, total: Double) {
        let count = Double(chains[0].count)
        let within = mean(chains.map(variance))
        return (within, within * (count - 1) / count + variance(chains.map { mean($0) }))
    }

    private static func rHat(_ chains: [[Double]]) -> Double {
        let (within, total) = variances(chains)
        return (total / within).squareRoot()
    }

    /// From autocorrelations, summed in pairs while these are positive and falling (Geyer).
    private static func effectiveSize(_ chains: [[Double]]) -> Double {
        let length = chains[0].count
        let (within, total) = variances(chains)
        let means = chains.map { mean($0) }
        func autocorrelation(_ lag: Int) -> Double {
            let covariances = zip(chains, means).map { chain, centre in
                (0..<length - lag).reduce(0.0) { $0 + (chain[$1] - centre) * (chain[$1 + lag] - centre) }
                    / Double(length)
            }
            return 1 - (within - mean(covariances)) / total
        }
        var sum = -1.0
        var least = Double.infinity
        for lag in stride(from: 0, to: length - 1, by: 2) {
            let pair = autocorrelation(lag) + autocorrelation(lag + 1)
            guard pair > 0 else { break }
            least = min(least, pair)
            sum += 2 * least
        }
        let count = Double(length * chains.count)
        return min(count / sum, count * log10(count))
    }
}
