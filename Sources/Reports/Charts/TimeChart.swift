import Foundation
import Studies

/// Medians over time with their bands, an arm a colour; or the differences from the reference arm.
enum TimeChart {
    /// What the vertical axis shows.
    enum Subject: Sendable { case values, differences }

    /// - Parameter legend: whether the picture names its lines itself, where there are few.
    /// - Returns: `nil` where no arm has the subject, such as differences in a study of one arm, and where no arm
    ///   differs from what it is compared with.
    static func make(
        _ subject: Subject, of output: String, in result: StudyResult, legend: Bool = true, identifier: String
    ) -> Chart? {
        let present = result.series(output)
        guard let first = present.first else { return nil }
        let scale = TimeScale(horizon: result.times.last ?? 0)
        let isFlat = present.allSatisfy { DifferenceWords.areTheSame($0.series, manifest: result.manifest) }
        // Where no course changes anything, one line stands for all.
        let drawn = isFlat && subject == .values ? Array(present.prefix(1)) : present
        let bands = drawn.compactMap { arm, series in
            (subject == .values ? series.values : series.difference).map { (arm: arm.name, band: $0) }
        }
        guard !bands.isEmpty, !(isFlat && subject == .differences) else { return nil }
        let shown = thinned(Array(result.times.indices))
        let times = shown.map { rounded(result.times[$0] / scale.hours) }
        let lines = bands.map { line(arm: $0.arm, band: $0.band, shown: shown) }
        let title = AxisTitle.text(unit: first.series.unit, isDifference: subject == .differences)
        let arms = ArmScale(result)
        let hasLegend = legend && (2...largestLegend).contains(arms.names.count)
        let marks = layers(
            subject, unit: first.series.unit, scale: scale, shown: bands.map(\.arm), arms: arms, hasLegend: hasLegend)
        let subjectText =
            subject == .values
            ? first.series.label : "difference in \(first.series.label) from \(result.comparison)"
        let description =
            "Line chart over \(TimeScale.words(result.times.last ?? 0)) of \(subjectText) in \(AxisTitle.words(first.series.unit)),"
            + " with 90 % bands, for \(PlainList.joined(bands.map { "“\($0.arm)”" })). The values at the end stand in the tables."
        return Chart(
            identifier, description: description, height: subject == .values ? 230 : 170,
            body: [
                "params": [["name": "times", "value": .array(times)]],
                "data": ["values": .array(lines)],
                "transform": unfolding,
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

    /// Points of a line: one every few pixels, and small files.
    static let largestPointCount = 80

    /// A line as one row of arrays, which the picture unfolds: a quarter of the size of a row a point. Where a value
    /// is missing the picture leaves the point out.
    private static func line(arm: String, band: StudyResult.Band, shown: [Int]) -> JSONValue {
        func column(_ values: [Double]) -> JSONValue {
            .array(shown.map { values.indices.contains($0) ? rounded(values[$0]) : .null })
        }
        return [
            "arm": .string(arm), "lower": column(band.lower), "median": column(band.median),
            "upper": column(band.upper),
        ]
    }

    /// From rows of arrays to a row a point; `times` is the picture's parameter.
    private static let unfolding: JSONValue = [
        ["flatten": ["lower", "median", "upper"]],
        ["window": [["op": "row_number", "as": "position"]], "groupby": ["arm"]],
        ["calculate": "times[datum.position - 1]", "as": "time"],
        ["filter": "isValid(datum.lower) && isValid(datum.median) && isValid(datum.upper)"],
    ]

    /// At most `largestPointCount` of the indices, evenly, the first and the last among them.
    static func thinned(_ indices: [Int]) -> [Int] {
        guard indices.count > largestPointCount else { return indices }
        let step = Double(indices.count - 1) / Double(largestPointCount - 1)
        return (0..<largestPointCount).map { indices[Int((Double($0) * step).rounded())] }
    }

    /// To five significant digits, more than a picture shows.
    static func rounded(_ value: Double) -> JSONValue { .number(Double(String(format: "%.5g", value)) ?? value) }

    /// Arms above which only the page's buttons tell which line is which.
    static let largestLegend = 4

    private static func layers(
        _ subject: Subject, unit: String, scale: TimeScale, shown: [String], arms: ArmScale, hasLegend: Bool
    ) -> [JSONValue] {
        let color = arms.colorChannel(shown, legend: hasLegend)
        let dash = arms.dashChannel(shown, legend: hasLegend)
        let pick: JSONValue = ["name": "pick", "select": ["type": "point", "fields": ["arm"]]]
        var layers: [JSONValue] = []
        if subject == .differences {
            layers.append(["mark": ["type": "rule", "color": "#7A7F87"], "encoding": ["y": ["datum": 0], "x": nil]])
        }
        layers.append([
            "mark": ["type": "area", "clip": true],
            "encoding": [
                "y": ["field": "lower"], "y2": ["field": "upper"], "color": color,
                "opacity": bandOpacity(count: shown.count),
            ],
        ])
        layers.append([
            "params": [pick.adding(hasLegend ? ["bind": "legend"] : [:])],
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

    /// Bands stay pale where many lie on one another; the chosen ones come out.
    private static func bandOpacity(count: Int) -> JSONValue {
        let together = count <= largestLegend ? 0.11 : 0.6 / Double(count)
        return [
            "condition": [
                ["param": "pick", "empty": false, "value": 0.14], ["param": "pick", "value": .number(together)],
            ],
            "value": 0.015,
        ]
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
