import Modeling
import Studies
import Yams

extension ClaimReader {
    static let claimKeys = [
        "id", "text", "made", "population", "exposure", "comparator", "outcome", "quantifier", "expected", "headline",
        "in short", "tests",
    ]

    func claim(_ node: Node, key: String, places: [String], scenarios: [String: Scenario]) -> Claim? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: Self.claimKeys)
        let id = required("id", entries, key: key, at: node, "give the claim a short name")
        let text = required("text", entries, key: key, at: node, "say the claim in your own words")
        let made = word("made", entries, key: key, among: places, noun: "place", at: node)
        let population = entries["population"].flatMap { self.population($0, key: "\(key).population") }
        let outcome = self.outcome(entries["outcome"], key: key, at: node)
        if let id, let idNode = entries["id"], id.wholeMatch(of: #/[a-z0-9-]+/#) == nil {
            document.report(
                "'\(id)' is not an id", remedy: "use small letters, digits and hyphens", key: "\(key).id", at: idNode)
        }
        guard let outcome else { return nil }
        let quantifier = entries["quantifier"].flatMap { choice(Claim.Quantifier.self, $0, key: "\(key).quantifier") }
        let expected = entries["expected"].flatMap { choice(Claim.Expectation.self, $0, key: "\(key).expected") }
        var claim = Claim(
            id: id ?? "", text: text ?? "", made: made ?? "",
            population: population ?? Claim.Population(people: "people", ages: nil),
            exposure: entries["exposure"].map { exposure($0, key: "\(key).exposure") }
                ?? Claim.Exposure(form: "", dose: "", route: "", duration: ""),
            comparator: entries["comparator"].flatMap { document.text($0, key: "\(key).comparator") } ?? "",
            outcome: outcome, quantifier: quantifier ?? .inGeneral, expectation: expected ?? .open,
            isHeadline: flag(entries["headline"], key: "\(key).headline"),
            brief: entries["in short"].flatMap { document.text($0, key: "\(key).in short") } ?? "", tests: [])
        if let tests = entries["tests"] {
            claim.tests = self.tests(tests, key: "\(key).tests", claim: claim, scenarios: scenarios)
        }
        return claim
    }

    private func population(_ node: Node, key: String) -> Claim.Population? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["people", "ages"])
        let people = required("people", entries, key: key, at: node, "say who, such as 'adults'")
        let ages = entries["ages"].flatMap { self.ages($0, key: "\(key).ages") }
        return Claim.Population(people: people ?? "", ages: ages)
    }

    /// `40 to 80 years` [y].
    private func ages(_ node: Node, key: String) -> ClosedRange<Double>? {
        guard let text = document.text(node, key: key) else { return nil }
        let parts = text.split(separator: " to ").map(\.trimmingWhitespace)
        do throws(TextProblem) {
            if parts.count == 2 {
                let upper = try QuantityText.value(parts[1], in: .year, example: "80 years")
                let lower = try QuantityText.number(parts[0])
                if lower <= upper { return lower...upper }
            }
            throw TextProblem(message: "'\(text)' is not a range of ages", remedy: "write for example 40 to 80 years")
        } catch {
            document.report(error, key: key, at: node)
            return nil
        }
    }

    /// Doses are mass, or mass a day, of one number or `1 to 45 mg/day`; their units are checked.
    private func exposure(_ node: Node, key: String) -> Claim.Exposure {
        var exposure = Claim.Exposure(form: "", dose: "", route: "", duration: "")
        guard let mapping = document.mapping(node, key: key) else { return exposure }
        let entries = document.entries(mapping, key: key, allowed: ["form", "dose", "route", "duration"])
        func text(_ name: String) -> String { entries[name].flatMap { document.text($0, key: "\(key).\(name)") } ?? "" }
        exposure.form = text("form")
        exposure.route = text("route")
        exposure.dose = text("dose")
        exposure.duration = text("duration")
        if let dose = entries["dose"], !exposure.dose.isEmpty {
            check(
                exposure.dose, fits: [.milligram / .day, .milligram], example: "10 mg/day", key: "\(key).dose", at: dose
            )
        }
        if let duration = entries["duration"], !exposure.duration.isEmpty {
            check(exposure.duration, fits: [.hour], example: "2 years", key: "\(key).duration", at: duration)
        }
        return exposure
    }

    /// The last number of a text, with its unit, must fit one of some units.
    private func check(_ text: String, fits units: [Unit], example: String, key: String, at node: Node) {
        let last = text.split(separator: " to ").last.map(\.trimmingWhitespace) ?? text
        do throws(TextProblem) {
            let (number, unitText) = QuantityText.split(last)
            guard !number.isEmpty, !unitText.isEmpty else {
                throw TextProblem(
                    message: "'\(text)' has no number with a unit", remedy: "write for example \(example)")
            }
            _ = try QuantityText.number(number)
            let unit = try QuantityText.unit(unitText)
            guard units.contains(where: { $0.isSameDimension(as: unit) }) else {
                throw TextProblem(message: "'\(unitText)' does not fit", remedy: "write for example \(example)")
            }
        } catch {
            document.report(error, key: key, at: node)
        }
    }

    private func outcome(_ node: Node?, key: String, at claim: Node) -> Claim.Outcome? {
        guard let node else {
            document.report(
                "'outcome' is missing", remedy: "write for example {output: CAC, direction: down}", key: key, at: claim)
            return nil
        }
        let key = "\(key).outcome"
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["output", "named", "direction", "threshold"])
        let output = entries["output"].flatMap { self.output($0, key: "\(key).output") }
        let named = entries["named"].flatMap { document.text($0, key: "\(key).named") }
        if entries["output"] == nil, entries["named"] == nil {
            document.report(
                "it names no outcome", remedy: "give 'output' of the model, or 'named' in words", key: key, at: node)
        }
        let direction = entries["direction"].flatMap { choice(Claim.Direction.self, $0, key: "\(key).direction") }
        let unit = output.flatMap { outputs[$0] }
        let threshold = entries["threshold"].flatMap { self.threshold($0, in: unit, key: "\(key).threshold") }
        let label = output.flatMap { name in
            context.family.model(using: []).outputs.first { $0.identifier == name }?.label
        }
        return Claim.Outcome(
            output: output, name: named ?? label ?? "", direction: direction ?? .none,
            threshold: threshold?.value ?? 0, unit: threshold?.unit ?? unit ?? .dimensionless)
    }

    /// A size of 0 or more with a unit; that of the output where there is one.
    func threshold(_ node: Node, in unit: Unit?, key: String) -> Measured? {
        guard let text = document.text(node, key: key) else { return nil }
        do throws(TextProblem) {
            let (number, unitText) = QuantityText.split(text)
            let own = unitText.isEmpty ? Unit.dimensionless : try QuantityText.unit(unitText)
            let size = number.isEmpty ? 0 : try QuantityText.number(number)
            guard size >= 0 else {
                throw TextProblem(
                    message: "'\(text)' is below zero", remedy: "sizes are counted from 0; see 'direction'")
            }
            let wanted = unit ?? own
            return Measured(try QuantityText.value(text, in: wanted, example: "10 \(wanted)"), wanted)
        } catch {
            document.report(error, key: key, at: node)
            return nil
        }
    }

    /// An output of the model.
    func output(_ node: Node, key: String) -> String? {
        guard let name = document.text(node, key: key) else { return nil }
        if outputs[name] != nil { return name }
        document.report(
            "'\(name)' is not an output of the model",
            remedy: Spelling.remedy(for: name, among: outputNames, noun: "output"), key: key, at: node)
        return nil
    }
}
