import Claims
import Studies

/// What studies found of a claim, a study a line: a forest of effects with their intervals, or which way each points where no
/// number was read.
enum StudiesChart {
    static func make(_ lines: [ClaimPicture.StudyLine], identifier: String) -> Chart {
        // One axis: that of the first effect that counts. Effects in another unit are told in words.
        let axis = lines.first { $0.counts && $0.effect != nil }?.effect ?? lines.compactMap(\.effect).first
        let rows = lines.enumerated().map { index, line in row(index, line, axis: axis) }
        let isForest = axis != nil
        let told = lines.map { "\($0.name): \(words($0)), \(standing($0))" }
        return Chart(
            identifier,
            description: (isForest ? "Forest plot of effects with 95 % intervals" : "Which way studies point")
                + ", a study a line. \(told.joined(separator: "; ")).",
            height: .number(Double(46 * lines.count)),
            body: [
                "params": [["name": "names", "value": .object(names(lines))]],
                "data": ["values": .array(rows)],
                "encoding": ["y": studyAxis, "tooltip": tooltip],
                "layer": .array(axis.map(forest) ?? [standings]),
            ])
    }

    /// "−51 (−110 to 7.8) AU", as far as it was read.
    static func words(_ line: ClaimPicture.StudyLine) -> String {
        guard let effect = line.effect else { return "no interval read" }
        let texts = NumberText.values([effect.value, effect.lower, effect.upper])
        return
            "\(effect.measure) \(texts[0]) (\(texts[1]) to \(texts[2]))\(effect.unitText.isEmpty ? "" : " \(effect.unitText)")"
    }

    private static func standing(_ line: ClaimPicture.StudyLine) -> String {
        line.finding.words + (line.counts ? "" : "; not counted")
    }

    private static func row(
        _ index: Int, _ line: ClaimPicture.StudyLine, axis: TrialTest.Effect?
    ) -> JSONValue {
        let own: JSONValue = [
            "line": .string("\(index)"), "finding": .string(line.finding.rawValue), "counts": .bool(line.counts),
            "name": .string(line.name), "words": .string(words(line)), "standing": .string(standing(line)),
        ]
        guard let effect = line.effect, let axis, effect.unitText == axis.unitText, effect.null == axis.null else {
            return own.adding(["isDrawn": false])
        }
        return own.adding([
            "isDrawn": true, "value": TimeChart.rounded(effect.value), "lower": TimeChart.rounded(effect.lower),
            "upper": TimeChart.rounded(effect.upper),
        ])
    }

    /// The name, and below it what the study says of the claim, so that no colour is needed.
    private static func names(_ lines: [ClaimPicture.StudyLine]) -> [(key: String, value: JSONValue)] {
        lines.enumerated().map { index, line in
            (key: "\(index)", value: .array([.string(line.name), .string(standing(line))]))
        }
    }

    private static let studyAxis: JSONValue = [
        "field": "line", "type": "nominal", "title": nil, "sort": nil,
        "axis": [
            "labelFontSize": 12, "labelLimit": 200, "minExtent": 170, "maxExtent": 200, "grid": true,
            "labelExpr": "names[datum.value]",
        ],
    ]

    private static let tooltip: JSONValue = [
        ["field": "name", "type": "nominal", "title": "study"],
        ["field": "words", "type": "nominal", "title": "effect"],
        ["field": "standing", "type": "nominal", "title": "the claim"],
    ]

    private static let findings = TrialFinding.allCases.map { JSONValue.string($0.rawValue) }

    static let color: JSONValue = [
        "field": "finding", "type": "nominal", "legend": nil,
        "scale": ["domain": .array(findings), "range": ["#009E73", "#7A7F87", "#D55E00"]],
    ]

    private static let shape: JSONValue = [
        "field": "finding", "type": "nominal", "legend": nil,
        "scale": ["domain": .array(findings), "range": ["triangle-up", "circle", "square"]],
    ]

    private static let fill: JSONValue = [
        "condition": JSONValue.object([(key: "test", value: "datum.counts")]).adding(color), "value": "white",
    ]

    private static func forest(_ axis: TrialTest.Effect) -> [JSONValue] {
        let isRatio = axis.null != 0
        let scale: JSONValue = isRatio ? ["type": "log", "nice": false, "padding": 16] : ["zero": true, "padding": 8]
        let title = isRatio ? "ratio; 1 is no difference" : AxisTitle.labelled("effect; 0 is none", axis.unitText)
        func x(_ field: JSONValue) -> JSONValue {
            [
                "field": field, "type": "quantitative", "title": .string(title), "scale": scale,
                "axis": ["tickCount": 5, "grid": false, "domain": true],
            ]
        }
        let drawn: JSONValue = [["filter": "datum.isDrawn"]]
        return [
            [
                "mark": ["type": "rule", "color": "#7A7F87", "strokeDash": [3, 3]],
                "encoding": [
                    "x": ["datum": .number(axis.null), "type": "quantitative"], "y": nil, "tooltip": nil,
                ],
            ],
            [
                "transform": drawn, "mark": ["type": "rule", "strokeWidth": 3],
                "encoding": ["x": x("lower"), "x2": ["field": "upper"], "color": color],
            ],
            [
                "transform": drawn, "mark": ["type": "point", "size": 110, "strokeWidth": 2.5, "opacity": 1],
                "encoding": ["x": x("value"), "stroke": color, "fill": fill, "shape": shape],
            ],
            [
                "transform": [["filter": "!datum.isDrawn"]],
                "mark": ["type": "text", "align": "left", "baseline": "middle", "fontSize": 12],
                "encoding": ["x": ["value": 6], "text": ["field": "words", "type": "nominal"]],
            ],
        ]
    }

    private static let standings: JSONValue = [
        "mark": ["type": "point", "size": 140, "strokeWidth": 2.5, "opacity": 1],
        "encoding": [
            "x": [
                "field": "finding", "type": "nominal", "title": nil,
                "scale": ["domain": ["contradicts", "inconclusive", "supports"]],
                "axis": ["labelAngle": 0, "grid": false, "domain": true],
            ],
            "stroke": color, "fill": fill, "shape": shape,
        ],
    ]
}

extension TrialFinding {
    /// What the study says of a claim, as readers meet it.
    var words: String {
        switch self {
        case .supports: "supports"
        case .inconclusive: "cannot tell"
        case .contradicts: "speaks against"
        }
    }
}
