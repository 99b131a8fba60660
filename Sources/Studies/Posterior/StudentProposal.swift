import Foundation
import Modeling

/// A multivariate Student distribution inside a box: near a normal one in the middle, with tails heavy enough that no posterior draw
/// weighs too much.
struct StudentProposal {
    let centre: [Double]
    /// Lower factor L of the scale matrix L·Lᵀ.
    let factor: CholeskyFactor
    let degreesOfFreedom: Double
    let ranges: [ClosedRange<Double>]

    /// Draw number `index` of a seed, drawn again while outside the box.
    func draw(seed: UInt64, stream: UInt32, index: Int) -> [Double] {
        var generator = CounterGenerator(seed: seed, stream: stream, subject: UInt64(index))
        for _ in 0..<Self.attempts {
            let normals = centre.indices.map { _ in generator.normal() }
            let scale = (degreesOfFreedom / Self.chiSquare(degreesOfFreedom, &generator)).squareRoot()
            let point = zip(centre, factor.times(normals)).map { $0 + scale * $1 }
            if zip(point, ranges).allSatisfy({ $1.contains($0) }) { return point }
        }
        return centre
    }

    /// A box that holds less than a thousandth of the distribution is a sign of a wrong one; its draws all stand at the centre.
    private static let attempts = 1000

    /// Log density but for a constant.
    func logDensity(_ point: [Double]) -> Double {
        let z = factor.solveLower(zip(point, centre).map { $0 - $1 })
        let square = z.reduce(0) { $0 + $1 * $1 }
        let count = Double(centre.count)
        return -(degreesOfFreedom + count) / 2 * log(1 + square / degreesOfFreedom)
    }

    /// Sum of the squares of a whole number of normals.
    private static func chiSquare(_ degrees: Double, _ generator: inout CounterGenerator) -> Double {
        (0..<Int(degrees)).reduce(0) { sum, _ in
            let normal = generator.normal()
            return sum + normal * normal
        }
    }
}
