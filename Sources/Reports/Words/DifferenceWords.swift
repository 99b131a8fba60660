import Modeling
import Studies

/// A difference between two arms in words, never surer than its grade.
struct DifferenceWords: Sendable {
    /// What the interval tells.
    enum Finding: Sendable { case higher, lower, none, same, missing, unranged }

    let label: String
    let unit: String
    let grade: GradeWords
    let difference: Interval
    let finding: Finding

    /// - Parameters:
    ///   - resolution: sizes up to this are the solver's error, not an effect [unit of the output].
    ///   - drawCount: with fewer than two draws there is no range and so no finding.
    init(label: String, unit: String, grade: Grade, difference: Interval, resolution: Double, drawCount: Int = .max) {
        self.label = label
        self.unit = unit
        self.grade = GradeWords(grade: grade)
        self.difference = difference
        let largest = max(abs(difference.lower), abs(difference.upper))
        if !difference.isFinite {
            finding = .missing
        } else if largest <= resolution {
            finding = .same
        } else if drawCount < 2 {
            finding = .unranged
        } else if difference.lower > 0 {
            finding = .higher
        } else {
            finding = difference.upper < 0 ? .lower : .none
        }
    }

    /// The difference at a time of a result's series; `nil` where there is none.
    init?(_ series: StudyResult.Series, timeIndex: Int, manifest: StudyResult.Manifest) {
        guard let difference = series.difference else { return nil }
        let value = series.values[timeIndex]
        let size = [value.lower, value.median, value.upper].filter(\.isFinite).map(abs).max() ?? 0
        self.init(
            label: series.label, unit: series.unit, grade: series.evidenceGrade, difference: difference[timeIndex],
            resolution: 100 * manifest.relativeTolerance * size, drawCount: manifest.drawCount)
    }

    /// Whether the series equals what it is compared with at every time, but for the solver's error.
    static func areTheSame(_ series: StudyResult.Series, manifest: StudyResult.Manifest) -> Bool {
        guard let difference = series.difference else { return true }
        return difference.median.indices.allSatisfy { timeIndex in
            let finding = DifferenceWords(series, timeIndex: timeIndex, manifest: manifest)?.finding
            return finding == .same || finding == .missing
        }
    }

    /// Whether the model tells the arms apart.
    var isDetected: Bool { finding == .higher || finding == .lower }

    /// A short sentence for a table cell, such as "Probably lower".
    var short: String {
        switch finding {
        case .missing: return "Not available"
        case .same: return "The same"
        case .unranged: return "One draw only: no range" + tail
        case .none: return "No difference the model can tell from zero" + tail
        case .higher, .lower:
            let direction = finding == .higher ? "higher" : "lower"
            switch grade.grade {
            case .established: return direction.capitalized
            case .supported: return "Probably \(direction)"
            case .contested: return "Disputed: \(direction) in the model"
            case .speculative: return "Speculation: \(direction) in the model"
            }
        }
    }

    private var tail: String { grade.caveat.isEmpty ? "" : " (\(grade.caveat))" }

    /// Small first letter where the first word is an ordinary one: "INR" and "MK-4" stay.
    static func insideSentence(_ label: String) -> String {
        let word = label.prefix { $0 != " " }
        let isOrdinary = word.count > 1 && word.dropFirst().allSatisfy { $0.isLowercase }
        return isOrdinary ? label.prefix(1).lowercased() + label.dropFirst() : label
    }
}
