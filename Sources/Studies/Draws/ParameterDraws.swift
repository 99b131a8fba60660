import Foundation
import Modeling

/// Random values of the parameters that have a spread.
///
/// A value depends on the seed, the draw's index and the parameter's identifier, and on nothing else: arms share
/// their draws, so that differences between arms are paired, and neither threads, nor the number of draws, nor
/// another parameter changes it. Every draw is random; none is "the best guess".
public struct ParameterDraws: Sendable {
    public let seed: UInt64
    /// What fitted numbers are drawn from, all together; their spread then is about the drawn value.
    public let posterior: PosteriorDraws?

    /// Keeps these numbers apart from those other purposes draw with the same seed.
    private static let stream: UInt32 = 0x6472_6177

    public init(seed: UInt64, posterior: PosteriorDraws? = nil) {
        self.seed = seed
        self.posterior = posterior
    }

    /// The value of one parameter in one draw [unit of `value`].
    ///
    /// - Parameters:
    ///   - identifier: of the parameter, part of the key.
    ///   - spread: how it varies.
    ///   - value: the parameter's own value: the median of a log-normal, the mean of a normal.
    ///   - drawIndex: part of the key.
    public func value(of identifier: String, spread: Spread, around value: Double, drawIndex: Int) -> Double {
        var generator = CounterGenerator(
            seed: seed ^ StableHash.of(identifier), stream: Self.stream, subject: UInt64(drawIndex))
        switch spread {
        case .none: return value
        case .logNormal(let coefficient):
            let sigma = log(1 + coefficient * coefficient).squareRoot()
            return value * exp(sigma * generator.normal())
        case .normal(let standardDeviation): return value + standardDeviation * generator.normal()
        case .uniform(let lower, let upper): return lower + (upper - lower) * generator.uniform()
        }
    }

    /// The drawn values of a model's parameters, by identifier.
    public func values(for model: Model, drawIndex: Int) -> [String: Double] {
        var result: [String: Double] = [:]
        let fitted = posterior?.shared(seed: seed, drawIndex: drawIndex) ?? [:]
        for quantity in model.quantities where quantity.spread != .none || fitted[quantity.identifier] != nil {
            guard case .number(let value, _)? = quantity.initial?.kind else { continue }
            var drawn = self.value(
                of: quantity.identifier, spread: quantity.spread, around: fitted[quantity.identifier] ?? value,
                drawIndex: drawIndex)
            if quantity.isNonNegative, drawn < 0 { drawn = 0 }
            result[quantity.identifier] = drawn
        }
        return result
    }
}
