import Claims
import Studies

/// A picture of a claim with what stands above it.
struct ClaimFigure: Sendable {
    let heading: String
    let note: String
    let chart: Chart
    /// What its style sheet calls it besides a panel.
    var kind = ""

    var markup: Markup {
        """
        <figure class="panel\(kind.isEmpty ? "" : " \(kind)")">
        <figcaption><h4>\(heading)</h4></figcaption>
        <p class="quiet">\(note)</p>
        <div class="chart" id="\(chart.identifier)"></div>
        </figure>
        """
    }
}

extension ClaimsReport {
    /// Pictures of a claim, that of the deciding test first.
    func figures(of claim: ClaimResult) -> [ClaimFigure] {
        var figures: [ClaimFigure] = []
        for picture in claim.pictures {
            let suffix = figures.isEmpty ? "" : "-\(figures.count + 1)"
            if let figure = figure(picture, identifier: "picture-\(claim.id)\(suffix)") { figures.append(figure) }
        }
        return figures
    }

    private func figure(_ picture: ClaimPicture, identifier: String) -> ClaimFigure? {
        switch picture {
        case .course(let scenario, let output, let arm, let against):
            course(scenario, output: output, arm: arm, against: against, identifier: identifier)
        case .studies(let lines):
            ClaimFigure(
                heading: "What studies found",
                note: "Triangle: supports the claim; dot: cannot tell; square: speaks against it. Hollow: not counted."
                    + (lines.contains { $0.effect != nil } ? " Line: 95\u{A0}% interval." : " No interval was read."),
                chart: StudiesChart.make(lines, identifier: identifier), kind: "forest")
        case .comparison(let sides):
            ClaimFigure(
                heading: "The numbers",
                note: "It is claimed that the first is \(sides.sign == "<" ? "less" : "more") than the second; that "
                    + (sides.holds ? "holds." : "fails."),
                chart: ComparisonChart.make(sides, identifier: identifier))
        case .aspects(let needed, let found, let lines):
            ClaimFigure(
                heading: "What was needed and what was found", note: "✓ fits, ✗ differs, ? not known.",
                chart: AspectChart.make(needed: needed, found: found, lines, identifier: identifier))
        }
    }

    /// The difference over time where one is asked about and there is one, else the values.
    private func course(
        _ scenario: String, output: String, arm: String, against: String?, identifier: String
    ) -> ClaimFigure? {
        guard let study = studies[scenario] else { return nil }
        let wanted = [against, arm].compactMap(\.self)
        var shown = study
        shown.arms = study.arms.filter { wanted.contains($0.name) }.map { own in
            var own = own
            own.reference = own.name == arm ? against : nil
            // A difference is drawn only where it is the one that was asked about.
            if study.arms.first(where: { $0.name == own.name })?.reference != own.reference {
                for index in own.series.indices { own.series[index].difference = nil }
            }
            return own
        }
        shown.referenceArm = against ?? arm
        let subjects: [TimeChart.Subject] = against == nil ? [.values] : [.differences, .values]
        let charts = subjects.lazy.compactMap { TimeChart.make($0, of: output, in: shown, identifier: identifier) }
        guard let chart = charts.first else { return nil }
        let series = study.series(output).first?.series
        let heading = AxisTitle.labelled(
            "\(series?.label ?? output), “\(arm)”" + (against.map { " against “\($0)”" } ?? ""), series?.unit ?? "")
        return ClaimFigure(
            heading: heading,
            note:
                "In the model. \(study.title). Line: median; band: 90\u{A0}% of \(study.manifest.drawCount) simulations.",
            chart: chart)
    }
}
