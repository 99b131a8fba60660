import Foundation

/// The shape k of the tail of importance weights: below 0.5 their variance is finite, up to 0.7 they can be trusted, above they cannot.
///
/// - Source: Vehtari, Simpson, Gelman, Yao & Gabry 2024, "Pareto smoothed importance sampling", arXiv:1507.02646; the fit is that of Zhang
///   & Stephens 2009, doi:10.1198/tech.2009.08017, with the weak prior of the former.
enum ParetoTail {
    /// `nil` with fewer than 25 weights or a tail without spread.
    static func shape(logWeights: [Double]) -> Double? {
        let sorted = logWeights.filter { $0 > -.infinity }.sorted()
        guard sorted.count >= 25, let most = sorted.last else { return nil }
        let count = Double(logWeights.count)
        let tailCount = min(
            Int((0.2 * count).rounded(.up)), Int((3 * count.squareRoot()).rounded(.up)), sorted.count - 1)
        let threshold = exp(sorted[sorted.count - tailCount - 1] - most)
        let excesses = sorted.suffix(tailCount).map { exp($0 - most) - threshold }
        guard tailCount >= 5, let largest = excesses.last, largest > 0 else { return nil }
        let raw = shape(ofExcesses: excesses)
        // Ten observations of a half hold a short tail's shape.
        let size = Double(tailCount)
        return raw * size / (size + 10) + 0.5 * 10 / (size + 10)
    }

    /// Shape of a generalised Pareto distribution of excesses, ascending.
    static func shape(ofExcesses excesses: [Double]) -> Double {
        let count = Double(excesses.count)
        let most = excesses[excesses.count - 1]
        let quartile = max(excesses[max(0, Int(count / 4 + 0.5) - 1)], Double.leastNormalMagnitude)
        let gridCount = 30 + Int(count.squareRoot())
        let grid = (1...gridCount).map { j in
            1 / most + (1 - (Double(gridCount) / (Double(j) - 0.5)).squareRoot()) / (3 * quartile)
        }
        func shape(_ theta: Double) -> Double { excesses.reduce(0) { $0 + log1p(-theta * $1) } / count }
        let likelihoods = grid.map { theta -> Double in
            let k = shape(theta)
            return count * (log(-theta / k) - k - 1)
        }
        let weights = likelihoods.map { one in 1 / likelihoods.reduce(0) { $0 + exp($1 - one) } }
        return shape(zip(grid, weights).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
