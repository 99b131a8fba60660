import Modeling

/// What several courses do to one output at the end, in one clause.
struct ChangeWords: Sendable {
    private let findings: [(arm: String, words: DifferenceWords)]
    /// Names of arms are listed up to this many words, else counted.
    private static let longestList = 16

    /// - Returns: `nil` where there is nothing to tell of.
    init?(_ findings: [(arm: String, words: DifferenceWords)]) {
        self.findings = findings.filter { $0.words.finding != .missing && $0.words.finding != .unranged }
        if self.findings.isEmpty { return nil }
    }

    /// The weakest grade of those told, else of all.
    var grade: Grade {
        let told = findings.filter(\.words.isDetected)
        return (told.isEmpty ? findings : told).map(\.words.grade.grade).min() ?? .speculative
    }

    var isDetected: Bool { findings.contains(where: \.words.isDetected) }
    var hasFall: Bool { findings.contains { $0.words.finding == .lower } }

    /// " (disputed)", where the grade needs it.
    var parenthesis: String {
        let caveat = GradeWords(grade: grade).caveat
        return caveat.isEmpty ? "" : " (\(caveat))"
    }

    /// Such as "dp-ucMGP comes out 105 to 311 pmol/L lower with 3 of 4 courses, most with “A” (speculation)".
    ///
    /// - Parameter isGroup: whether the sentence has said which courses these are, so that all of them need no names.
    func text(startsSentence: Bool = true, isGroup: Bool = false) -> String {
        let label = findings[0].words.label
        if isDetected {
            let subject = startsSentence ? label : DifferenceWords.insideSentence(label)
            return "\(subject) \(predicate(isGroup: isGroup))"
        }
        let start = startsSentence ? "No" : "no"
        let subject = findings.count == 1 ? "“\(findings[0].arm)” does not change" : "\(start) course changes"
        return "\(subject) \(DifferenceWords.insideSentence(label)) by more than the model can tell\(parenthesis)"
    }

    /// What follows the output's name where a difference is told.
    func predicate(isGroup: Bool = false) -> String {
        let clauses = [DifferenceWords.Finding.lower, .higher].compactMap { clause($0, isGroup: isGroup) }
        return "\(GradeWords(grade: grade).verb) \(PlainList.joined(clauses))\(parenthesis)"
    }

    private func clause(_ finding: DifferenceWords.Finding, isGroup: Bool) -> String? {
        let chosen = findings.filter { $0.words.finding == finding }
        guard let first = chosen.first else { return nil }
        let direction = finding == .higher ? "higher" : "lower"
        let unit = first.words.unit.isEmpty || first.words.unit == "1" ? "" : "\u{A0}\(first.words.unit)"
        if chosen.count == 1 {
            let difference = first.words.difference
            let texts = NumberText.values([difference.median, difference.lower, difference.upper], signed: true)
            let size = texts[0].drop { $0 == "+" || $0 == "−" }
            return "\(size)\(unit) \(direction) (\(texts[1]) to \(texts[2])) with “\(first.arm)”"
        }
        let sizes = chosen.map { abs($0.words.difference.median) }.sorted()
        let texts = NumberText.values([sizes[0], sizes[sizes.count - 1]])
        let size = texts[0] == texts[1] ? texts[0] : texts.joined(separator: " to ")
        let all = chosen.count == 2 ? "both courses" : "all \(chosen.count) courses"
        let subject = isGroup && chosen.count == findings.count ? all : courses(chosen)
        return "\(size)\(unit) \(direction) with \(subject)"
    }

    /// The names, where they are few words; else how many, and the one with the largest change.
    private func courses(_ chosen: [(arm: String, words: DifferenceWords)]) -> String {
        let names = chosen.map { "“\($0.arm)”" }
        let wordCount = names.reduce(0) { $0 + $1.split(separator: " ").count }
        if wordCount <= Self.longestList { return PlainList.joined(names) }
        let largest = chosen.max { abs($0.words.difference.median) < abs($1.words.difference.median) }
        let most = largest.map { ", most with “\($0.arm)”" } ?? ""
        return "\(chosen.count) of \(findings.count) courses\(most)"
    }
}
