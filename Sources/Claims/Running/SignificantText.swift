import Foundation

/// Numbers of test results: three significant digits, a true minus sign.
enum SignificantText {
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "not a number" }
        guard value != 0 else { return "0" }
        let magnitude = abs(value)
        let sign = value < 0 ? "−" : ""
        if magnitude >= 1e6 || magnitude < 1e-4 { return sign + String(format: "%.2e", magnitude) }
        let places = max(0, 2 - Int(log10(magnitude).rounded(.down)))
        let digits = String(format: "%.\(places)f", magnitude)
        let isWhole = places > 0 && (Double(digits) ?? 0) == magnitude.rounded()
        return sign + (isWhole ? String(Int(magnitude.rounded())) : digits)
    }

    /// `12 to 30`
    static func range(_ lower: Double, _ upper: Double) -> String { "\(text(lower)) to \(text(upper))" }

    /// `75 %`, whole.
    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{A0}%" }
}
