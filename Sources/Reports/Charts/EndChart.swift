import Studies

/// Differences between arms at the end, an arm a line: a forest plot of one output.
enum EndChart {
    /// - Returns: `nil` where no arm differs from what it is compared with.
    static func make(of output: String, in report: Report, identifier: String) -> Chart? {
        let result = report.result
        var rows: [JSONValue] = []
        var shown: [String] = []
        var isFlat = true
        for (arm, series) in result.series(output) {
            guard let words = report.words(for: series), words.difference.isFinite else { continue }
            let difference = words.difference
            isFlat = isFlat && words.finding == .same
            shown.append(arm.name)
            rows.append([
                "arm": .string(arm.name), "against": .string(arm.reference ?? ""),
                "lower": TimeChart.rounded(difference.lower),
                "median": TimeChart.rounded(difference.median), "upper": TimeChart.rounded(difference.upper),
                "told": .bool(words.isDetected), "words": .string(words.short),
                "text": .string(NumberText.interval(difference, signed: true)),
            ])
        }
        guard !shown.isEmpty, !isFlat, let first = result.series(output).first?.series else { return nil }
        let arms = ArmScale(result)
        let description =
            "Differences in \(first.label) from \(result.comparison) after"
            + " \(TimeScale.words(result.times.last ?? 0)) in \(AxisTitle.words(first.unit)), a line per course of action with its 90 %"
            + " range; a full dot is a difference the model tells from zero."
        return Chart(
            identifier, description: description, height: .number(Double(30 * shown.count)),
            body: [
                "data": ["values": .array(rows)],
                "encoding": [
                    "y": [
                        "field": "arm", "type": "nominal", "title": nil, "sort": nil,
                        "axis": [
                            "labelFontSize": 13, "labelLimit": 150, "minExtent": 150, "maxExtent": 150, "grid": true,
                        ],
                    ],
                    "color": arms.colorChannel(shown, legend: false),
                    "tooltip": [
                        ["field": "arm", "type": "nominal", "title": "course"],
                        ["field": "against", "type": "nominal", "title": "against"],
                        [
                            "field": "text", "type": "nominal",
                            "title": .string(AxisTitle.labelled("difference", first.unit)),
                        ],
                        ["field": "words", "type": "nominal", "title": "in words"],
                    ],
                ],
                "layer": .array(layers(unit: first.unit, color: arms.colorChannel(shown, legend: false))),
            ])
    }

    private static func layers(unit: String, color: JSONValue) -> [JSONValue] {
        let told: JSONValue = ["test": "datum.told"]
        let axis: JSONValue = ["tickCount": 5, "grid": false, "domain": true]
        let scale: JSONValue = ["zero": true, "padding": 8]
        func x(_ field: JSONValue) -> JSONValue {
            let title = AxisTitle.labelled("difference", unit)
            return ["field": field, "type": "quantitative", "title": .string(title), "axis": axis, "scale": scale]
        }
        return [
            [
                "mark": ["type": "rule", "color": "#7A7F87"],
                "encoding": ["x": ["datum": 0, "type": "quantitative"], "y": nil, "color": nil, "tooltip": nil],
            ],
            ["mark": ["type": "rule", "strokeWidth": 3], "encoding": ["x": x("lower"), "x2": ["field": "upper"]]],
            [
                "mark": ["type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1],
                "encoding": [
                    "x": x("median"),
                    "fill": ["condition": told.adding(color), "value": "white"],
                ],
            ],
        ]
    }
}
