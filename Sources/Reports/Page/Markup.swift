/// HTML text. Literal parts stand as written, interpolated strings are escaped, interpolated markup is not.
struct Markup: Sendable, ExpressibleByStringInterpolation {
    let text: String

    /// Text that is HTML already.
    init(raw text: String) { self.text = text }
    init(stringLiteral value: String) { text = value }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }
        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ value: String) { text += Markup.escaped(value) }
        mutating func appendInterpolation(_ value: Int) { text += "\(value)" }
        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    }

    /// Safe in text and in quoted attributes.
    static func escaped(_ string: String) -> String {
        var text = ""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension [Markup] {
    /// One after the other, a line each.
    func joined() -> Markup { Markup(raw: map(\.text).joined(separator: "\n")) }
}
