import Studies

extension Report {
    /// Per arm what the main outputs come to, in words and numbers, with the grade of each.
    var armsSection: Markup {
        let horizon = TimeScale.words(result.times.last ?? 0)
        let blocks = result.arms.map(block(for:))
        return """
            <section id="arms">
            <h2>Course by course, after \(horizon)</h2>
            <p>Each value is the median with the range that holds 90\u{A0}% of simulations. A difference is told only where \
            its whole range lies on one side of zero. The badge says how well the mechanism behind a result is supported:</p>
            \(GradeWords.legend)
            \(blocks.joined())
            </section>
            """
    }

    private func block(for arm: StudyResult.Arm) -> Markup {
        let isReference = arm.reference == nil
        let note = arm.reference.map { "Compared with “\($0)”." } ?? "The others are compared with this one."
        let doses = arm.regimens.isEmpty ? "Nothing taken." : arm.regimens.joined(separator: "; ") + "."
        let rows = presentTopics.flatMap { topic in
            topic.outputs.compactMap { output in
                arm.series.first { $0.output == output }.map { row(for: $0, topic: topic, isReference: isReference) }
            }
        }
        var columns = [PageTable.Column(title: "Result"), .init(title: "At the end", isNumber: true)]
        if !isReference { columns.append(.init(title: "Difference", isNumber: true)) }
        columns.append(.init(title: "Evidence"))
        let table = PageTable(caption: "\(arm.name): results at the end", columns: columns, rows: rows)
        return """
            <details class="arm"\(arm.name == result.arms.first?.name ? " open" : "")>
            <summary><h3>\(swatch(arm.name))\(arm.name)</h3></summary>
            <p class="quiet">\(doses) \(note)</p>
            \(table.markup)
            </details>
            """
    }

    private func row(for series: StudyResult.Series, topic: ReportTopic, isReference: Bool) -> [Markup] {
        let heading: Markup =
            topic.title.isEmpty
            ? "\(series.label)"
            : "\(series.label)<small>\(topic.title)</small>"
        var cells = [heading, cell(series.values[result.lastTimeIndex], unit: series.unit, signed: false)]
        if !isReference {
            cells.append(words(for: series).map { difference($0) } ?? "\(NumberText.missing)")
        }
        let badge = GradeWords(grade: series.evidenceGrade).badge
        cells.append("<div>\(badge)<small>\(series.gradeReason)</small></div>")
        return cells
    }

    private func difference(_ words: DifferenceWords) -> Markup {
        let kind = words.isDetected ? "told" : "untold"
        guard words.finding != .same else { return "<div class=\"\(kind)\">\(words.short)</div>" }
        let numbers = cell(words.difference, unit: words.unit, signed: true)
        return "<div class=\"\(kind)\">\(numbers)<small class=\"words\">\(words.short)</small></div>"
    }

    /// The median with its unit and, below, its range.
    private func cell(_ interval: Interval, unit: String, signed: Bool) -> Markup {
        guard interval.isFinite else { return "\(NumberText.missing)" }
        let texts = NumberText.values([interval.median, interval.lower, interval.upper], signed: signed)
        let shownUnit = unit == "1" ? "" : unit
        return """
            <div><b>\(texts[0])</b> <span class="unit">\(shownUnit)</span><small>\(texts[1]) to \(texts[2])</small></div>
            """
    }
}
