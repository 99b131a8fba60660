import Modeling

/// Why a text is no quantity.
package struct TextProblem: Error {
    package let message: String
    package let remedy: String
    /// Characters before the offending word.
    package var offset = 0

    package init(message: String, remedy: String, offset: Int = 0) {
        self.message = message
        self.remedy = remedy
        self.offset = offset
    }
}

/// Reads numbers with units as people write them: `62 years`, `10mg`, `150 AU`.
package enum QuantityText {
    /// Units offered where a name is misspelt.
    static let suggestedUnits = [
        "kg", "g", "mg", "µg", "ng", "nmol", "µmol", "mmol", "pmol", "IU", "L", "dL", "mL", "m", "cm", "mm", "m2",
        "cm2", "min",
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "AU", "mmHg", "%", "mg/dL",
        "mmol/L", "nmol/L", "pmol/L", "µg/day", "mg/day", "mL/min", "m/s", "ng/mL",
    ]

    /// A finite number, written with a point.
    package static func number(_ text: some StringProtocol) throws(TextProblem) -> Double {
        if text.contains(",") {
            throw TextProblem(
                message: "'\(text)' is not a number",
                remedy: "write decimals with a point and no thousands mark, such as 1.5")
        }
        guard let value = Double(text), value.isFinite, !text.lowercased().hasPrefix("0x") else {
            throw TextProblem(message: "'\(text)' is not a number", remedy: "write a number such as 10 or 0.5")
        }
        return value
    }

    /// A unit's name.
    package static func unit(_ text: String) throws(TextProblem) -> Unit {
        do {
            return try Unit(parsing: text)
        } catch {
            let name = if case .unknownName(let name, _) = error { name } else { text }
            let near = Spelling.nearest(to: name, among: suggestedUnits)
            throw TextProblem(
                message: "'\(name)' is not a unit",
                remedy: near.map { "did you mean \($0)?" } ?? "write for example mg, µg/day, mmol/L, cm2, years")
        }
    }

    /// Splits `10mg` or `10 mg` into number and rest; the number is empty where the text does not start with one.
    package static func split(_ text: String) -> (number: String, rest: String) {
        var end = text.startIndex
        if let first = text.first, "+-−".contains(first) { end = text.index(after: end) }
        while end < text.endIndex {
            let character = text[end]
            let next = text.index(after: end)
            let isExponent =
                (character == "e" || character == "E") && end > text.startIndex && next < text.endIndex
                && (text[next].isNumber
                    || ((text[next] == "-" || text[next] == "+") && text.index(after: next) < text.endIndex))
            guard character.isASCII && character.isNumber || character == "." || character == "," || isExponent else {
                break
            }
            end = next
            if isExponent, text[end] == "-" || text[end] == "+" { end = text.index(after: end) }
        }
        let number = String(text[..<end].map { $0 == "−" ? "-" : $0 })
        guard number.contains(where: \.isNumber) else { return ("", text) }
        return (number, text[end...].trimmingWhitespace)
    }

    /// A number with a unit of the same dimension as `unit`, converted to it.
    package static func value(_ text: String, in unit: Unit, example: String) throws(TextProblem) -> Double {
        let (numberText, unitText) = split(text.trimmingWhitespace)
        guard !numberText.isEmpty else {
            throw TextProblem(
                message: "'\(text)' is not a quantity", remedy: "write a number with a unit, such as \(example)")
        }
        let value = try number(numberText)
        if unitText.isEmpty {
            guard unit.isDimensionless else {
                throw TextProblem(message: "'\(text)' has no unit", remedy: "write for example \(example)")
            }
            return value / unit.scale
        }
        let written = try self.unit(unitText)
        guard written.isSameDimension(as: unit) else {
            throw TextProblem(
                message: "'\(unitText)' does not fit, since the value is in \(unit)",
                remedy: "write for example \(example)")
        }
        return written == unit ? value : value * (written.scale / unit.scale)
    }

    /// A length of time [h].
    package static func duration(_ text: String, example: String) throws(TextProblem) -> Double {
        try value(text, in: .hour, example: example)
    }

    /// A number with its unit; bare where it has none.
    package static func text(_ value: Double, _ unit: Unit) -> String {
        unit == .dimensionless ? text(value) : "\(text(value)) \(unit)"
    }

    /// A number as short as it can be without changing it: `10`, `0.5`.
    package static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}

extension StringProtocol {
    /// Without spaces at either end.
    package var trimmingWhitespace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
