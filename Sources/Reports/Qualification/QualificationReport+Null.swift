import Studies

extension QualificationReport {
    /// What studies say together of an effect that may be none, and what they cannot.
    var nullSection: Markup {
        guard let effect = evidence.nullEffect, !effect.contrasts.isEmpty else { return "" }
        let rows = effect.contrasts.flatMap { contrast -> [[Markup]] in
            [("before the trials", contrast.prior), ("after", contrast.posterior)].map { name, odds in
                [
                    "\(contrast.study), \(contrast.output) \(contrast.statistic)<small>\(contrast.arm) against \(contrast.against), \(name)</small>",
                    "\(NumberText.percent(odds.median)) (\(NumberText.percent(odds.lower)) to \(NumberText.percent(odds.upper)))",
                    "\(NumberText.percent(odds.slowing))",
                    "\(NumberText.percent(odds.negligible))", "\(NumberText.percent(odds.speeding))",
                ]
            }
        }
        let table = PageTable(
            caption: "Change of progression by vitamin K, relative to that without it",
            columns: [
                .init(title: "Contrast"), .init(title: "Change (90 % range)", isNumber: true),
                .init(title: "Slower", isNumber: true),
                .init(title: "Negligible", isNumber: true), .init(title: "Faster", isNumber: true),
            ], rows: rows)
        let detectable = effect.contrasts.map { "\($0.study), \($0.output): \(NumberText.percent($0.detectable))" }
        let open = qualification.unidentified.map { item -> Markup in "<li>\(item)</li>" }
        let first = effect.sample.marginals.first
        return """
            <section id="null" class="wide">
            <h2>An effect that may be none: vitamin K on calcification</h2>
            <p>The trials that scanned calcium were fitted together, given how much vitamin K activates MGP as the fit to trials of dp-ucMGP left it, \
            and with the effect centred on none beforehand \
            (\(first?.identifier ?? "effect"), now \(text(first?.median)), \(text(first?.lower)) to \(text(first?.upper)); above zero with probability \
            \(NumberText.percent(effect.probabilityOfBenefit)); k̂ \(text(effect.sample.paretoShape))). Negligible is a change of progression by less than \
            \(NumberText.percent(effect.threshold)): the trials themselves find in four of five times only changes of \(PlainList.joined(detectable)). \
            Trials of stiffness are left out, since none gave a number that was read. The posterior is reported and not used: studies still draw the effect centred on none, so that a simulation \
            adds nothing to the trials.</p>
            \(table.markup)
            \(figure(
                nullChart, "Chances after the trials",
                "Slower, negligible or faster progression, before and after the trials."))
            <h3>What the trials cannot identify</h3>
            <ul>\(open.joined())</ul>
            \(profileTable(effect.profiles.profiles, caption: "Profiles of the effect's numbers, priors left out").markup)
            </section>
            """
    }

    var nullChart: Chart? {
        guard let effect = evidence.nullEffect, !effect.contrasts.isEmpty else { return nil }
        let rows = effect.contrasts.flatMap { contrast -> [JSONValue] in
            [("before", contrast.prior), ("after", contrast.posterior)].flatMap { name, odds -> [JSONValue] in
                [("1 slower", odds.slowing), ("2 negligible", odds.negligible), ("3 faster", odds.speeding)].map {
                    kind, share in
                    [
                        "name": .string("\(contrast.study), \(contrast.output), \(name)"), "kind": .string(kind),
                        "share": TimeChart.rounded(share),
                    ]
                }
            }
        }
        return Chart(
            "null",
            description:
                "Probability of slower, negligible and faster progression for each contrast, before and after the trials.",
            height: .number(Double(30 * 2 * effect.contrasts.count)),
            body: [
                "data": ["values": .array(rows)],
                "mark": ["type": "bar", "height": 18],
                "encoding": [
                    "y": [
                        "field": "name", "type": "nominal", "sort": nil, "title": nil,
                        "axis": ["labelLimit": 260, "minExtent": 260, "maxExtent": 260],
                    ],
                    "x": [
                        "field": "share", "type": "quantitative", "title": "probability", "scale": ["domain": [0, 1]],
                    ],
                    "color": [
                        "field": "kind", "type": "nominal",
                        "scale": [
                            "domain": ["1 slower", "2 negligible", "3 faster"],
                            "range": ["#009E73", "#B8BCC2", "#D55E00"],
                        ],
                        "legend": ["symbolType": "square", "labelExpr": "substring(datum.label, 2)"],
                    ],
                    "order": ["field": "kind", "type": "nominal"],
                ],
            ])
    }
}
