import Foundation

/// A unit of measurement: a dimension and a scale, with the text it was written as.
///
/// Base dimensions are the seven of the SI and, since they convert into nothing else, the international unit [IU],
/// the Agatston score [AU] and the INR. Two units are equal when dimension and scale are, whatever their text.
public struct Unit: Sendable {
    /// Exponents of metre, kilogram, second, ampere, kelvin, mole, candela, IU, Agatston; the rest are unused.
    let exponents: SIMD16<Float>
    /// Size in coherent base units; 0.001 for the gram.
    public let scale: Double
    /// The text it is printed as.
    public let symbol: String

    init(exponents: SIMD16<Float>, scale: Double, symbol: String) {
        self.exponents = exponents
        self.scale = scale
        self.symbol = symbol
    }

    static let baseSymbols = ["m", "kg", "s", "A", "K", "mol", "cd", "IU", "AU"]

    static func base(_ index: Int) -> Unit {
        var exponents = SIMD16<Float>()
        exponents[index] = 1
        return Unit(exponents: exponents, scale: 1, symbol: baseSymbols[index])
    }

    /// The same unit under another name.
    public func named(_ symbol: String) -> Unit { Unit(exponents: exponents, scale: scale, symbol: symbol) }

    /// `factor` times the unit, under a name.
    public func scaled(by factor: Double, named symbol: String) -> Unit {
        Unit(exponents: exponents, scale: scale * factor, symbol: symbol)
    }

    /// Base dimensions with their exponents, those with exponent 0 left out; IU and AU among them.
    public var dimensions: [(symbol: String, exponent: Double)] {
        Self.baseSymbols.enumerated().compactMap { index, symbol in
            exponents[index] == 0 ? nil : (symbol, Double(exponents[index]))
        }
    }

    /// Whether one can be converted into the other.
    public func isSameDimension(as other: Unit) -> Bool {
        let difference = exponents - other.exponents
        return (difference * difference).max() < 1e-8
    }

    /// Whether the unit has no dimension, whatever its scale (percent has none).
    public var isDimensionless: Bool { isSameDimension(as: .dimensionless) }

    public static func * (left: Unit, right: Unit) -> Unit {
        if left == .dimensionless { return right }
        if right == .dimensionless { return left }
        return Unit(
            exponents: left.exponents + right.exponents, scale: left.scale * right.scale,
            symbol: "\(left.grouped)·\(right.grouped)")
    }

    public static func / (left: Unit, right: Unit) -> Unit {
        if right == .dimensionless { return left }
        let exponents = left.exponents - right.exponents
        let scale = left.scale / right.scale
        if left == right { return .dimensionless }
        let denominator = right.symbol.contains(where: { "·/".contains($0) }) ? "(\(right.symbol))" : right.symbol
        return Unit(
            exponents: exponents, scale: scale,
            symbol: left == .dimensionless ? "1/\(denominator)" : "\(left.symbol)/\(denominator)")
    }

    /// The unit raised to a power.
    public func power(_ exponent: Double) -> Unit {
        if exponent == 1 { return self }
        if exponent == 0 { return .dimensionless }
        let text = exponent == exponent.rounded() ? "\(Int(exponent))" : "\(exponent)"
        return Unit(
            exponents: exponents * Float(exponent), scale: Foundation.pow(scale, exponent),
            symbol: self == .dimensionless ? symbol : "\(grouped.contains("·") ? "(\(symbol))" : grouped)^\(text)")
    }

    private var grouped: String { symbol.contains("/") ? "(\(symbol))" : symbol }
}

extension Unit: Hashable, CustomStringConvertible {
    /// Equal dimension, and scale to a relative 1e-9.
    public static func == (left: Unit, right: Unit) -> Bool {
        left.isSameDimension(as: right) && Swift.abs(left.scale - right.scale) <= 1e-9 * Swift.abs(right.scale)
    }

    public func hash(into hasher: inout Hasher) {
        for index in 0..<Self.baseSymbols.count { hasher.combine((exponents[index] * 64).rounded()) }
    }

    public var description: String { symbol.isEmpty ? "1" : symbol }
}
