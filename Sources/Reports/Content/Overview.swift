import Modeling
import Studies

/// The results at the end that matter most, an arm a row, for a quick look.
struct Overview: Sendable {
    struct Column: Sendable {
        let title: String
        /// Empty where there is none.
        let unit: String
    }

    struct Row: Sendable {
        let arm: StudyResult.Arm
        /// A cell for each column.
        let cells: [String]
        /// The weakest grade of what the row shows.
        let grade: GradeWords
    }

    /// The first column is the arm's name, not listed here.
    let columns: [Column]
    let rows: [Row]

    private enum Content { case median, difference }

    init(_ report: Report) {
        let result = report.result
        let chosen = report.presentTopics.filter { $0.columnTitle != nil }
        var plan: [(output: String, title: String, content: Content)] = chosen.flatMap { topic in
            let output = topic.outputs[0]
            let title = topic.columnTitle ?? ""
            let median = (output: output, title: title, content: Content.median)
            return topic.telling == .course ? [median, (output, "\(title) difference", .difference)] : [median]
        }
        if plan.isEmpty {
            plan = report.mainOutputs.prefix(4).map { ($0, result.series($0).first?.series.label ?? $0, .median) }
            if let first = plan.first { plan.insert((first.output, "difference", .difference), at: 1) }
        }
        if result.comparedArms.isEmpty { plan.removeAll { $0.content == .difference } }
        columns = plan.map { item in
            let unit = result.series(item.output).first?.series.unit ?? ""
            return Column(title: item.title, unit: unit == "1" ? "" : unit)
        }
        rows = result.arms.map { arm in
            let series = plan.map { item in arm.series.first { $0.output == item.output } }
            let cells = zip(plan, series).map { item, series in
                series.map { Self.cell($0, item.content, in: report) } ?? NumberText.missing
            }
            let grade = series.compactMap { $0?.evidenceGrade }.min() ?? .speculative
            return Row(arm: arm, cells: cells, grade: GradeWords(grade: grade))
        }
    }

    private static func cell(_ series: StudyResult.Series, _ content: Content, in report: Report) -> String {
        if content == .median { return NumberText.value(series.values[report.result.lastTimeIndex].median) }
        guard let words = report.words(for: series) else { return "–" }
        return words.finding == .same ? "the same" : NumberText.interval(words.difference, signed: true)
    }
}
