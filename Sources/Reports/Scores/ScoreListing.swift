import Studies

/// Scores for a terminal: one line an observation where it fits, causes and remarks below.
public struct ScoreListing: Sendable {
    public let scores: [StudyScore]

    public init(_ scores: [StudyScore]) { self.scores = scores }

    /// Scores by target, such as all of EF1: what stands before the first hyphen of a study's identifier; targets and scores in
    /// order of first appearance.
    public var targets: [(target: String, scores: [StudyScore])] {
        var order: [String] = []
        var groups: [String: [StudyScore]] = [:]
        for score in scores {
            if groups[score.target] == nil { order.append(score.target) }
            groups[score.target, default: []].append(score)
        }
        return order.map { (target: $0, scores: groups[$0] ?? []) }
    }

    /// Lines of at most `width` characters, target by target.
    public func text(width: Int = 110) -> String {
        let scores = targets.flatMap(\.scores)
        let columns: [TextTable.Column] = [
            .init(title: "study"), .init(title: "use"), .init(title: "quantity", wraps: true),
            .init(title: "predicted (90 % range)", isNumber: true), .init(title: "observed ± SE", isNumber: true),
            .init(title: "z", isNumber: true), .init(title: ""),
        ]
        let cells = scores.map { score in
            [
                score.study, String(score.use.rawValue.prefix(3)), score.quantityText, score.predictionText,
                score.observedText, score.zText, score.markText,
            ]
        }
        var lines = TextTable(columns, rows: cells).lines(width: width)
        lines += [""] + Paragraph.lines(verdict, width: width) + Paragraph.lines(legend, width: width)
        let missed = scores.filter { $0.isMet == false || $0.predicted == nil }
        lines += section("Causes of misses", of: missed, width: width)
        let unscored = scores.filter { $0.isMet == nil && $0.predicted != nil }
        lines += section("Not scored", of: unscored, width: width)
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many observations of each use are met.
    public var verdict: String {
        let parts = ObservedStudy.Use.allCases.compactMap { use -> String? in
            let judged = scores.filter { $0.use == use && $0.isMet != nil }
            guard !judged.isEmpty else { return nil }
            return "\(use.rawValue): \(judged.count { $0.isMet == true }) of \(judged.count) met"
        }
        let unjudged = scores.count { $0.isMet == nil }
        let text = (parts + (unjudged > 0 ? ["\(unjudged) not scored"] : [])).joined(separator: "; ") + "."
        return text.firstCapital
    }

    /// What z and the marks mean, and over how many draws ranges are.
    var legend: String {
        var text = "z = (predicted − observed) ÷ standard error (SE) of the study's mean or contrast; up to 2 is met."
        if scores.contains(where: \.hasAssumedError) {
            text += " ≈: the study gives no SE; it is assumed, with the reason in the study's file."
        }
        let counts = Set(scores.map(\.drawCount)).sorted()
        if let least = counts.first, let most = counts.last, least < most {
            text += " Draws: \(least) to \(most), fewer for long courses, more for shares of people."
        } else if let count = counts.first {
            text += " Draws: \(count)."
        }
        return text
    }

    /// Each cause once, with the study it belongs to.
    private func section(_ title: String, of scores: [StudyScore], width: Int) -> [String] {
        var seen: Set<String> = []
        let entries = scores.filter { !$0.cause.isEmpty }.map { score -> String in
            let words = score.cause.onOneLine
            return "\(score.study)\(score.hasStatedCause ? ", \(score.arm)" : ""): \(words)"
        }.filter { seen.insert($0).inserted }
        guard !entries.isEmpty else { return [] }
        return ["", title] + entries.flatMap { Paragraph.lines("  \($0)", width: width - 2, indent: "    ") }
    }
}

extension StudyScore {
    /// Beginning of the study's identifier: `EF1` of `EF1-AVADEC`.
    var target: String { String(study.prefix { $0 != "-" }) }

    /// `plasma.mk4 area from 0 h to 24 h, low fat [ng·h/mL]`
    var quantityText: String {
        let contrast = against.map { " against \($0)" } ?? ""
        return "\(output) \(statistic), \(arm)\(contrast)" + (unit == "1" ? "" : " [\(unit)]")
    }

    var predictionText: String {
        guard let predicted else { return "not simulated" }
        // What is small beside the observation, its error and the range is the solver's rounding.
        let scale = [observed, standardError, predictedLower, predictedUpper].compactMap { $0.map(abs) }.max() ?? 0
        func clean(_ value: Double) -> Double { abs(value) < 1e-4 * scale ? 0 : value }
        guard let lower = predictedLower, let upper = predictedUpper else { return NumberText.value(clean(predicted)) }
        let ends = [clean(lower), clean(upper)]
        if ends == [0, 0] { return "0" }
        return NumberText.interval(Interval(lower: ends[0], median: clean(predicted), upper: ends[1]))
    }

    /// `371 ± 46`, `≈` before an assumed error; a limit or direction in words.
    var observedText: String {
        guard let observed else { return limit ?? "–" }
        guard let standardError else { return NumberText.value(observed) }
        let texts = NumberText.values([observed, standardError])
        return "\(texts[0]) ± \(hasAssumedError ? "≈" : "")\(texts[1])"
    }

    var zText: String { z.map { (hasAssumedError ? "≈" : "") + NumberText.score($0) } ?? "–" }

    /// `!` for a miss; a limit or direction that holds has no z, so it says so.
    var markText: String { isMet == false ? "!" : z == nil && isMet == true ? "met" : "" }
}
