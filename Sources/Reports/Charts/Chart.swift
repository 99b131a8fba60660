/// A Vega-Lite specification with what it is called where it stands.
struct Chart: Sendable {
    /// Letters, digits and hyphens, unique in a report.
    let identifier: String
    /// What the picture shows, for those who do not see it.
    let description: String
    let specification: JSONValue

    /// - Parameters:
    ///   - body: data, marks and encodings; the frame adds schema, size and look.
    init(_ identifier: String, description: String, height: JSONValue, body: JSONValue) {
        self.identifier = identifier
        self.description = description
        let frame: JSONValue = [
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "description": .string(description),
            "width": "container",
            "height": height,
            "autosize": ["type": "fit-x", "contains": "padding"],
            "background": "transparent",
            "config": Self.look,
        ]
        specification = frame.adding(body)
    }

    /// Quiet axes; the page's style sheet gives text and grid the colours of its light or dark theme.
    private static let look: JSONValue = [
        "font": "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif",
        "view": ["stroke": nil],
        "axis": [
            "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": 500, "labelColor": "#3d4451",
            "titleColor": "#3d4451", "gridColor": "#e3e1da", "domain": false, "ticks": false, "labelPadding": 6,
            "titlePadding": 8,
        ],
        "legend": [
            "orient": "top", "direction": "horizontal", "title": nil, "labelFontSize": 13, "labelColor": "#20242c",
            "labelLimit": 260, "symbolType": "stroke", "symbolStrokeWidth": 3, "symbolSize": 300, "symbolOpacity": 1,
            "columns": 2,
            "offset": 6,
        ],
    ]
}

extension JSONValue: ExpressibleByNilLiteral {
    init(nilLiteral: ()) { self = .null }
}
