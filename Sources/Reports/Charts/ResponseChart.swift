import Studies

/// Values at the end by arm, in the arms' order: a response to doses, ages or intakes.
enum ResponseChart {
    /// - Parameter axis: what the arms are values of; empty where their names say it.
    /// - Returns: `nil` where no arm has a number.
    static func make(of output: String, in result: StudyResult, axis: String = "", identifier: String) -> Chart? {
        let present = result.series(output)
        let rows = present.compactMap { arm, series -> JSONValue? in
            let value = series.values[result.lastTimeIndex]
            guard value.isFinite else { return nil }
            return [
                "arm": .string(arm.name), "lower": TimeChart.rounded(value.lower),
                "median": TimeChart.rounded(value.median), "upper": TimeChart.rounded(value.upper),
                "text": .string(NumberText.interval(value)),
            ]
        }
        guard let first = present.first?.series, !rows.isEmpty else { return nil }
        let names = present.map { "“\($0.arm.name)”" }
        let by = axis.isEmpty ? "" : " by \(axis)"
        let description =
            "\(first.label) in \(AxisTitle.words(first.unit)) after \(TimeScale.words(result.times.last ?? 0)), with 90 % ranges,\(by) for "
            + "\(PlainList.joined(names))."
        func y(_ field: JSONValue) -> JSONValue {
            [
                "field": field, "type": "quantitative",
                "title": .string(AxisTitle.text(unit: first.unit, isDifference: false)), "axis": ["tickCount": 5],
                "scale": ["zero": false, "padding": 6],
            ]
        }
        return Chart(
            identifier, description: description, height: 230,
            body: [
                "data": ["values": .array(rows)],
                "encoding": [
                    "x": [
                        "field": "arm", "type": "nominal", "sort": nil, "title": axis.isEmpty ? nil : .string(axis),
                        "axis": ["labelAngle": 0, "labelLimit": 110, "grid": false, "domain": true],
                    ],
                    "tooltip": [
                        ["field": "arm", "type": "nominal", "title": "for"],
                        [
                            "field": "text", "type": "nominal",
                            "title": .string(AxisTitle.labelled("value", first.unit)),
                        ],
                    ],
                ],
                "layer": [
                    [
                        "mark": ["type": "line", "color": "#0072B2", "strokeWidth": 1.2, "opacity": 0.45],
                        "encoding": ["y": y("median")],
                    ],
                    [
                        "mark": ["type": "rule", "color": "#0072B2", "strokeWidth": 3, "opacity": 0.45],
                        "encoding": ["y": y("lower"), "y2": ["field": "upper"]],
                    ],
                    [
                        "mark": ["type": "point", "filled": true, "size": 80, "opacity": 1, "color": "#0072B2"],
                        "encoding": ["y": y("median")],
                    ],
                ],
            ])
    }
}
