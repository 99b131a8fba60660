import Modeling
import Studies

/// Lower bound, median and upper bound of a quantity at one time.
struct Interval: Equatable, Sendable {
    var lower: Double
    var median: Double
    var upper: Double

    /// Whether all three are numbers.
    var isFinite: Bool { lower.isFinite && median.isFinite && upper.isFinite }
}

extension StudyResult.Band {
    /// The band at a time; NaN where the band is shorter.
    subscript(timeIndex: Int) -> Interval {
        func at(_ values: [Double]) -> Double { values.indices.contains(timeIndex) ? values[timeIndex] : .nan }
        return Interval(lower: at(lower), median: at(median), upper: at(upper))
    }
}

extension StudyResult {
    /// Every output of any arm, in order of first appearance.
    var outputIdentifiers: [String] {
        var seen: Set<String> = []
        return arms.flatMap(\.series).map(\.output).filter { seen.insert($0).inserted }
    }

    var lastTimeIndex: Int { times.count - 1 }

    /// Arms that are compared with another, in order.
    var comparedArms: [Arm] { arms.filter { $0.reference != nil } }

    /// What the arms are compared with, for sentences: one name where they share it.
    var comparison: String {
        let references = Set(comparedArms.compactMap(\.reference))
        return references.count == 1 ? "“\(references.first ?? "")”" : "the course each is compared with"
    }

    /// Who is compared with another than the reference arm: "“A” is compared with “B”, the others with “C”."; empty
    /// where nobody is.
    var comparisonSentence: String {
        let apart = comparedArms.filter { $0.reference != referenceArm }
        guard !apart.isEmpty else { return "" }
        let parts = apart.map { "“\($0.name)” is compared with “\($0.reference ?? "")”" }
        let rest = apart.count < comparedArms.count ? ", the others with “\(referenceArm)”" : ""
        return PlainList.joined(parts) + rest + "."
    }

    func series(_ output: String) -> [(arm: Arm, series: Series)] {
        arms.compactMap { arm in arm.series.first { $0.output == output }.map { (arm, $0) } }
    }

    /// Draws of any arm that failed.
    var failureCount: Int { arms.reduce(0) { $0 + $1.failures.count } }
}

extension StudyResult.Series {
    /// An unknown word counts as the weakest grade.
    var evidenceGrade: Grade { Grade.allCases.first { "\($0)" == grade } ?? .speculative }
}
