import Studies

extension Report {
    /// What a terminal shows after a run: safety first, then one table, an arm a row.
    ///
    /// - Parameter width: longest line [characters].
    public func summary(width: Int = 100) -> String {
        var lines = result.safety.flatMap { Paragraph.lines("! " + $0, width: width, indent: "  ") }
        let horizon = TimeScale.words(result.times.last ?? 0)
        lines += [""] + Paragraph.lines("\(result.title): medians after \(horizon)", width: width) + [""]
        lines += overviewTable(width: width)
        let notes = [
            result.comparedArms.isEmpty
                ? ""
                : result.comparisonSentence.isEmpty
                    ? "Differences are from \(result.comparison), with the range of 90\u{A0}%."
                    : "Differences have the range of 90\u{A0}%. \(result.comparisonSentence)",
            rangeSentence,
            "Evidence: the weakest grade of what the row shows; each result's own stands in the page.",
        ]
        lines += [""] + notes.filter { !$0.isEmpty }.flatMap { Paragraph.lines($0, width: width) }
        if result.failureCount > 0 {
            let total = result.manifest.drawCount * result.arms.count
            lines.append("\(result.failureCount) of \(total) simulations failed; the ranges are over the others.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Columns are left out from the right where the table would be too wide.
    private func overviewTable(width: Int) -> [String] {
        let overview = Overview(self)
        var count = overview.columns.count
        while true {
            let columns =
                [TextTable.Column(title: "course", wraps: true)]
                + overview.columns.prefix(count).map {
                    TextTable.Column(title: $0.title, unit: $0.unit, isNumber: true)
                }
                + [TextTable.Column(title: "evidence")]
            let rows = overview.rows.map { row in
                [row.arm.name] + row.cells.prefix(count) + ["\(row.grade.grade)"]
            }
            let lines = TextTable(columns, rows: rows).lines(width: width)
            if count == 0 || lines.allSatisfy({ $0.count <= width }) { return lines }
            count -= 1
        }
    }
}
