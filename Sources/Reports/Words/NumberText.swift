import Foundation

/// Numbers as people read them: 3 significant digits, a true minus sign, a comma in 12,300.
enum NumberText {
    static let missing = "not available"

    /// A single value; an optional plus sign marks differences.
    static func value(_ value: Double, signed: Bool = false) -> String {
        text(value, decimals: decimals(for: value), signed: signed)
    }

    /// Values that are read side by side and share their last decimal place, set by the largest of them.
    ///
    /// A value that would keep fewer than two significant digits so gets two of its own.
    static func values(_ values: [Double], signed: Bool = false) -> [String] {
        let largest = values.filter(\.isFinite).map(abs).max() ?? 0
        let shared = decimals(for: largest)
        return values.map { value in
            let own = decimals(for: value, digits: 2)
            return text(value, decimals: max(shared, own), signed: signed)
        }
    }

    /// `−12.0 to +30.0`
    static func range(_ lower: Double, _ upper: Double, signed: Bool = false) -> String {
        values([lower, upper], signed: signed).joined(separator: " to ")
    }

    /// `142 (98 to 201)`
    static func interval(_ interval: Interval, signed: Bool = false) -> String {
        guard interval.isFinite else { return missing }
        let texts = values([interval.median, interval.lower, interval.upper], signed: signed)
        return "\(texts[0]) (\(texts[1]) to \(texts[2]))"
    }

    /// A z-score: one decimal place and its sign.
    static func score(_ value: Double) -> String {
        guard value.isFinite else { return missing }
        let digits = String(format: "%.1f", abs(value))
        return (digits == "0.0" ? "" : value < 0 ? "−" : "+") + digits
    }

    /// A share as a whole percentage.
    static func percent(_ share: Double) -> String {
        "\(Int((100 * share).rounded()))\u{A0}%".replacing("-", with: "−")
    }

    /// Decimal places that leave `digits` significant ones; negative for large numbers.
    private static func decimals(for value: Double, digits: Int = 3) -> Int {
        guard value.isFinite, value != 0 else { return -400 }
        let exponent = Int(log10(abs(value)).rounded(.down))
        let places = digits - 1 - exponent
        let rounded = String(format: "%.\(max(0, places))f", abs(value))
        return (Double(rounded) ?? 0) >= pow(10, Double(exponent + 1)) ? places - 1 : places
    }

    private static func text(_ value: Double, decimals: Int, signed: Bool) -> String {
        guard value.isFinite else { return missing }
        guard value != 0 else { return "0" }
        let magnitude = abs(value)
        let sign = value < 0 ? "−" : signed ? "+" : ""
        if magnitude < 1e-4 || magnitude >= 1e7 { return sign + scientific(magnitude) }
        let step = decimals < 0 ? pow(10, Double(-decimals)) : 1
        let digits = String(format: "%.\(max(0, decimals))f", (magnitude / step).rounded(decimals) * step)
        return (Double(digits) == 0 ? "" : sign) + grouped(digits)
    }

    private static func scientific(_ magnitude: Double) -> String {
        let parts = String(format: "%.2e", magnitude).split(separator: "e")
        let exponent = Int(parts[1]) ?? 0
        let raised = "\(exponent)".map { superscripts[$0] ?? $0 }
        return "\(parts[0])×10\(String(raised))"
    }

    private static let superscripts: [Character: Character] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]

    /// Commas between thousands from 10,000 on.
    private static func grouped(_ digits: String) -> String {
        let whole = digits.prefix { $0 != "." }
        guard whole.count > 4 else { return digits }
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text + digits.dropFirst(whole.count)
    }
}

extension Double {
    /// To a whole number, but only where no decimal places are printed.
    fileprivate func rounded(_ decimals: Int) -> Double { decimals < 0 ? rounded() : self }
}
