/// Digits of a number that read back as the same number.
enum NumberText {
    /// As XML Schema writes a double, for attributes; 0 for a subnormal number, which libSBML refuses to read.
    static func attribute(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "INF" : "-INF" }
        if value.isSubnormal { return "0" }
        if value == value.rounded(), abs(value) < 1e15 { return value == 0 ? "0" : "\(Int(value))" }
        return "\(value)"
    }

    /// Without an exponent, as MathML writes a real number; finite.
    ///
    /// A mantissa and an exponent of their own would be multiplied by the reader, which costs the last bit.
    static func decimal(_ value: Double) -> String {
        let text = attribute(value)
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let mantissa = text[..<mark]
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
        let digits = String(parts[0]) + fraction
        let point = parts[0].count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
