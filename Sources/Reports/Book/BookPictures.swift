import Studies

/// The figures of the book, each in the chapter of its component.
struct BookPictures {
    private struct Picture {
        let figure: BookFigure
        let component: String
        let position: Int
        let result: StudyResult
        let panels: [(series: StudyResult.Series, chart: Chart)]
    }

    private let pictures: [Picture]

    init(_ book: ModelBook) {
        let components = Set(book.model.components.map(\.name))
        pictures = book.book.figures.enumerated().compactMap { position, figure in
            guard var result = book.figureResults[position] else { return nil }
            if !figure.showsRanges { result.dropRanges() }
            let panels = result.outputIdentifiers.enumerated().compactMap { index, output in
                result.series(output).first.flatMap { first in
                    Self.chart(figure, of: output, in: result, identifier: "figure-\(position)-\(index)")
                        .map { (series: first.series, chart: $0) }
                }
            }
            return Picture(
                figure: figure, component: Self.nearest(figure.component, among: components), position: position,
                result: result, panels: panels)
        }
    }

    private static func chart(
        _ figure: BookFigure, of output: String, in result: StudyResult, identifier: String
    ) -> Chart? {
        switch figure.form {
        case .course: TimeChart.make(.values, of: output, in: result, legend: false, identifier: identifier)
        case .response: ResponseChart.make(of: output, in: result, axis: figure.axis, identifier: identifier)
        }
    }

    /// The component itself, else the nearest one around it.
    private static func nearest(_ name: String, among components: Set<String>) -> String {
        var name = name[...]
        while !components.contains(String(name)), let dot = name.lastIndex(of: ".") { name = name[..<dot] }
        return String(name)
    }

    var charts: [Chart] { pictures.flatMap { $0.panels.map(\.chart) } }

    func markup(forComponent name: String) -> Markup {
        pictures.filter { $0.component == name }.map(markup).joined()
    }

    private func markup(_ picture: Picture) -> Markup {
        let panels = picture.panels.map { panel -> Markup in
            """
            <div class="panel">
            <div class="caption"><h4>\(AxisTitle.labelled(panel.series.label, panel.series.unit))</h4>\
            \(GradeWords(grade: panel.series.evidenceGrade).badge)</div>
            \(PageFrame.place(panel.chart))
            </div>
            """
        }
        let draws = picture.result.manifest.drawCount
        let range = picture.figure.showsRanges ? " with the range that holds 90\u{A0}% of them" : ""
        let bands = draws > 1 ? " Medians of \(draws) draws\(range)." : ""
        let width = [1: " of-one", 3: " of-three"][panels.count] ?? ""
        return """
            <figure class="picture" data-group="figure-\(picture.position)">
            <figcaption><b>\(picture.figure.title).</b> \(picture.figure.caption)\(bands)</figcaption>
            \(key(picture))
            <div class="panels\(width)">\(panels.joined())</div>
            </figure>
            """
    }

    /// Which line is which, once for all panels of a figure.
    private func key(_ picture: Picture) -> Markup {
        let arms = picture.result.arms.map(\.name)
        guard case .course = picture.figure.form, arms.count > 1 else { return "" }
        let scale = ArmScale(picture.result)
        let items = arms.map { arm -> Markup in "<li>\(scale.stroke(arm))\(arm)</li>" }
        return "<ul class=\"key\">\(items.joined())</ul>"
    }
}

extension StudyResult {
    /// Leaves the medians alone.
    fileprivate mutating func dropRanges() {
        for armIndex in arms.indices {
            for index in arms[armIndex].series.indices {
                let median = arms[armIndex].series[index].values.median
                arms[armIndex].series[index].values = Band(lower: median, median: median, upper: median)
            }
        }
    }
}
