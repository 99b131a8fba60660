import Modeling

extension RegimenParser {
    /// The whole line as a regimen, and the washing off it asks for as another.
    mutating func regimens() throws(TextProblem) -> [Scenario.Regimen] {
        let substance = try substance()
        let amountWord = next ?? last
        let (number, unit, amountText, _) = try amount(of: substance)
        let route = try route(of: substance)
        let amount = unit == substance.doseUnit ? number : number * (unit.scale / substance.doseUnit.scale)
        guard amount <= route.maximumDose else {
            let largest = QuantityText.text(route.maximumDose)
            throw problem(
                "\(amountText) is more than the largest \(route.route) dose of \(substance.name)",
                "at most \(largest) \(substance.doseUnit)", at: amountWord)
        }
        var clauses = Clauses()
        while next != nil { try clause(into: &clauses, substance: substance, route: route) }
        let regimen = try checked(clauses, substance: substance, route: route, amount: amount)
        guard let removal = route.removal, let delay = clauses.removal else { return [regimen] }
        return [regimen] + (removed(regimen, after: delay, by: removal).map { [$0] } ?? [])
    }

    /// What is left of each dose taken off after `delay` [h]; `nil` where the study is over before.
    private func removed(
        _ regimen: Scenario.Regimen, after delay: Double, by removal: ScenarioVocabulary.Route.Removal
    ) -> Scenario.Regimen? {
        var result = regimen
        (result.text, result.substance) = ("", removal.phrase)
        result.doseInput = removal.doseInput
        (result.amount, result.attributes) = (1, [:])
        result.start = regimen.start + delay
        result.end = min(regimen.end + delay, horizon)
        return result.start < horizon ? result : nil
    }

    private mutating func substance() throws(TextProblem) -> ScenarioVocabulary.Substance {
        let names = vocabulary.substances.map(\.name)
        if let found = vocabulary.substances.first(where: { comesNext($0.name) }) {
            position += Self.words(of: found.name).count
            return found
        }
        guard let word = take() else {
            throw problem("the dose is empty", "write for example '\(example)'")
        }
        if word.text.lowercased() == "standing", words.count == 1 {
            throw problem(
                "'standing' stands alone", "put the whole dose in quotes, since a comma separates items of a [list]",
                at: word)
        }
        throw problem(
            "'\(word.text)' is not a substance", Spelling.remedy(for: word.text, among: names, noun: "substance"),
            at: word)
    }

    private static func words(of name: String) -> [String] { name.lowercased().split(separator: " ").map(String.init) }

    /// Whether the words of a name, which may be several, are the next of the line, in any letter case.
    private func comesNext(_ name: String) -> Bool {
        words.dropFirst(position).map { $0.text.lowercased() }.starts(with: Self.words(of: name))
    }

    private mutating func amount(
        of substance: ScenarioVocabulary.Substance
    ) throws(TextProblem) -> (value: Double, unit: Unit, text: String, word: Word) {
        let routeNames = substance.routes.map(\.route)
        if let word = next, !QuantityText.split(word.text).number.isEmpty, QuantityText.split(word.text).rest.isEmpty {
            let following = position + 1 < words.count ? words[position + 1].text : ""
            if following.isEmpty || routeNames.contains(following.lowercased()) {
                throw problem(
                    "'\(word.text)' has no unit", "write for example \(word.text) \(substance.doseUnit)", at: word)
            }
        }
        let result = try quantity(after: substance.name, example: example)
        guard result.unit.isSameDimension(as: substance.doseUnit) else {
            throw problem(
                "'\(result.text)' is not an amount of \(substance.name)",
                "doses of \(substance.name) are in \(substance.doseUnit)",
                at: result.word)
        }
        guard result.value > 0 else {
            throw problem(
                result.value < 0 ? "the dose \(result.text) is negative" : "the dose \(result.text) is zero",
                "write an amount above zero, or leave the line out", at: result.word)
        }
        return result
    }

    private mutating func route(of substance: ScenarioVocabulary.Substance) throws(TextProblem)
        -> ScenarioVocabulary.Route
    {
        let names = substance.routes.map(\.route)
        guard let word = take() else {
            throw problem(
                "the dose does not say by which route",
                "allowed for \(substance.name): \(names.joined(separator: ", "))", at: last)
        }
        if let found = substance.routes.first(where: { $0.route == word.text.lowercased() }) { return found }
        let near = Spelling.nearest(to: word.text, among: names)
        throw problem(
            "'\(word.text)' is not a route for \(substance.name)",
            near.map { "did you mean \($0)?" } ?? "allowed: \(names.joined(separator: ", "))", at: word)
    }

    private func checked(
        _ clauses: Clauses, substance: ScenarioVocabulary.Substance, route: ScenarioVocabulary.Route, amount: Double
    ) throws(TextProblem) -> Scenario.Regimen {
        guard let frequency = clauses.frequency else {
            throw problem(
                "the dose does not say how often", "add daily, twice daily, every 3 days, three times a week or once")
        }
        var interval: Double?
        if case .every(let hours) = frequency { interval = hours }
        if clauses.isStanding, interval == nil || clauses.start != nil {
            throw problem(
                "a standing dose is taken regularly and from before day 0",
                "say how often, and leave out 'once', 'from' and 'after'")
        }
        if interval == nil, clauses.duration != nil || clauses.end != nil {
            throw problem("a single dose has no 'for' or 'until'", "leave it out, or say how often")
        }
        let start = (clauses.start ?? 0) + (clauses.clockTime ?? 0)
        guard start < horizon else {
            throw problem(
                "the first dose comes when the study is over",
                "start before the horizon of \(QuantityText.text(horizon / 24)) days")
        }
        let end = min(clauses.duration.map { start + $0 } ?? .infinity, clauses.end ?? .infinity)
        guard end > start else {
            throw problem("the doses end before they start", "end later than the first dose")
        }
        let infusion = clauses.infusionDuration ?? 0
        if let interval, infusion > interval {
            throw problem(
                "an infusion lasts longer than the time to the next",
                "infuse for at most \(QuantityText.text(interval)) h")
        }
        var defaults = Dictionary(uniqueKeysWithValues: route.attributes.map { ($0.name, $0.defaultValue) })
        for name in route.forms.flatMap(\.attributes.keys) { defaults[name] = clauses.form?.attributes[name] ?? 0 }
        return Scenario.Regimen(
            text: text, substance: substance.name, route: route.route, doseInput: route.doseInput, amount: amount,
            attributes: defaults.merging(clauses.attributes) { _, given in given }, infusionDuration: infusion,
            start: start,
            interval: interval, end: min(end, horizon), isStanding: clauses.isStanding)
    }

    /// A dose line that the vocabulary allows.
    var example: String {
        guard let substance = vocabulary.substances.first, let route = substance.routes.first else { return "10 mg" }
        return "\(substance.name) 10 \(substance.doseUnit) \(route.route) daily"
    }
}
