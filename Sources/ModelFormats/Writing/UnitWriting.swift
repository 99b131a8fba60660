import Modeling

import func Foundation.log10
import func Foundation.pow

/// Unit definitions for the units a document uses, made as they are asked for.
///
/// The international unit and the Agatston score convert into nothing else and have no kind in SBML; they are written as
/// dimensionless, under their own names.
struct UnitWriting {
    /// One factor of a unit: (multiplier · 10^scale · kind)^exponent.
    struct Factor: Hashable {
        var kind: String
        var exponent: Double
        var scale = 0
        var multiplier = 1.0
    }

    struct Definition {
        let identifier: String
        let unit: Unit
    }

    private(set) var definitions: [Definition] = []
    private var identifiers: [Unit: String] = [:]
    private var taken: Set<String> = Set(Self.kinds)

    /// Units that SBML names itself.
    private static let plain: [(kind: String, unit: Unit)] = [
        ("dimensionless", .dimensionless), ("second", .second), ("mole", .mole), ("litre", .litre), ("gram", .gram),
        ("kilogram", .kilogram), ("metre", .metre), ("kelvin", .kelvin), ("ampere", .ampere), ("candela", .candela),
        ("pascal", .pascal), ("joule", .joule), ("newton", .newton), ("volt", .volt), ("watt", .watt),
        ("coulomb", .coulomb), ("hertz", .hertz),
    ]

    private static let kinds =
        plain.map(\.kind) + [
            "avogadro", "becquerel", "farad", "gray", "henry", "item", "katal", "lumen", "lux", "ohm", "radian",
            "siemens", "sievert", "steradian", "tesla", "weber", "time", "substance", "volume", "area", "length",
            "celsius",
        ]

    /// Amounts that products of concentrations and sizes come down to.
    private static let usual: [Unit] = [
        .picomole, .nanomole, .micromole, .millimole, .nanogram, .microgram, .milligram,
    ]

    /// Identifier of a unit in the document.
    mutating func identifier(of unit: Unit) -> String {
        if let known = identifiers[unit] { return known }
        if let plain = Self.plain.first(where: { $0.unit == unit }) {
            identifiers[unit] = plain.kind
            return plain.kind
        }
        // Composed symbols such as nmol/L·L grow with every reading and writing.
        let isComposed = unit.symbol.contains { "·/(".contains($0) }
        let usual = isComposed ? Self.usual.first { $0 == unit } ?? unit : unit
        let base = Self.word(for: usual.symbol)
        var name = base
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(base)_\(number)"
            number += 1
        }
        identifiers[unit] = name
        definitions.append(Definition(identifier: name, unit: unit))
        return name
    }

    /// `nmol/L` as `nmol_per_L`, `1/h` as `per_h`.
    private static func word(for symbol: String) -> String {
        var result = ""
        for scalar in symbol.unicodeScalars {
            switch scalar {
            case "/": result += result.isEmpty || result == "1" ? "per_" : "_per_"
            case "µ", "μ": result += "u"
            case "%": result += "percent"
            case "·", "*": result += "_"
            case "^", "(", ")", " ": break
            default: result += SymbolNames.isValid("a\(scalar)") ? String(scalar) : "_"
            }
        }
        if result.hasPrefix("1per_") { result.removeFirst() }
        return SymbolNames.isValid(result) ? result : "unit_\(result.filter { SymbolNames.isValid("a\($0)") })"
    }

    /// Whether SBML lets a species count in this unit: substance, mass, number or nothing.
    static func isSubstance(_ unit: Unit) -> Bool {
        let dimensions = unit.dimensions.filter { $0.symbol != "IU" && $0.symbol != "AU" }
        guard let only = dimensions.first else { return true }
        return dimensions.count == 1 && only.exponent == 1 && (only.symbol == "mol" || only.symbol == "kg")
    }

    /// Times that a unit is likely to be stated in [s].
    private static let times: [Double] = [1, 3600, 86_400, 60, 31_557_600, 604_800, 2_629_800]

    /// A unit as factors of SBML's kinds, with round numbers where there are some.
    static func factors(of unit: Unit) -> [Factor] {
        var factors: [Factor] = []
        var rest = unit.scale
        for (symbol, exponent) in unit.dimensions {
            switch symbol {
            case "kg":
                rest *= pow(1000, exponent)
                factors.append(Factor(kind: "gram", exponent: exponent))
            case "m" where (exponent / 3).rounded() == exponent / 3:
                rest *= pow(1000, exponent / 3)
                factors.append(Factor(kind: "litre", exponent: exponent / 3))
            case "m": factors.append(Factor(kind: "metre", exponent: exponent))
            case "s":
                let time = times.first { power(of: rest / pow($0, exponent)) != nil } ?? 1
                rest /= pow(time, exponent)
                factors.append(Factor(kind: "second", exponent: exponent, multiplier: time))
            case "A": factors.append(Factor(kind: "ampere", exponent: exponent))
            case "K": factors.append(Factor(kind: "kelvin", exponent: exponent))
            case "mol": factors.append(Factor(kind: "mole", exponent: exponent))
            case "cd": factors.append(Factor(kind: "candela", exponent: exponent))
            default: break
            }
        }
        if let power = power(of: rest) {
            if power == 0 { return factors.isEmpty ? [Factor(kind: "dimensionless", exponent: 1)] : factors }
            for kind in ["mole", "gram", "litre", "metre", "ampere", "kelvin", "candela"] {
                guard let index = factors.firstIndex(where: { $0.kind == kind }) else { continue }
                let share = Double(power) / factors[index].exponent
                guard share == share.rounded() else { continue }
                factors[index].scale = Int(share)
                return factors
            }
            return factors + [Factor(kind: "dimensionless", exponent: 1, scale: power)]
        }
        return factors + [Factor(kind: "dimensionless", exponent: 1, multiplier: rest)]
    }

    /// k, where a number is 10^k.
    private static func power(of number: Double) -> Int? {
        guard number > 0, number.isFinite else { return nil }
        let power = log10(number).rounded()
        return abs(number / pow(10, power) - 1) < 1e-9 ? Int(power) : nil
    }
}
