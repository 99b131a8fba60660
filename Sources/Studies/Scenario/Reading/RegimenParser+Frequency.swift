import Modeling

extension RegimenParser {
    private static let counts = [
        "two": 2.0, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "twelve": 12,
    ]
    private static let ordinals = [
        "other": 2.0, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    ]

    /// `daily`, `once`, `twice a day`, `three times a week`, `every 3 days`, `every other day`; false where none comes next.
    ///
    /// Several times in a day or week are spread evenly over it.
    mutating func frequency(into clauses: inout Clauses) throws(TextProblem) -> Bool {
        guard let word = next else { return false }
        guard let found = try frequency() else { return false }
        if clauses.frequency != nil { throw problem("how often is said twice", "keep one of them", at: word) }
        if case .every(let hours) = found, hours < 1 / 60.0 {
            throw problem("the time between doses is too short", "at least 1 min", at: word)
        }
        clauses.frequency = found
        return true
    }

    private mutating func frequency() throws(TextProblem) -> Clauses.Frequency? {
        if take("daily") { return .every(24) }
        if take("weekly") { return .every(168) }
        if take("once") { return period().map { .every($0) } ?? .once }
        if take("twice") { return .every(try period(after: "twice") / 2) }
        if take("thrice") { return .every(try period(after: "thrice") / 3) }
        if take("every") || take("each") { return .every(try spacing()) }
        guard let word = next, position + 1 < words.count,
            ["times", "×", "x"].contains(words[position + 1].text.lowercased()),
            let count = Self.counts[word.text.lowercased()] ?? Double(word.text)
        else { return nil }
        position += 2
        guard count > 0 else {
            throw problem("'\(word.text) times' is no count", "write for example 'three times a week'", at: word)
        }
        return .every(try period(after: "\(word.text) times") / count)
    }

    /// `a day`, `per week`, `daily` [h]; `nil` where none comes next.
    private mutating func period() -> Double? {
        if take("daily") { return 24 }
        if take("weekly") { return 168 }
        for article in ["a", "per", "each", "every"] {
            for (name, unit) in [("day", Unit.day), ("week", .week), ("month", .month), ("year", .year)]
            where take(article, name) {
                return unit.scale / Unit.hour.scale
            }
        }
        return nil
    }

    private mutating func period(after count: String) throws(TextProblem) -> Double {
        let previous = last
        if let period = period() { return period }
        throw problem("'\(count)' does not say in what time", "write for example '\(count) a day'", at: previous)
    }

    /// What follows `every`: `day`, `other day`, `third day`, `3 days`, `12 h` [h].
    private mutating func spacing() throws(TextProblem) -> Double {
        var factor = 1.0
        if let word = next, let ordinal = Self.ordinals[word.text.lowercased()] {
            factor = ordinal
            _ = take()
        } else if let word = next, QuantityText.split(word.text).number.isEmpty == false {
            let hours = try duration(after: "every", example: "every 3 days")
            guard hours > 0 else {
                throw problem(
                    "'every \(word.text)' is no time between doses", "write for example 'every 3 days'", at: word)
            }
            return hours
        }
        for (name, unit) in [("hour", Unit.hour), ("day", .day), ("week", .week), ("month", .month), ("year", .year)]
        where take(name) {
            return factor * (unit.scale / Unit.hour.scale)
        }
        throw problem("'every' needs a time", "write for example 'every 3 days' or 'every day'", at: last)
    }
}

extension Unit {
    /// A twelfth of a year.
    static let month = year.scaled(by: 1.0 / 12, named: "month")
}
