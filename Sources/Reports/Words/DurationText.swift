/// Unit of the time axis of pictures and of lengths of time in words.
enum TimeScale: Sendable {
    case hours, days, years

    /// The scale that gives a horizon [h] a readable axis.
    init(horizon: Double) {
        self = horizon <= 72 ? .hours : horizon < 200 * 24 ? .days : .years
    }

    /// Hours in one unit; a year is 365.25 days.
    var hours: Double {
        switch self {
        case .hours: 1
        case .days: 24
        case .years: 8766
        }
    }

    var name: String {
        switch self {
        case .hours: "hours"
        case .days: "days"
        case .years: "years"
        }
    }

    /// A length of time [h] in words: "10 years", "84 days".
    static func words(_ hours: Double) -> String {
        let scale = TimeScale(horizon: hours)
        let amount = hours / scale.hours
        let nearest = amount.rounded()
        let isWhole = abs(amount - nearest) <= 0.005 * nearest
        let text = isWhole ? "\(Int(nearest))" : NumberText.value(amount)
        return "\(text) \(text == "1" ? String(scale.name.dropLast()) : scale.name)"
    }
}
