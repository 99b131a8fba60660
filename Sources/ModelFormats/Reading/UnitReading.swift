import CLibSBML
import Modeling

import func Foundation.pow

/// The units a document defines, and those it takes for granted.
struct UnitReading {
    private var defined: [String: Unit] = [:]
    private let level: Int
    private let source: OpaquePointer
    /// Unit of time.
    private(set) var time = Unit.second

    init(_ source: OpaquePointer, level: Int) {
        self.source = source
        self.level = level
        for index in 0..<Model_getNumUnitDefinitions(source) {
            guard let definition = Model_getUnitDefinition(source, index),
                let name = text(UnitDefinition_getId(definition))
            else { continue }
            defined[name] = Self.unit(definition, named: name)
        }
        time = unit(level > 2 ? text(Model_getTimeUnits(source)) : "time", otherwise: .second)
    }

    /// A unit by its identifier; dimensionless where it is missing or unknown.
    func unit(_ name: String?) -> Unit { unit(name, otherwise: .dimensionless) }

    /// Unit of a species' amount.
    func substance(_ name: String?) -> Unit {
        unit(name ?? (level > 2 ? text(Model_getSubstanceUnits(source)) : "substance"), otherwise: .mole)
    }

    /// Unit of a compartment's size.
    func size(_ name: String?, dimensions: Double) -> Unit {
        switch dimensions {
        case 3: unit(name ?? (level > 2 ? text(Model_getVolumeUnits(source)) : "volume"), otherwise: .litre)
        case 2: unit(name ?? (level > 2 ? text(Model_getAreaUnits(source)) : "area"), otherwise: .metre.power(2))
        case 1: unit(name ?? (level > 2 ? text(Model_getLengthUnits(source)) : "length"), otherwise: .metre)
        default: unit(name)
        }
    }

    private func unit(_ name: String?, otherwise fallback: Unit) -> Unit {
        guard let name else { return fallback }
        return defined[name] ?? Self.base[name] ?? fallback
    }

    private static func unit(_ definition: OpaquePointer, named name: String) -> Unit {
        var result = Unit.dimensionless
        for index in 0..<UnitDefinition_getNumUnits(definition) {
            guard let part = UnitDefinition_getUnit(definition, index),
                let kind = text(UnitKind_toString(Unit_getKind(part)))
            else { continue }
            let exponent = Unit_getExponentAsDouble(part)
            guard let base = Self.base[kind], exponent.isFinite else { return .dimensionless }
            let factor = Unit_getMultiplier(part) * pow(10, Double(Unit_getScale(part)))
            result = result * base.scaled(by: factor, named: kind).power(exponent)
        }
        return result.named(name)
    }

    /// SBML's own kinds; katal, lumen and the like have no dimension of their own here.
    private static let base: [String: Unit] = [
        "ampere": .ampere, "avogadro": Unit.dimensionless.scaled(by: 6.02214179e23, named: "avogadro"),
        "becquerel": .hertz, "candela": .candela, "coulomb": .coulomb, "dimensionless": .dimensionless,
        "farad": .coulomb / .volt, "gram": .gram, "gray": .joule / .kilogram, "henry": .volt * .second / .ampere,
        "hertz": .hertz, "item": .dimensionless, "joule": .joule, "katal": .mole / .second, "kelvin": .kelvin,
        "kilogram": .kilogram, "litre": .litre, "liter": .litre, "lumen": .candela, "lux": .candela / .metre.power(2),
        "metre": .metre, "meter": .metre, "mole": .mole, "newton": .newton, "ohm": .volt / .ampere,
        "pascal": .pascal, "radian": .dimensionless, "second": .second, "siemens": .ampere / .volt,
        "sievert": .joule / .kilogram, "steradian": .dimensionless, "tesla": .volt * .second / .metre.power(2),
        "volt": .volt, "watt": .watt, "weber": .volt * .second,
    ]
}
