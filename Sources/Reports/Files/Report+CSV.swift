import Foundation
import Studies

extension Report {
    /// All quantiles as tidy comma-separated values after RFC 4180: header, CRLF line ends, UTF-8.
    ///
    /// Columns: `arm`, `draw-quantile` (0.05, 0.5, 0.95), `time` [d], `variable`, `value`, `unit`, `grade`. The paired difference
    /// of a variable from the arm's reference is the variable `difference:` and its name, `difference from ARM:` where that
    /// is not the scenario's reference. Numbers are the shortest that read back exactly; one that is not finite is empty.
    public var csv: String {
        var text = "arm,draw-quantile,time,variable,value,unit,grade\r\n"
        let days = result.times.map { Self.number($0 / 24) }
        for arm in result.arms {
            for series in arm.series {
                append(series.values, series.output, of: series, arm: arm.name, days: days, to: &text)
                guard let difference = series.difference, let reference = arm.reference else { continue }
                let from = reference == result.referenceArm ? "" : " from \(reference)"
                append(
                    difference, "difference\(from):\(series.output)", of: series, arm: arm.name, days: days, to: &text)
            }
        }
        return text
    }

    private func append(
        _ band: StudyResult.Band, _ variable: String, of series: StudyResult.Series, arm: String, days: [String],
        to text: inout String
    ) {
        let front = Self.field(arm)
        let name = Self.field(variable)
        let back = "\(Self.field(series.unit)),\(Self.field(series.grade))\r\n"
        for (probability, values) in zip(StudyResult.probabilities, [band.lower, band.median, band.upper]) {
            for (day, value) in zip(days, values) {
                text += "\(front),\(probability),\(day),\(name),\(Self.number(value)),\(back)"
            }
        }
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    /// In quotes where it holds a comma, a quote or a line end.
    private static func field(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
        return needsQuotes ? "\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\"" : text
    }
}
