import Claims

/// The two sides of a comparison of numbers as bars.
enum ComparisonChart {
    static func make(_ comparison: ClaimPicture.Comparison, identifier: String) -> Chart {
        let sides = [(comparison.left, comparison.leftValue), (comparison.right, comparison.rightValue)]
        let largest = sides.map(\.1).max() ?? 0
        let rows = sides.enumerated().map { index, side -> JSONValue in
            [
                "side": .string("\(index)"), "value": TimeChart.rounded(side.1),
                "text": .string(words(side.1, comparison)),
                "name": .string(side.0),
            ]
        }
        let names = sides.enumerated().map { index, side in
            (key: "\(index)", value: JSONValue.array(Paragraph.lines(side.0, width: 26).map(JSONValue.string)))
        }
        let told = sides.map { "\($0.0): \(words($0.1, comparison))" }
        return Chart(
            identifier, description: "Two bars. \(told.joined(separator: "; ")).", height: 110,
            body: [
                "params": [["name": "names", "value": .object(names)]],
                "data": ["values": .array(rows)],
                "encoding": [
                    "y": [
                        "field": "side", "type": "nominal", "title": nil, "sort": nil,
                        "axis": ["labelFontSize": 12, "labelLimit": 190, "labelExpr": "names[datum.value]"],
                    ],
                    "x": [
                        "field": "value", "type": "quantitative", "title": .string(comparison.unit),
                        "axis": ["tickCount": 4, "grid": false, "domain": true],
                        // Room for the number behind the longer bar.
                        "scale": ["domainMin": 0, "domainMax": TimeChart.rounded(largest * 1.4)],
                    ],
                    "tooltip": [
                        ["field": "name", "type": "nominal", "title": "side"],
                        ["field": "text", "type": "nominal", "title": "value"],
                    ],
                ],
                "layer": [
                    [
                        "mark": ["type": "bar", "height": 22],
                        "encoding": [
                            "color": [
                                "field": "side", "type": "nominal", "legend": nil,
                                "scale": ["domain": ["0", "1"], "range": ["#0072B2", "#7A7F87"]],
                            ]
                        ],
                    ],
                    [
                        "mark": ["type": "text", "align": "left", "baseline": "middle", "dx": 6, "fontSize": 12],
                        "encoding": ["text": ["field": "text", "type": "nominal"]],
                    ],
                ],
            ])
    }

    private static func words(_ value: Double, _ comparison: ClaimPicture.Comparison) -> String {
        NumberText.value(value) + (comparison.unit.isEmpty ? "" : " \(comparison.unit)")
    }
}
