import Modeling
import Yams

extension ObservedStudyReader {
    static let observationKeys = [
        "arm", "against", "output", "statistic", "value", "sd", "se", "n", "sdAgainst", "nAgainst", "unit", "censoredBelow", "note",
    ]

    func observations(
        _ node: Node?, root: Node.Mapping, arms: [String], model: Model, horizon: Double?
    ) -> [ObservedStudy.Observation] {
        guard let node else {
            document.report("'observations' is missing", remedy: "list what the study found", key: "", at: .mapping(root))
            return []
        }
        guard let list = document.sequence(node, key: "observations") else { return [] }
        return list.enumerated().compactMap { index, item in
            observation(item, key: "observations[\(index + 1)]", arms: arms, model: model, horizon: horizon)
        }
    }

    private func observation(
        _ node: Node, key: String, arms: [String], model: Model, horizon: Double?
    ) -> ObservedStudy.Observation? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: Self.observationKeys)
        func word(_ name: String, among allowed: [String], isRequired: Bool) -> String? {
            guard let entry = entries[name] else {
                if isRequired { document.report("'\(name)' is missing", remedy: "allowed: \(allowed.joined(separator: ", "))", key: key, at: node) }
                return nil
            }
            guard let text = document.text(entry, key: "\(key).\(name)") else { return nil }
            if allowed.contains(text) { return text }
            let remedy = Spelling.remedy(for: text, among: allowed, noun: name)
            document.report("'\(text)' is not an \(name == "against" ? "arm" : name)", remedy: remedy, key: "\(key).\(name)", at: entry)
            return nil
        }
        func number(_ name: String) -> Double? {
            guard let entry = entries[name], let text = document.text(entry, key: "\(key).\(name)") else { return nil }
            do throws(TextProblem) { return try QuantityText.number(text) } catch {
                document.report(error, key: "\(key).\(name)", at: entry)
                return nil
            }
        }
        let arm = word("arm", among: arms, isRequired: true)
        let against = word("against", among: arms, isRequired: false)
        let output = word("output", among: model.outputs.map(\.identifier), isRequired: true)
        let statistic = statistic(entries["statistic"], key: key, at: node, horizon: horizon)
        let value = number("value")
        let limit = number("censoredBelow")
        if value == nil, limit == nil, entries["value"] == nil {
            document.report("there is neither 'value' nor 'censoredBelow'", remedy: "give what was found", key: key, at: node)
        }
        let spread = Spread(
            se: number("se"), sd: number("sd"), count: number("n"), sdAgainst: number("sdAgainst"), countAgainst: number("nAgainst"))
        for (name, found) in [("se", spread.se), ("sd", spread.sd), ("n", spread.count)] {
            guard let found, found <= 0, let entry = entries[name] else { continue }
            document.report("'\(QuantityText.text(found))' is not above zero", remedy: "leave it out if unknown", key: "\(key).\(name)", at: entry)
        }
        guard let arm, let output, let statistic, let modelOutput = model.outputs.first(where: { $0.identifier == output }),
            let unit = unit(entries["unit"], of: statistic.value.unit(ofOutput: modelOutput.unit), key: key, at: node)
        else { return nil }
        return ObservedStudy.Observation(
            arm: arm, against: against, output: output, statistic: statistic.value, statisticText: statistic.text, value: value,
            standardError: spread.standardError(ofContrast: against != nil), censoredBelow: limit, unit: unit,
            note: entries["note"].flatMap { document.text($0, key: "\(key).note") } ?? "")
    }

    private func statistic(_ entry: Node?, key: String, at node: Node, horizon: Double?) -> (value: Statistic, text: String)? {
        guard let entry else {
            document.report(
                "'statistic' is missing", remedy: "write for example '\(Statistic.examples.joined(separator: "', '"))'", key: key, at: node)
            return nil
        }
        guard let text = document.text(entry, key: "\(key).statistic") else { return nil }
        do throws(TextProblem) { return (try Statistic(parsing: text, horizon: horizon), text) } catch {
            document.report(error, key: "\(key).statistic", at: entry)
            return nil
        }
    }

    /// The unit a number is written in, which must fit the statistic.
    private func unit(_ entry: Node?, of expected: Unit, key: String, at node: Node) -> Unit? {
        guard let entry else {
            document.report("'unit' is missing", remedy: "write for example \(expected)", key: key, at: node)
            return nil
        }
        guard let text = document.text(entry, key: "\(key).unit") else { return nil }
        do throws(TextProblem) {
            let unit = try QuantityText.unit(text)
            if unit.isSameDimension(as: expected) { return unit }
            document.report("'\(text)' does not fit", remedy: "the statistic is in \(expected)", key: "\(key).unit", at: entry)
        } catch {
            document.report(error, key: "\(key).unit", at: entry)
        }
        return nil
    }

    /// What a file says about uncertainty.
    struct Spread {
        var se: Double?
        var sd: Double?
        var count: Double?
        var sdAgainst: Double?
        var countAgainst: Double?

        /// Standard error of a mean, SD ÷ √n, or of a difference of two means; `se` as given goes first.
        ///
        /// Where the other arm's SD or n is not given, it is taken as this arm's.
        func standardError(ofContrast isContrast: Bool) -> Double? {
            if let se { return se }
            guard let sd, let count else { return nil }
            let own = sd * sd / count
            guard isContrast else { return own.squareRoot() }
            let other = sdAgainst ?? sd
            return (own + other * other / (countAgainst ?? count)).squareRoot()
        }
    }
}
