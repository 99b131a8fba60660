import Studies

/// All evidence of a trial test taken together: which studies count, what they show, how sure that is.
public struct TrialBody: Sendable {
    public enum Result: String, Codable, Sendable, CaseIterable {
        /// No study in people.
        case nothing = "no study in people"
        case supports
        case mixed
        /// No effect was found, and none is excluded.
        case inconclusive
        case contradicts
    }

    public let result: Result
    public let certainty: Certainty
    /// For each evidence, whether it decides.
    public let counts: [Bool]
    /// Why those count, in words.
    public let rule: String

    /// Only the strongest kind of design decides: randomised trials; else comparisons in people; else meta-analyses of such; else people
    /// without a comparison, one arm of a trial among them. Reviews, labels, animals and test tubes are listed and never decide. A
    /// meta-analysis re-counts its trials and is passed over where single studies stand.
    public init(_ test: TrialTest) {
        let designs = test.evidence.map(\.design)
        let kinds: [(name: String, start: Certainty, isOf: (StudyDesign) -> Bool)] = [
            ("randomised trials", .high, \.isRandomised),
            ("comparisons in people without randomisation", .low, \.isControlledInPeople),
            ("a meta-analysis, since no single study is listed", .low, { $0 == .metaAnalysis }),
            ("people followed without a comparison", .veryLow, \.isUncontrolledInPeople),
        ]
        guard let kind = kinds.first(where: { designs.contains(where: $0.isOf) }) else {
            self.result = .nothing
            self.certainty = .none
            self.counts = designs.map { _ in false }
            self.rule = designs.isEmpty ? "Nothing was found." : "None of these is a study in people, so none counts."
            return
        }
        let counts = designs.map(kind.isOf)
        let findings = zip(test.evidence, counts).filter { $0.1 }.map { $0.0.finding }
        self.counts = counts
        result = Self.result(of: findings)
        certainty = test.judgement?.certainty(startingAt: kind.start) ?? .veryLow
        rule = "Counted: \(kind.name)."
    }

    private static func result(of findings: [TrialFinding]) -> Result {
        let supporting = findings.count { $0 == .supports }
        if supporting == findings.count { return .supports }
        if supporting > 0 { return .mixed }
        return findings.contains(.contradicts) ? .contradicts : .inconclusive
    }
}
