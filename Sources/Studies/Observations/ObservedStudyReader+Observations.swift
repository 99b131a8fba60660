import Modeling
import Yams

extension ObservedStudyReader {
    static let observationKeys = [
        "arm", "against", "relative to", "output", "statistic", "value", "below", "censoredBelow", "above", "direction",
        "sd", "se", "assumed se", "quartiles",
        "n", "sdAgainst", "nAgainst", "likelihood", "weight", "unit", "of", "note", "cause",
    ]

    func observations(
        _ node: Node?, root: Node.Mapping, arms: [String], model: Model, horizon: Double?
    ) -> [ObservedStudy.Observation] {
        guard let node else {
            document.report(
                "'observations' is missing", remedy: "list what the study found", key: "", at: .mapping(root))
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
                if isRequired {
                    document.report(
                        "'\(name)' is missing", remedy: "allowed: \(allowed.joined(separator: ", "))", key: key,
                        at: node)
                }
                return nil
            }
            guard let text = document.text(entry, key: "\(key).\(name)") else { return nil }
            if allowed.contains(text) { return text }
            let remedy = Spelling.remedy(for: text, among: allowed, noun: name)
            document.report(
                "'\(text)' is not an \(name == "against" ? "arm" : name)", remedy: remedy, key: "\(key).\(name)",
                at: entry)
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
        let modelOutput = output.flatMap { name in model.outputs.first { $0.identifier == name } }
        let statistic = statistic(
            entries["statistic"], key: key, at: node, horizon: horizon, unit: modelOutput?.unit ?? .dimensionless)
        let finding = finding(entries, key: key, at: node, number: number)
        let relativeTo = entries["relative to"].flatMap {
            self.relativeTo($0, key: "\(key).relative to", arms: arms, model: model)
        }
        let spread = Spread(
            se: number("se"), sd: number("sd") ?? quartileDeviation(entries["quartiles"], key: key), count: number("n"),
            sdAgainst: number("sdAgainst"), countAgainst: number("nAgainst"))
        let assumed = number("assumed se")
        let errorModel = choice(
            entries["likelihood"], key: "\(key).likelihood", default: ObservedStudy.Observation.ErrorModel.normal)
        let summary = choice(entries["of"], key: "\(key).of", default: ObservedStudy.Observation.Summary.mean)
        let weight = number("weight") ?? 1
        if let entry = entries["weight"], !(weight > 0 && weight <= 1) {
            document.report(
                "'\(QuantityText.text(weight))' is not a weight", remedy: "write a number above 0 and at most 1",
                key: "\(key).weight", at: entry)
        }
        if errorModel == .logNormal, case .value(let value)? = finding, value <= 0, let entry = entries["likelihood"] {
            document.report(
                "a log-normal finding is above zero, not \(QuantityText.text(value))",
                remedy: "write normal, or nothing",
                key: "\(key).likelihood", at: entry)
        }
        let note = entries["note"].flatMap { document.text($0, key: "\(key).note") } ?? ""
        for (name, found) in [("se", spread.se), ("sd", spread.sd), ("n", spread.count), ("assumed se", assumed)] {
            guard let found, found <= 0, let entry = entries[name] else { continue }
            document.report(
                "'\(QuantityText.text(found))' is not above zero", remedy: "leave it out if unknown",
                key: "\(key).\(name)", at: entry)
        }
        let standardError = spread.standardError(ofContrast: against != nil, summary: summary)
        if assumed != nil, standardError != nil || note.isEmpty, let entry = entries["assumed se"] {
            let (message, remedy) =
                standardError != nil
                ? ("the study tells the standard error", "leave the assumed one out")
                : ("it has no reason", "say why in 'note'")
            document.report(message, remedy: remedy, key: "\(key).assumed se", at: entry)
        }
        guard let arm, let output, let statistic, let finding, let modelOutput,
            let unit = unit(
                entries["unit"],
                of: relativeTo == nil ? statistic.value.unit(ofOutput: modelOutput.unit) : .dimensionless, key: key,
                at: node)
        else { return nil }
        return ObservedStudy.Observation(
            arm: arm, against: against, relativeTo: relativeTo, output: output, statistic: statistic.value,
            statisticText: statistic.text, finding: finding,
            standardError: standardError, assumedStandardError: assumed, errorModel: errorModel, summary: summary,
            weight: weight, unit: unit,
            count: spread.count.flatMap { Int(exactly: $0.rounded()) }, note: note,
            cause: entries["cause"].flatMap { document.text($0, key: "\(key).cause") } ?? "")
    }

    /// The one of `value`, `below`, `above` and `direction` that is given.
    private func finding(
        _ entries: [String: Node], key: String, at node: Node, number: (String) -> Double?
    ) -> ObservedStudy.Finding? {
        let given = ["value", "below", "censoredBelow", "above", "direction"].filter { entries[$0] != nil }
        guard given.count == 1, let name = given.first, let entry = entries[name] else {
            document.report(
                given.isEmpty
                    ? "it does not say what was found" : "it gives \(given.joined(separator: " and ")) at once",
                remedy: "give one of 'value', 'below', 'above' and 'direction'", key: key, at: node)
            return nil
        }
        switch name {
        case "value": return number(name).map { .value($0) }
        case "above": return number(name).map { .above($0) }
        case "direction":
            let words = ObservedStudy.Direction.allCases.map(\.rawValue)
            let text = document.text(entry, key: "\(key).direction") ?? ""
            if let direction = ObservedStudy.Direction(rawValue: text) { return .direction(direction) }
            document.report(
                "'\(text)' is not a direction", remedy: "allowed: \(words.joined(separator: ", "))",
                key: "\(key).direction", at: entry)
            return nil
        default: return entry.scalar?.string == "unknown" ? .below(nil) : number(name).map { .below($0) }
        }
    }

    /// One of a few words; the default, with an issue, for another.
    private func choice<Word: RawRepresentable & CaseIterable>(_ entry: Node?, key: String, default standard: Word)
        -> Word
    where Word.RawValue == String {
        guard let entry, let text = document.text(entry, key: key) else { return standard }
        if let word = Word(rawValue: text) { return word }
        document.report(
            "'\(text)' is not known here",
            remedy: "allowed: \(Word.allCases.map(\.rawValue).joined(separator: ", "))", key: key, at: entry)
        return standard
    }

    /// `{arm: …, output: …}` that a ratio is taken to.
    private func relativeTo(_ node: Node, key: String, arms: [String], model: Model) -> (arm: String, output: String)? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["arm", "output"])
        let outputs = model.outputs.map(\.identifier)
        guard let arm = entries["arm"]?.scalar?.string, arms.contains(arm),
            let output = entries["output"]?.scalar?.string, outputs.contains(output)
        else {
            document.report(
                "it names no arm and output of this study", remedy: "write {arm: …, output: …}", key: key, at: node)
            return nil
        }
        return (arm, output)
    }

    /// SD of a normal distribution with these quartiles, which are 1.349 SD apart.
    private func quartileDeviation(_ node: Node?, key: String) -> Double? {
        guard let node else { return nil }
        let numbers = node.sequence?.compactMap { $0.scalar.flatMap { Double($0.string) } } ?? []
        if numbers.count == 2, numbers[0] < numbers[1] { return (numbers[1] - numbers[0]) / (2 * normalQuantile(0.75)) }
        document.report(
            "these are not quartiles", remedy: "write for example [10, 20]", key: "\(key).quartiles", at: node)
        return nil
    }

    private func statistic(_ entry: Node?, key: String, at node: Node, horizon: Double?, unit: Unit) -> (
        value: Statistic, text: String
    )? {
        guard let entry else {
            document.report(
                "'statistic' is missing", remedy: "write for example '\(Statistic.examples.joined(separator: "', '"))'",
                key: key, at: node)
            return nil
        }
        guard let text = document.text(entry, key: "\(key).statistic") else { return nil }
        do throws(TextProblem) { return (try Statistic(parsing: text, horizon: horizon, unit: unit), text) } catch {
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
            document.report(
                "'\(text)' does not fit", remedy: "the statistic is in \(expected)", key: "\(key).unit", at: entry)
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

        /// Standard error of a mean, SD ÷ √n, or of a difference of two means; √(π/2) times that of medians; `se` as given goes first.
        ///
        /// Where the other arm's SD or n is not given, it is taken as this arm's.
        func standardError(ofContrast isContrast: Bool, summary: ObservedStudy.Observation.Summary) -> Double? {
            if let se { return se }
            guard let sd, let count else { return nil }
            let factor = summary == .median ? (Double.pi / 2).squareRoot() : 1
            let own = sd * sd / count
            guard isContrast else { return factor * own.squareRoot() }
            let other = sdAgainst ?? sd
            return factor * (own + other * other / (countAgainst ?? count)).squareRoot()
        }
    }
}
