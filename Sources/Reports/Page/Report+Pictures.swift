import Studies

extension Report {
    /// Every picture with a name that does not depend on what outputs are called.
    var charts: [Chart] { panels.flatMap { [$0.values, $0.difference, $0.end].compactMap(\.self) } }

    private struct Panel {
        let label: String
        let series: StudyResult.Series
        let meaning: String
        let values: Chart?
        let difference: Chart?
        let end: Chart?
    }

    private var panels: [Panel] {
        outputsInOrder.enumerated().compactMap { index, output in
            guard let series = result.series(output).first?.series else { return nil }
            return Panel(
                label: series.label, series: series,
                meaning: presentTopics.first { $0.outputs.contains(output) }?.meaning ?? "",
                values: TimeChart.make(.values, of: output, in: result, identifier: "values-\(index)"),
                difference: TimeChart.make(.differences, of: output, in: result, identifier: "difference-\(index)"),
                end: EndChart.make(of: output, in: self, identifier: "end-\(index)"))
        }
    }

    /// Medians with bands over time, differences over time, and differences at the end.
    var picturesSection: Markup {
        let panels = panels
        let figures = panels.map(figure)
        let ends = panels.filter { $0.end != nil }.map(endFigure)
        let endBlock: Markup =
            ends.isEmpty
            ? ""
            : """
            <h3>Differences at the end, side by side</h3>
            <p>Each line is the 90\u{A0}% range of the difference from \(result.comparison) after \
            \(TimeScale.words(result.times.last ?? 0)). \(result.comparisonSentence) A full dot: the model tells it from zero. An empty dot: it cannot.</p>
            <div class="ends">\(ends.joined())</div>
            """
        let choice = result.arms.count > 1 ? "Choose courses of action with the buttons. " : ""
        // Paper has neither buttons nor a pointer.
        let hint: Markup = "<span class=\"onscreen\">\(choice)Point at a line for its numbers.</span>"
        return """
            <section id="pictures" class="wide">
            <h2>Pictures</h2>
            <p>Lines are medians, bands hold 90\u{A0}% of simulations. \(hint)</p>
            \(picker)
            <noscript><p class="note">Pictures need JavaScript; the tables below hold the values at the end.</p></noscript>
            <div class="panels">\(figures.joined())</div>
            \(endBlock)
            </section>
            """
    }

    /// Buttons that select arms in all pictures, for the keyboard too.
    private var picker: Markup {
        guard result.arms.count > 1 else { return "" }
        let buttons = result.arms.map { arm -> Markup in
            """
            <button type="button" aria-pressed="false" data-arm="\(arm.name)">\(stroke(arm.name))\(arm.name)</button>
            """
        }
        return "<div class=\"picker\" role=\"group\" aria-label=\"Courses of action to show\">\(buttons.joined())</div>"
    }

    private func figure(_ panel: Panel) -> Markup {
        let same: Markup =
            result.comparedArms.isEmpty
            ? "" : "<p class=\"quiet\">No course changes this by more than the solver’s error.</p>"
        let difference: Markup =
            panel.difference.map { "<h4>Difference from \(result.comparison)</h4>\(PageFrame.place($0))" } ?? same
        let meaning: Markup = panel.meaning.isEmpty ? "" : "<p class=\"quiet\">\(panel.meaning).</p>"
        return """
            <figure class="panel" data-output="\(panel.series.output)">
            <figcaption><h3>\(panel.label)</h3>\(GradeWords(grade: panel.series.evidenceGrade).badge)</figcaption>
            \(meaning)
            \(panel.values.map(PageFrame.place) ?? "")
            \(difference)
            </figure>
            """
    }

    private func endFigure(_ panel: Panel) -> Markup {
        """
        <figure class="panel">
        <figcaption><h4>\(panel.label)</h4>\(GradeWords(grade: panel.series.evidenceGrade).badge)</figcaption>
        \(panel.end.map(PageFrame.place) ?? "")
        </figure>
        """
    }
}
