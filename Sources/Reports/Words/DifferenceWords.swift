import Modeling
import Studies

/// A difference from the reference arm in words, never surer than its grade.
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

    /// The difference at a time of a result's series; `nil` for the reference arm.
    init?(_ series: StudyResult.Series, timeIndex: Int, manifest: StudyResult.Manifest) {
        guard let difference = series.difference else { return nil }
        let value = series.values[timeIndex]
        let size = [value.lower, value.median, value.upper].filter(\.isFinite).map(abs).max() ?? 0
        self.init(
            label: series.label, unit: series.unit, grade: series.evidenceGrade, difference: difference[timeIndex],
            resolution: 100 * manifest.relativeTolerance * size, drawCount: manifest.drawCount)
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

    /// A clause of the plain answer where a difference is told, such as
    /// "dp-ucMGP is probably 120 pmol/L lower (−200 to −51)".
    var clause: String {
        let texts = NumberText.values([abs(difference.median), difference.lower, difference.upper], signed: true)
        let size = texts[0].drop { $0 == "+" }
        let range = "(\(texts[1]) to \(texts[2]))"
        let direction = finding == .higher ? "higher" : "lower"
        let quantity = unit.isEmpty || unit == "1" ? "\(size)" : "\(size)\u{A0}\(unit)"
        let caveat = grade.caveat.isEmpty ? "" : ", which is \(grade.caveat)"
        return "\(Self.insideSentence(label)) \(grade.verb) \(quantity) \(direction) \(range)\(caveat)"
    }

    /// The output's name with its caveat, for lists of what cannot be told.
    var name: String { Self.insideSentence(label) + tail }

    /// Small first letter where the first word is an ordinary one: "INR" and "MK-4" stay.
    private static func insideSentence(_ label: String) -> String {
        let word = label.prefix { $0 != " " }
        let isOrdinary = word.count > 1 && word.dropFirst().allSatisfy { $0.isLowercase }
        return isOrdinary ? label.prefix(1).lowercased() + label.dropFirst() : label
    }
}
