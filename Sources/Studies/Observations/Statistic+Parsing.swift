import Modeling

extension Statistic {
    package static let examples = [
        "maximum from 0 h to 24 h", "timeOfMaximum from 0 h to 24 h", "area from 0 h to 24 h",
        "mean from 11 weeks to 12 weeks",
        "value at 12 weeks", "share above 1 AU at 1 year", "change from 0 to 3 years",
        "percent change from 0 to 12 weeks", "half-life from 4 h to 24 h",
    ]

    /// Reads `area from 0 h to 24 h`, `value at 12 weeks`, `percent change from 0 to 12 weeks`.
    ///
    /// - Parameters:
    ///   - horizon: end of the window where `maximum` and `timeOfMaximum` state none [h].
    ///   - unit: of the output.
    package init(parsing text: String, horizon: Double?, unit: Modeling.Unit = .dimensionless) throws(TextProblem) {
        let words = text.split(separator: " ").map(String.init)
        let split = words.firstIndex { $0 == "from" || $0 == "at" } ?? words.count
        let name = words[..<split].joined(separator: " ")
        let rest = words[split...].joined(separator: " ")
        if name == "value" {
            guard rest.hasPrefix("at ") else { throw Self.malformed(text, "value at 12 weeks") }
            self = .value(at: try Self.time(rest.dropFirst(3)))
            return
        }
        if name.hasPrefix("share above ") {
            guard rest.hasPrefix("at ") else { throw Self.malformed(text, "share above 1 AU at 1 year") }
            let level = try QuantityText.value(String(name.dropFirst(12)), in: unit, example: "1 \(unit)")
            self = .share(above: level, at: try Self.time(rest.dropFirst(3)))
            return
        }
        let makers: [String: (Window) -> Statistic] = [
            "maximum": Statistic.maximum, "timeOfMaximum": Statistic.timeOfMaximum,
            "time of maximum": Statistic.timeOfMaximum,
            "area": Statistic.area, "mean": Statistic.mean, "change": Statistic.change,
            "percent change": Statistic.percentChange,
            "half-life": Statistic.halfLife,
        ]
        guard let make = makers[name] else {
            let near = Spelling.nearest(to: name, among: makers.keys.sorted() + ["value"])
            throw TextProblem(
                message: "'\(name)' is not a statistic",
                remedy: near.map { "did you mean \($0)?" }
                    ?? "write for example '\(Self.examples.joined(separator: "', '"))'")
        }
        let isMaximum = name.lowercased().hasSuffix("maximum")
        if rest.isEmpty, isMaximum, let horizon {
            self = make(Window(start: 0, end: horizon))
            return
        }
        let ends = rest.split(separator: " to ")
        guard rest.hasPrefix("from "), ends.count == 2 else { throw Self.malformed(text, "\(name) from 0 h to 24 h") }
        let window = Window(start: try Self.time(ends[0].dropFirst(5)), end: try Self.time(ends[1]))
        guard window.end > window.start else {
            throw TextProblem(message: "'\(rest)' ends before it starts", remedy: "write the earlier time first")
        }
        self = make(window)
    }

    private static func malformed(_ text: String, _ example: String) -> TextProblem {
        TextProblem(message: "'\(text)' is not understood", remedy: "write for example '\(example)'")
    }

    /// `12 weeks`; `0` needs no unit [h].
    private static func time(_ text: some StringProtocol) throws(TextProblem) -> Double {
        if text.trimmingWhitespace == "0" { return 0 }
        let hours = try QuantityText.duration(String(text), example: "12 weeks")
        guard hours >= 0 else { throw TextProblem(message: "'\(text)' is before the start", remedy: "count from 0") }
        return hours
    }
}
