import Claims

/// What is needed against what was found, an aspect a line: a grid of words whose second column says by colour and sign what fits.
enum AspectChart {
    static func make(needed: String, found: String, _ lines: [ClaimPicture.AspectLine], identifier: String) -> Chart {
        let columns = [needed, found]
        let cells = lines.map { line in
            (line: line, texts: [text(line.needed), text("\(line.fit.sign) \(line.found)")])
        }
        let tallest = cells.flatMap(\.texts).map(\.count).max() ?? 1
        let rows = cells.flatMap { cell in
            zip(columns, cell.texts).map { column, text -> JSONValue in
                [
                    "aspect": .string(cell.line.name), "column": .string(column),
                    "words": .array(text.map(JSONValue.string)),
                    "fit": .string(column == needed ? "needed" : cell.line.fit.rawValue),
                ]
            }
        }
        let told = lines.map { "\($0.name): \($0.needed); \($0.found) (\($0.fit.rawValue))" }
        return Chart(
            identifier,
            description:
                "Grid, an aspect a line: \(needed.lowercased()), and \(found.lowercased()). \(told.joined(separator: ". ")).",
            height: .number(Double(lines.count * (lineHeight * tallest + 16))),
            body: [
                "data": ["values": .array(rows)],
                "encoding": [
                    "x": [
                        "field": "column", "type": "nominal", "title": nil, "sort": nil,
                        "scale": ["padding": 0.04],
                        "axis": ["orient": "top", "labelAngle": 0, "labelLimit": 200, "grid": false],
                    ],
                    "y": [
                        "field": "aspect", "type": "nominal", "title": nil, "sort": nil, "scale": ["padding": 0.08],
                        "axis": ["labelFontSize": 12, "labelLimit": 90],
                    ],
                ],
                "layer": [
                    ["mark": ["type": "rect", "cornerRadius": 4, "opacity": 0.22], "encoding": ["color": color]], words,
                ],
            ])
    }

    private static let lineHeight = 15

    /// Narrow enough for half of a card.
    private static func text(_ text: String) -> [String] { Paragraph.lines(text, width: 22) }

    private static let color: JSONValue = [
        "field": "fit", "type": "nominal", "legend": nil,
        "scale": [
            "domain": .array((["needed"] + ClaimPicture.AspectLine.Fit.allCases.map(\.rawValue)).map(JSONValue.string)),
            "range": ["#0072B2", "#009E73", "#D55E00", "#7A7F87"],
        ],
    ]

    private static let words: JSONValue = [
        "mark": [
            "type": "text", "align": "center", "baseline": "middle", "fontSize": 12,
            "lineHeight": .number(Double(lineHeight)),
            // Lines hang from the first; half of the rest lifts them to the middle.
            "dy": ["expr": .string("-\(lineHeight) * (length(datum.words) - 1) / 2")],
        ],
        "encoding": ["text": ["field": "words", "type": "nominal"]],
    ]
}

extension ClaimPicture.AspectLine.Fit {
    /// So that it reads without colour.
    var sign: String {
        switch self {
        case .fits: "✓"
        case .differs: "✗"
        case .unknown: "?"
        }
    }
}
