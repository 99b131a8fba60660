import Foundation
import Modeling

extension Spread {
    /// Where a parameter stands at its distribution's centre and one standard deviation to either side.
    ///
    /// - Parameters:
    ///   - value: the parameter's own value [its unit]: median of a log-normal, mean of a normal; a uniform has its own centre.
    ///   - isNonNegative: whether draws below zero are taken as zero, as ``ParameterDraws`` does.
    /// - Returns: `nil` where the parameter does not vary.
    func standardPoints(around value: Double, isNonNegative: Bool) -> (lower: Double, centre: Double, upper: Double)? {
        let points: (lower: Double, centre: Double, upper: Double)
        switch self {
        case .none: return nil
        case .logNormal(let coefficient):
            let factor = exp(log(1 + coefficient * coefficient).squareRoot())
            points = (value / factor, value, value * factor)
        case .normal(let deviation): points = (value - deviation, value, value + deviation)
        case .uniform(let low, let high):
            let centre = (low + high) / 2
            let deviation = (high - low) / Self.uniformWidthPerDeviation
            points = (centre - deviation, centre, centre + deviation)
        }
        guard points.upper != points.lower else { return nil }
        func held(_ value: Double) -> Double { isNonNegative ? max(value, 0) : value }
        return (held(points.lower), held(points.centre), held(points.upper))
    }

    /// With a factor of its own, whose logarithm has this variance; a spread that is not log-normal stays.
    func widened(byLogVariance variance: Double) -> Spread {
        guard variance > 0 else { return self }
        switch self {
        case .none: return .logNormal(coefficientOfVariation: (exp(variance) - 1).squareRoot())
        case .logNormal(let coefficient):
            let sum = log(1 + coefficient * coefficient) + variance
            return .logNormal(coefficientOfVariation: (exp(sum) - 1).squareRoot())
        case .normal, .uniform: return self
        }
    }

    /// √12: a uniform distribution's width over its standard deviation.
    private static let uniformWidthPerDeviation = 12.0.squareRoot()

    /// Variance of z², where z is the parameter as a standardised deviate: E z⁴ − 1.
    var varianceOfSquare: Double {
        switch self {
        case .none: 0
        case .logNormal, .normal: 2
        case .uniform: 0.8
        }
    }
}
