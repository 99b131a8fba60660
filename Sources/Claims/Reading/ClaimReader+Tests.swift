import Modeling
import Studies
import Yams

extension ClaimReader {
    static let testKinds = ["trial", "simulation", "arithmetic", "citation", "safety"]

    /// Tests, each a mapping with its kind as the only key; at most one trial test, since a claim has one outcome.
    func tests(_ node: Node, key: String, claim: Claim, scenarios: [String: Scenario]) -> [Claim.Test] {
        guard let list = document.sequence(node, key: key) else { return [] }
        var hasTrial = false
        return list.enumerated().compactMap { index, item -> Claim.Test? in
            let itemKey = "\(key)[\(index + 1)]"
            guard let mapping = document.mapping(item, key: itemKey) else { return nil }
            let entries = document.entries(mapping, key: itemKey, allowed: Self.testKinds)
            guard entries.count == 1, let (kind, body) = entries.first else {
                if !entries.isEmpty || mapping.isEmpty {
                    document.report(
                        "a test has one kind", remedy: "allowed: \(Self.testKinds.joined(separator: ", "))",
                        key: itemKey,
                        at: item)
                }
                return nil
            }
            let key = "\(itemKey).\(kind)"
            switch kind {
            case "trial":
                if hasTrial {
                    document.report(
                        "the claim has a trial test already", remedy: "put the evidence together, or split the claim",
                        key: key, at: body)
                }
                hasTrial = true
                return trial(body, key: key, claim: claim).map { .trial($0) }
            case "simulation":
                return simulation(body, key: key, claim: claim, scenarios: scenarios).map { .simulation($0) }
            case "arithmetic": return arithmetic(body, key: key).map { .arithmetic($0) }
            case "citation": return citation(body, key: key).map { .citation($0) }
            default: return safety(body, key: key).map { .safety($0) }
            }
        }
    }

    private func simulation(
        _ node: Node, key: String, claim: Claim, scenarios: [String: Scenario]
    ) -> SimulationTest? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(
            mapping, key: key,
            allowed: ["scenario", "output", "arm", "against", "statistic", "direction", "threshold", "share"])
        let name = word(
            "scenario", entries, key: key, among: scenarios.keys.sorted(), noun: "scenario", at: node)
        guard let name, let scenario = scenarios[name] else { return nil }
        let arms = scenario.arms.map(\.name)
        let arm = word("arm", entries, key: key, among: arms, noun: "arm", at: node)
        let against =
            entries["against"] == nil
            ? nil : word("against", entries, key: key, among: arms, noun: "arm", at: node)
        let output = entries["output"].flatMap { self.output($0, key: "\(key).output") } ?? claim.outcome.output
        guard let output, let outputUnit = outputs[output] else {
            if entries["output"] == nil {
                document.report(
                    "it names no output, and neither does the claim", remedy: "give 'output'", key: key, at: node)
            }
            return nil
        }
        guard let statisticNode = entries["statistic"] else {
            document.report(
                "'statistic' is missing", remedy: "write for example 'change from 0 to 10 years'", key: key, at: node)
            return nil
        }
        guard let text = document.text(statisticNode, key: "\(key).statistic") else { return nil }
        do throws(TextProblem) {
            let statistic = try Statistic(parsing: text, horizon: scenario.horizon, unit: outputUnit)
            if let last = statistic.times.last, last > scenario.horizon {
                throw TextProblem(
                    message: "'\(text)' goes beyond the scenario's horizon", remedy: "ask for a time within it")
            }
            let unit = statistic.unit(ofOutput: outputUnit)
            let own = entries["threshold"].flatMap { threshold($0, in: unit, key: "\(key).threshold") }?.value
            let inherited =
                claim.outcome.output == output && claim.outcome.unit.isSameDimension(as: unit)
                ? claim.outcome.threshold * (claim.outcome.unit.scale / unit.scale) : 0
            return SimulationTest(
                scenario: name, output: output, arm: arm ?? "", against: against, statistic: statistic,
                statisticText: text,
                direction: entries["direction"].flatMap { choice(Claim.Direction.self, $0, key: "\(key).direction") }
                    ?? claim.outcome.direction,
                threshold: own ?? inherited, unit: unit,
                share: entries["share"].flatMap { share($0, key: "\(key).share") } ?? claim.quantifier.share)
        } catch {
            document.report(error, key: "\(key).statistic", at: statisticNode)
            return nil
        }
    }

    /// `90 %`, above 0 and up to 100.
    private func share(_ node: Node, key: String) -> Double? {
        guard let text = document.text(node, key: key) else { return nil }
        do throws(TextProblem) {
            let value = try QuantityText.value(text, in: .percent, example: "90 %") / 100
            if value > 0, value <= 1 { return value }
            throw TextProblem(message: "'\(text)' is no share of draws", remedy: "write for example 90 %")
        } catch {
            document.report(error, key: key, at: node)
            return nil
        }
    }

    private func citation(_ node: Node, key: String) -> CitationTest? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["work", "for", "seen"] + CitationTest.aspectNames)
        let use = required("for", entries, key: key, at: node, "say what it is cited for")
        guard let workNode = entries["work"] else {
            document.report("'work' is missing", remedy: "give the key in the bibliography", key: key, at: node)
            return nil
        }
        let work = reference(workNode, key: "\(key).work")
        let seen = entries["seen"].flatMap { choice(CitationTest.Seen.self, $0, key: "\(key).seen") }
        let aspects = CitationTest.aspectNames.compactMap { name -> CitationTest.Aspect? in
            guard let entry = entries[name], let pair = document.mapping(entry, key: "\(key).\(name)") else {
                return nil
            }
            let sides = document.entries(pair, key: "\(key).\(name)", allowed: ["claimed", "found"])
            let claimed = required("claimed", sides, key: "\(key).\(name)", at: entry, "say what the claim needs")
            let found = required("found", sides, key: "\(key).\(name)", at: entry, "say what the work has, or unknown")
            return CitationTest.Aspect(name: name, claimed: claimed ?? "", found: found ?? "")
        }
        guard let work, let use else { return nil }
        return CitationTest(work: work, use: use, seen: seen ?? .no, aspects: aspects)
    }

    private func safety(_ node: Node, key: String) -> SafetyTest? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["harm", "reference", "bears"])
        let harm = required("harm", entries, key: key, at: node, "say what harm is known")
        let bears = word("bears", entries, key: key, among: ["against", "beside"], noun: "word", at: node)
        let references = entries["reference"].map { self.references($0, key: "\(key).reference") } ?? []
        if entries["reference"] == nil {
            document.report("'reference' is missing", remedy: "give the key in the bibliography", key: key, at: node)
        }
        guard let harm, let bears else { return nil }
        return SafetyTest(harm: harm, references: references, contradicts: bears == "against")
    }
}
