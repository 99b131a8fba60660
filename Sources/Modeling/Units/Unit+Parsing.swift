/// Why a text is no unit.
public enum UnitError: Error, Equatable, CustomStringConvertible {
    /// A name that is neither a unit nor a prefixed one.
    case unknownName(String, in: String)
    /// Text that does not follow the grammar.
    case malformed(String)

    public var description: String {
        switch self {
        case .unknownName(let name, let text):
            "'\(name)' in '\(text)' is not a unit; known are SI units with prefixes (mg, µg, nmol, mL), "
                + "min, h, d, week, month, y, IU, AU (Agatston), mmHg, %"
        case .malformed(let text): "'\(text)' is not a unit; write for example mg, µg/d, mmol/L, cm2, 1/h"
        }
    }
}

extension Unit {
    /// Names that take SI prefixes.
    private static let prefixable: [String: Unit] = [
        "m": .metre, "g": .gram, "s": .second, "A": .ampere, "K": .kelvin, "mol": .mole, "cd": .candela, "L": .litre,
        "l": .litre, "N": .newton, "Pa": .pascal, "J": .joule, "W": .watt, "C": .coulomb, "V": .volt, "Hz": .hertz,
        "IU": .internationalUnit,
    ]

    private static let whole: [String: Unit] = {
        let month = year.scaled(by: 1.0 / 12, named: "month")
        var table: [String: Unit] = ["1": .dimensionless, "%": .percent, "AU": .agatston, "mmHg": .millimetreOfMercury]
        table["M"] = (mole / litre).named("M")
        for (names, unit) in [
            (["min", "minute", "minutes"], Unit.minute), (["h", "hour", "hours"], .hour), (["d", "day", "days"], .day),
            (["week", "weeks"], .week), (["month", "months"], month), (["y", "year", "years"], .year),
            (["Agatston", "agatston"], .agatston),
        ] {
            for name in names { table[name] = unit }
        }
        return table
    }()

    private static let prefixes: [(text: String, factor: Double)] = [
        ("da", 1e1), ("Y", 1e24), ("Z", 1e21), ("E", 1e18), ("P", 1e15), ("T", 1e12), ("G", 1e9), ("M", 1e6),
        ("k", 1e3),
        ("h", 1e2), ("d", 1e-1), ("c", 1e-2), ("m", 1e-3), ("µ", 1e-6), ("μ", 1e-6), ("u", 1e-6), ("n", 1e-9),
        ("p", 1e-12), ("f", 1e-15), ("a", 1e-18), ("z", 1e-21), ("y", 1e-24),
    ]

    /// Reads a unit such as `mg`, `µg/d`, `mmol/L`, `cm2`, `1/h`, `m/s^2`, `mL/min/kg`.
    ///
    /// Terms are joined by `·`, `*`, `.` or `/`; each `/` divides by the one term after it.
    /// - Throws: ``UnitError`` for an unknown name or malformed text.
    public init(parsing text: String) throws(UnitError) {
        var result = Unit.dimensionless
        var divides = false
        var term = ""
        func take(_ term: String, divides: Bool) throws(UnitError) {
            let unit = try Self.term(term, in: text)
            result = divides ? result / unit : result * unit
        }
        for character in text where character != " " {
            if "·*./".contains(character) {
                try take(term, divides: divides)
                divides = character == "/"
                term = ""
            } else {
                term.append(character)
            }
        }
        try take(term, divides: divides)
        self = result.named(text)
    }

    private static func term(_ term: String, in text: String) throws(UnitError) -> Unit {
        var name = Substring(term)
        var exponentText = ""
        while let last = name.last, last.isNumber || last == "-" || last == "^", name.count > 1 {
            if last != "^" { exponentText.insert(last, at: exponentText.startIndex) }
            name.removeLast()
        }
        guard !name.isEmpty, let exponent = exponentText.isEmpty ? 1 : Double(exponentText) else {
            throw .malformed(text)
        }
        if let unit = whole[String(name)] ?? prefixable[String(name)] { return unit.power(exponent) }
        for (prefix, factor) in prefixes where name.hasPrefix(prefix) {
            if let unit = prefixable[String(name.dropFirst(prefix.count))] {
                return unit.scaled(by: factor, named: String(name)).power(exponent)
            }
        }
        throw .unknownName(String(name), in: text)
    }
}
