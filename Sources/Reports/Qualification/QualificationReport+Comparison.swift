import Foundation
import Modeling
import Studies

extension QualificationReport {
    /// Scores with a number on both sides.
    private var numbered: [StudyScore] { scores.filter { $0.predicted?.isFinite == true && $0.observed != nil } }

    var comparisonSection: Markup {
        let figures = [
            figure(
                predictedChart, "Predicted against observed",
                "Each dot is an observation above zero, on logarithmic scales; bars are 90 % ranges of the prediction and two standard errors of the "
                    + "observation. On the line both agree."),
            figure(
                quantileChart, "Distribution of residuals",
                "Sorted z against the quantiles of a normal distribution. On the line the scatter is what the standard errors say; steeper is more."
            ),
        ]
        return """
            <section id="comparison" class="wide">
            <h2>Predicted and observed</h2>
            <p>\(fitWords)</p>
            <div class="panels">\(figures.joined())</div>
            \(figure(
                residualChart, "Residuals",
                "z = (predicted − observed) ÷ standard error, with the range over draws; between the dashed lines is met. A hollow dot stands on "
                    + "an assumed standard error. Cut at ±8."))
            </section>
            """
    }

    /// Goodness of fit in a sentence or two.
    private var fitWords: String {
        let parts = [ObservedStudy.Use.calibration, .validation].compactMap { use -> String? in
            let distances = scores.filter { $0.use == use }.compactMap(\.z)
            guard !distances.isEmpty else { return nil }
            let square = distances.reduce(0) { $0 + $1 * $1 }
            let mean = distances.reduce(0, +) / Double(distances.count)
            return
                "\(use.rawValue): χ² \(NumberText.value(square)) over \(distances.count) numbers, mean z \(NumberText.value(mean, signed: true))"
        }
        let covered = numbered.filter { $0.predictedLower != nil }
        let held = covered.count { score in
            guard let lower = score.predictedLower, let upper = score.predictedUpper, let observed = score.observed
            else {
                return false
            }
            let error = 1.645 * (score.standardError ?? 0)
            return lower - error <= observed && observed <= upper + error
        }
        return parts.joined(separator: "; ")
            + ". The 90 % range, widened by the observation's own, holds \(held) of \(covered.count) observed numbers."
    }

    private static let useColors: JSONValue = [
        "domain": ["calibration", "validation", "context"], "range": ["#0072B2", "#D55E00", "#7A7F87"],
    ]

    private static let color: JSONValue = [
        "field": "use", "type": "nominal", "scale": useColors, "legend": ["symbolType": "circle"],
    ]

    var predictedChart: Chart? {
        let rows = numbered.compactMap { score -> JSONValue? in
            guard let predicted = score.predicted, let observed = score.observed, predicted > 0, observed > 0 else {
                return nil
            }
            let error = 2 * (score.standardError ?? 0)
            return [
                "name": .string("\(score.study): \(score.quantityText)"), "use": .string(score.use.rawValue),
                "observed": TimeChart.rounded(observed), "predicted": TimeChart.rounded(predicted),
                "lower": TimeChart.rounded(max(score.predictedLower ?? predicted, predicted / 100)),
                "upper": TimeChart.rounded(score.predictedUpper ?? predicted),
                "low": TimeChart.rounded(max(observed - error, observed / 100)),
                "high": TimeChart.rounded(observed + error),
            ]
        }
        guard !rows.isEmpty else { return nil }
        func axis(_ field: JSONValue, _ title: JSONValue) -> JSONValue {
            [
                "field": field, "type": "quantitative", "title": title,
                "scale": ["type": "log", "domain": [0.1, 10_000], "clamp": true],
                "axis": ["tickCount": 5, "format": "~g"],
            ]
        }
        let ends: JSONValue = [["v": 0.1], ["v": 10_000]]
        return Chart(
            "predicted", description: "Predicted against observed numbers on logarithmic scales, with ranges.",
            height: 380,
            body: [
                "data": ["values": .array(rows)],
                "layer": [
                    [
                        "data": ["values": ends], "mark": ["type": "line", "color": "#7A7F87", "strokeDash": [4, 4]],
                        "encoding": ["x": axis("v", "observed"), "y": axis("v", "predicted")],
                    ],
                    [
                        "mark": ["type": "rule", "opacity": 0.5],
                        "encoding": [
                            "x": axis("observed", "observed"), "y": axis("lower", "predicted"),
                            "y2": ["field": "upper"], "color": Self.color,
                        ],
                    ],
                    [
                        "mark": ["type": "rule", "opacity": 0.5],
                        "encoding": [
                            "x": axis("low", "observed"), "x2": ["field": "high"], "y": axis("predicted", "predicted"),
                            "color": Self.color,
                        ],
                    ],
                    [
                        "mark": ["type": "point", "filled": true, "size": 55, "opacity": 1],
                        "encoding": [
                            "x": axis("observed", "observed"), "y": axis("predicted", "predicted"), "color": Self.color,
                            "tooltip": [
                                ["field": "name", "type": "nominal", "title": "observation"],
                                ["field": "observed", "type": "quantitative"],
                                ["field": "predicted", "type": "quantitative"],
                            ],
                        ],
                    ],
                ],
            ])
    }

    var residualChart: Chart? {
        let most = 8.0
        func cut(_ z: Double) -> JSONValue { TimeChart.rounded(min(max(z, -most), most)) }
        let rows = scores.compactMap { score -> JSONValue? in
            guard let z = score.z, let observed = score.observed, let error = score.standardError else { return nil }
            let contrast = score.against.map { " against \($0)" } ?? ""
            return [
                "name": .string("\(score.study): \(score.output), \(score.arm)\(contrast), \(score.statistic)"),
                "use": .string(score.use.rawValue), "z": cut(z),
                "lower": cut(((score.predictedLower ?? score.predicted ?? observed) - observed) / error),
                "upper": cut(((score.predictedUpper ?? score.predicted ?? observed) - observed) / error),
                "assumed": .bool(score.hasAssumedError),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let y: JSONValue = [
            "field": "name", "type": "nominal", "sort": nil, "title": nil,
            "axis": ["labelLimit": 420, "labelFontSize": 11, "minExtent": 420, "maxExtent": 420, "grid": true],
        ]
        func x(_ field: JSONValue) -> JSONValue {
            [
                "field": field, "type": "quantitative", "title": "z",
                "scale": ["domain": [.number(-most), .number(most)]],
            ]
        }
        let bounds: JSONValue = [["v": -2], ["v": 0], ["v": 2]]
        return Chart(
            "residuals",
            description: "Distance of each prediction from its observation in standard errors, with ranges.",
            height: .number(Double(17 * rows.count)),
            body: [
                "data": ["values": .array(rows)],
                "layer": [
                    [
                        "data": ["values": bounds],
                        "mark": ["type": "rule", "color": "#7A7F87", "strokeDash": [4, 4]],
                        "encoding": ["x": x("v")],
                    ],
                    [
                        "mark": ["type": "rule", "strokeWidth": 2],
                        "encoding": ["x": x("lower"), "x2": ["field": "upper"], "y": y, "color": Self.color],
                    ],
                    [
                        "mark": ["type": "point", "size": 60, "strokeWidth": 2, "opacity": 1],
                        "encoding": [
                            "x": x("z"), "y": y, "color": Self.color,
                            "fill": [
                                "condition": ["test": "datum.assumed", "value": "white"], "field": "use",
                                "type": "nominal", "scale": Self.useColors, "legend": nil,
                            ],
                        ],
                    ],
                ],
            ])
    }

    /// z of calibration and validation in order of size.
    var quantileChart: Chart? {
        let sorted = scores.compactMap { score in score.z.map { (z: $0, score: score) } }.sorted { $0.z < $1.z }
        guard sorted.count > 2 else { return nil }
        let rows = sorted.enumerated().map { index, item -> JSONValue in
            let quantile = normalQuantile((Double(index) + 0.5) / Double(sorted.count))
            return [
                "name": .string(item.score.study), "use": .string(item.score.use.rawValue),
                "z": TimeChart.rounded(min(max(item.z, -8), 8)),
                "quantile": TimeChart.rounded(quantile),
            ]
        }
        func axis(_ field: JSONValue, _ title: JSONValue) -> JSONValue {
            ["field": field, "type": "quantitative", "title": title]
        }
        return Chart(
            "quantiles", description: "Sorted residuals against normal quantiles.", height: 380,
            body: [
                "data": ["values": .array(rows)],
                "layer": [
                    [
                        "data": ["values": [["v": -3], ["v": 3]]],
                        "mark": ["type": "line", "color": "#7A7F87", "strokeDash": [4, 4]],
                        "encoding": ["x": axis("v", "normal quantile"), "y": axis("v", "z")],
                    ],
                    [
                        "mark": ["type": "point", "filled": true, "size": 55, "opacity": 1],
                        "encoding": [
                            "x": axis("quantile", "normal quantile"), "y": axis("z", "z"), "color": Self.color,
                            "tooltip": [
                                ["field": "name", "type": "nominal"], ["field": "z", "type": "quantitative"],
                            ],
                        ],
                    ],
                ],
            ])
    }
}
