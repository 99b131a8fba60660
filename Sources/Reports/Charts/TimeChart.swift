import Foundation
import Studies

/// Medians over time with their bands, an arm a colour; or the differences from the reference arm.
enum TimeChart {
    /// What the vertical axis shows.
    enum Subject: Sendable { case values, differences }

    /// - Returns: `nil` where no arm has the subject, such as differences in a study of one arm.
    static func make(_ subject: Subject, of output: String, in result: StudyResult, identifier: String) -> Chart? {
        let present = result.series(output)
        guard let first = present.first else { return nil }
        let scale = TimeScale(horizon: result.times.last ?? 0)
        let bands = present.compactMap { arm, series in
            (subject == .values ? series.values : series.difference).map { (arm: arm.name, band: $0) }
        }
        guard !bands.isEmpty else { return nil }
        let points = bands.flatMap { rows(arm: $0.arm, band: $0.band, times: result.times, scale: scale) }
        let title = AxisTitle.text(unit: first.series.unit, isDifference: subject == .differences)
        let arms = ArmScale(result)
        let marks = layers(subject, unit: first.series.unit, scale: scale, shown: bands.map(\.arm), arms: arms)
        let subjectText =
            subject == .values
            ? first.series.label : "difference in \(first.series.label) from “\(result.referenceArm)”"
        let description =
            "Line chart over \(TimeScale.words(result.times.last ?? 0)) of \(subjectText) in \(AxisTitle.words(first.series.unit)),"
            + " with 90 % bands, for \(PlainList.joined(bands.map { "“\($0.arm)”" })). The values at the end stand in the tables."
        return Chart(
            identifier, description: description, height: subject == .values ? 230 : 170,
            body: [
                "data": ["values": .array(points)],
                "encoding": [
                    "x": [
                        "field": "time", "type": "quantitative", "title": .string(scale.name),
                        "axis": ["grid": false, "tickCount": 6, "domain": true],
                        "scale": ["nice": false],
                    ],
                    "y": [
                        "type": "quantitative", "title": .string(title), "axis": ["tickCount": 5],
                        "scale": ["zero": .bool(subject == .differences)],
                    ],
                ],
                "layer": .array(marks),
            ])
    }

    private static func rows(arm: String, band: StudyResult.Band, times: [Double], scale: TimeScale) -> [JSONValue] {
        times.indices.compactMap { timeIndex in
            let interval = band[timeIndex]
            guard interval.isFinite else { return nil }
            return [
                "arm": .string(arm), "time": rounded(times[timeIndex] / scale.hours),
                "lower": rounded(interval.lower), "median": rounded(interval.median), "upper": rounded(interval.upper),
            ]
        }
    }

    /// To six significant digits, more than a picture shows.
    static func rounded(_ value: Double) -> JSONValue { .number(Double(String(format: "%.6g", value)) ?? value) }

    private static func layers(
        _ subject: Subject, unit: String, scale: TimeScale, shown: [String], arms: ArmScale
    ) -> [JSONValue] {
        let color = arms.colorChannel(shown, legend: true)
        let dash = arms.dashChannel(shown, legend: true)
        var layers: [JSONValue] = []
        if subject == .differences {
            layers.append(["mark": ["type": "rule", "color": "#7A7F87"], "encoding": ["y": ["datum": 0], "x": nil]])
        }
        layers.append([
            "mark": ["type": "area", "clip": true],
            "encoding": [
                "y": ["field": "lower"], "y2": ["field": "upper"], "color": color,
                "opacity": whenPicked(0.11, else: 0.015),
            ],
        ])
        layers.append([
            "params": [["name": "pick", "select": ["type": "point", "fields": ["arm"]], "bind": "legend"]],
            "mark": ["type": "line", "strokeWidth": 2.4, "strokeCap": "round", "clip": true],
            "encoding": [
                "y": ["field": "median"], "color": color, "strokeDash": dash, "opacity": whenPicked(1, else: 0.12),
            ],
        ])
        return layers + pointing(color: color, tooltip: tooltip(unit: unit, scale: scale))
    }

    /// A dot on the line under the pointer, and unseen targets along each line that carry the numbers.
    ///
    /// Not Vega-Lite's `nearest`: in 6.4 its tooltips have "undefined" for text fields.
    private static func pointing(color: JSONValue, tooltip: JSONValue) -> [JSONValue] {
        let isNear: JSONValue = ["condition": ["param": "near", "empty": false, "value": 1], "value": 0]
        let near: JSONValue = [
            "name": "near",
            "select": ["type": "point", "fields": ["arm", "time"], "on": "pointerover", "clear": "pointerout"],
        ]
        return [
            [
                "mark": ["type": "point", "filled": true, "size": 70],
                "encoding": ["y": ["field": "median"], "color": color, "opacity": isNear],
            ],
            [
                "params": [near],
                "mark": ["type": "tick", "orient": "vertical", "thickness": 8, "size": 30, "opacity": 0],
                "encoding": ["y": ["field": "median"], "detail": ["field": "arm"], "tooltip": tooltip],
            ],
        ]
    }

    private static func whenPicked(_ value: JSONValue, else other: JSONValue) -> JSONValue {
        ["condition": ["param": "pick", "value": value], "value": other]
    }

    private static func tooltip(unit: String, scale: TimeScale) -> JSONValue {
        func field(_ name: String, _ title: String, _ format: String) -> JSONValue {
            ["field": .string(name), "type": "quantitative", "title": .string(title), "format": .string(format)]
        }
        return [
            ["field": "arm", "type": "nominal", "title": "course"], field("time", scale.name, ".3~r"),
            field("median", AxisTitle.labelled("median", unit), ".3~r"), field("lower", "5 %", ".3~r"),
            field("upper", "95 %", ".3~r"),
        ]
    }
}
