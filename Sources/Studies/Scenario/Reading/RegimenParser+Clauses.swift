import Modeling

extension RegimenParser {
    static let clauseWords = [
        "daily", "weekly", "once", "twice", "three times", "every", "with", "on", "over", "from", "starting", "after",
        "for", "until", "at",
        "standing", "in",
    ]

    /// Takes one clause.
    mutating func clause(
        into clauses: inout Clauses, substance: ScenarioVocabulary.Substance, route: ScenarioVocabulary.Route
    ) throws(TextProblem) {
        guard let word = next else { return }
        if try frequency(into: &clauses) { return }
        if try removal(into: &clauses, route: route) { return }
        _ = take()
        func once(_ isNew: Bool) throws(TextProblem) {
            if !isNew { throw problem("'\(word.text)' is said twice", "keep one of them", at: word) }
        }
        switch word.text.lowercased() {
        case "with", "on": try attribute(word, into: &clauses, route: route)
        case "in": try form(word, into: &clauses, route: route)
        case "over":
            guard route.allowsInfusion else {
                throw problem(
                    "an \(route.route) dose of \(substance.name) cannot be given over a time", "leave out 'over …'",
                    at: word)
            }
            try once(clauses.infusionDuration == nil)
            clauses.infusionDuration = try duration(after: "over", example: "over 2 h")
        case "from":
            try once(clauses.start == nil)
            clauses.start = try moment(after: "from")
        case "starting", "after":
            try once(clauses.start == nil)
            if word.text.lowercased() == "starting", !take("after"), !take("from"), !take("on") {
                throw problem("'starting' needs a time", "write for example 'starting after 30 days'", at: word)
            }
            clauses.start = try moment(after: "starting after")
        case "until":
            try once(clauses.end == nil)
            clauses.end = try moment(after: "until")
        case "for":
            try once(clauses.duration == nil)
            clauses.duration = try duration(after: "for", example: "for 2 years")
        case "at":
            try once(clauses.clockTime == nil)
            clauses.clockTime = try clockTime(after: word)
        case "standing":
            try once(!clauses.isStanding)
            clauses.isStanding = true
        default:
            let near = Spelling.nearest(to: word.text, among: Self.clauseWords)
            throw problem(
                "'\(word.text)' is not understood here",
                near.map { "did you mean \($0)?" } ?? "allowed: \(Self.clauseWords.joined(separator: ", "))", at: word)
        }
    }

    /// `with 30 g fat`, `on 50 cm2`: the name may be left out where the unit tells which attribute is meant.
    private mutating func attribute(_ clause: Word, into clauses: inout Clauses, route: ScenarioVocabulary.Route)
        throws(TextProblem)
    {
        let examples = route.attributes.map {
            "\(clause.text) \(QuantityText.text($0.defaultValue)) \($0.unit) \($0.name)"
        }
        guard !examples.isEmpty else {
            throw problem("an \(route.route) dose takes no '\(clause.text) …'", "leave it out", at: clause)
        }
        let given = try quantity(after: clause.text, example: examples[0])
        let fitting = route.attributes.filter { given.unit.isSameDimension(as: $0.unit) }
        var chosen = fitting.count == 1 ? fitting[0] : nil
        if let name = next, let named = route.attributes.first(where: { $0.name == name.text.lowercased() }) {
            _ = take()
            guard given.unit.isSameDimension(as: named.unit) else {
                throw problem(
                    "'\(given.text)' does not fit, since \(named.name) is in \(named.unit)",
                    "write for example '\(examples[0])'", at: given.word)
            }
            chosen = named
        }
        guard let attribute = chosen else {
            throw problem(
                "'\(clause.text) \(given.text)' does not say what it is",
                "write for example '\(examples.joined(separator: "' or '"))'",
                at: given.word)
        }
        let value = given.unit == attribute.unit ? given.value : given.value * (given.unit.scale / attribute.unit.scale)
        guard attribute.range.contains(value) else {
            let range =
                "\(QuantityText.text(attribute.range.lowerBound)) to \(QuantityText.text(attribute.range.upperBound)) \(attribute.unit)"
            throw problem("the \(attribute.name) of \(given.text) is out of range", "allowed: \(range)", at: given.word)
        }
        guard clauses.attributes.updateValue(value, forKey: attribute.name) == nil else {
            throw problem("the \(attribute.name) is said twice", "keep one of them", at: clause)
        }
    }

    /// `in gel`: a form the route knows.
    private func known(_ word: Word, of route: ScenarioVocabulary.Route) throws(TextProblem)
        -> ScenarioVocabulary.Route.Form
    {
        if let form = route.forms.first(where: { $0.name == word.text.lowercased() }) { return form }
        let names = route.forms.map(\.name)
        throw problem(
            "'\(word.text)' is not a form of \(route.route) doses",
            Spelling.remedy(for: word.text, among: names, noun: "form"), at: word)
    }

    private mutating func form(_ clause: Word, into clauses: inout Clauses, route: ScenarioVocabulary.Route)
        throws(TextProblem)
    {
        guard let first = route.forms.first else {
            throw problem("an \(route.route) dose takes no 'in …'", "leave it out", at: clause)
        }
        guard let word = take() else {
            throw problem("'in' is followed by nothing", "write for example 'in \(first.name)'", at: clause)
        }
        let form = try known(word, of: route)
        if clauses.form != nil { throw problem("'in' is said twice", "keep one of them", at: clause) }
        clauses.form = form
    }

    /// `washed off after 8 h`; false where it does not come next.
    private mutating func removal(into clauses: inout Clauses, route: ScenarioVocabulary.Route) throws(TextProblem)
        -> Bool
    {
        guard let removal = route.removal, let word = next else { return false }
        let phrase = removal.phrase.split(separator: " ").map(String.init)
        guard word.text.lowercased() == phrase[0] else { return false }
        for expected in phrase + ["after"] where !take(expected) {
            throw problem(
                "'\(word.text)' is not followed by '\(expected)'", "write for example '\(removal.phrase) after 8 h'",
                at: next ?? word)
        }
        if clauses.removal != nil { throw problem("'\(removal.phrase)' is said twice", "keep one of them", at: word) }
        let time = try duration(after: "\(removal.phrase) after", example: "\(removal.phrase) after 8 h")
        guard time > 0, time <= removal.latest else {
            throw problem(
                "the time until '\(removal.phrase)' is out of range",
                "above 0 and at most \(QuantityText.text(removal.latest)) h", at: word)
        }
        clauses.removal = time
        return true
    }

    /// `day 30` or a length of time since day 0 [h].
    private mutating func moment(after clause: String) throws(TextProblem) -> Double {
        for (name, unit) in [("day", Unit.day), ("week", .week), ("month", .month), ("year", .year), ("hour", .hour)]
        where take(name) {
            let previous = last
            guard let word = take() else {
                throw problem(
                    "'\(clause) \(name)' needs a number", "write for example '\(clause) day 30'", at: previous)
            }
            let value = try located(word) { () throws(TextProblem) in try QuantityText.number(word.text) }
            guard value >= 0 else {
                throw problem("\(name) \(word.text) is before day 0", "count from day 0", at: word)
            }
            return value * (unit.scale / Unit.hour.scale)
        }
        return try duration(after: clause, example: "\(clause) 30 days")
    }

    /// `08:00` [h after midnight]; the study begins at midnight.
    private mutating func clockTime(after clause: Word) throws(TextProblem) -> Double {
        guard let word = take() else {
            throw problem("'at' needs a time of day", "write for example 'at 08:00'", at: clause)
        }
        let parts = word.text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hours = parts[0], let minutes = parts[1], (0..<24).contains(hours),
            (0..<60).contains(minutes)
        else {
            throw problem("'\(word.text)' is not a time of day", "write for example 'at 08:00'", at: word)
        }
        return Double(hours) + Double(minutes) / 60
    }
}
