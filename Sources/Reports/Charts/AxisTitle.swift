/// Titles of axes and columns; a quantity without a unit has none in brackets.
enum AxisTitle {
    static func text(unit: String, isDifference: Bool) -> String {
        if isDifference { return labelled("difference", unit) }
        return unit == "1" ? "" : unit
    }

    /// `median [mmHg]`
    static func labelled(_ name: String, _ unit: String) -> String {
        unit.isEmpty || unit == "1" ? name : "\(name) [\(unit)]"
    }

    /// For sentences.
    static func words(_ unit: String) -> String { unit.isEmpty || unit == "1" ? "no unit" : unit }
}
