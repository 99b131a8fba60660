import Foundation
import Modeling

/// A number with its unit.
public struct Measured: Sendable {
    public var value: Double
    public var unit: Modeling.Unit

    public init(_ value: Double, _ unit: Modeling.Unit) {
        self.value = value
        self.unit = unit
    }

    /// The same in another unit of its dimension.
    public func value(in other: Modeling.Unit) -> Double { value * (unit.scale / other.scale) }

    static func * (left: Measured, right: Measured) -> Measured {
        Measured(left.value * right.value, left.unit * right.unit)
    }
    static func / (left: Measured, right: Measured) -> Measured {
        // Equal units cancel whatever their names; others divide.
        Measured(
            left.value / right.value, left.unit == right.unit ? Modeling.Unit.dimensionless : left.unit / right.unit)
    }

    /// Plus, or minus for `sign` −1; `nil` where the dimensions differ.
    func adding(_ other: Measured, sign: Double) -> Measured? {
        guard unit.isSameDimension(as: other.unit) else { return nil }
        return Measured(value + sign * other.value(in: unit), unit)
    }

    /// To a whole power.
    func power(_ exponent: Double) -> Measured { Measured(pow(value, exponent), unit.power(exponent)) }
}
