extension Report {
    /// The results that matter most, a course a row.
    var glanceSection: Markup {
        let overview = Overview(self)
        let columns =
            [PageTable.Column(title: "Course")]
            + overview.columns.map { .init(title: AxisTitle.labelled($0.title, $0.unit), isNumber: true) }
            + [.init(title: "Evidence")]
        let rows = overview.rows.map { row -> [Markup] in
            ["\(swatch(row.arm.name))\(row.arm.name)"] + row.cells.map { "\($0)" } + [row.grade.badge]
        }
        let horizon = TimeScale.words(result.times.last ?? 0)
        let from = result.comparisonSentence.isEmpty ? "from \(result.comparison)" : "between courses"
        let comparison: Markup =
            result.comparedArms.isEmpty
            ? ""
            : " Differences are \(from), with the range that holds 90\u{A0}% of simulations. \(result.comparisonSentence)"
        return """
            <section id="glance" class="wide">
            <h2>At a glance, after \(horizon)</h2>
            <p>Values are medians.\(comparison) The badge is the weakest evidence of its row.</p>
            \(PageTable(caption: "Main results after \(horizon)", columns: columns, rows: rows).markup)
            </section>
            """
    }
}
