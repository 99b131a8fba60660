import Modeling
import Studies
import Yams

extension ClaimReader {
    func trial(_ node: Node, key: String, claim: Claim) -> TrialTest? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["evidence", "grade", "search"])
        var evidence: [TrialTest.Evidence] = []
        if let list = entries["evidence"], let items = document.sequence(list, key: "\(key).evidence") {
            evidence = items.enumerated().compactMap {
                self.evidence($1, key: "\(key).evidence[\($0 + 1)]", claim: claim)
            }
        }
        let judgement = entries["grade"].flatMap { self.judgement($0, key: "\(key).grade") }
        if !evidence.isEmpty, entries["grade"] == nil {
            document.report(
                "evidence has no judgement",
                remedy: "give 'grade' with \(GradeJudgement.domains.joined(separator: ", "))",
                key: key, at: node)
        }
        let search = entries["search"].flatMap { document.text($0, key: "\(key).search") } ?? ""
        if entries["evidence"] == nil, search.isEmpty {
            document.report(
                "there is no evidence", remedy: "list it, or say under 'search' what was looked for in vain", key: key,
                at: node)
        }
        return TrialTest(evidence: evidence, judgement: judgement, search: search)
    }

    private func judgement(_ node: Node, key: String) -> GradeJudgement? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let upgrades = GradeJudgement.Upgrade.allCases
        let entries = document.entries(
            mapping, key: key, allowed: GradeJudgement.domains + upgrades.map(\.rawValue) + ["because"])
        let reason = required("because", entries, key: key, at: node, "say why")
        let concerns = GradeJudgement.domains.map { domain -> GradeJudgement.Concern in
            guard let entry = entries[domain] else {
                document.report(
                    "'\(domain)' is not judged", remedy: "allowed: not serious, serious, very serious", key: key,
                    at: node)
                return .none
            }
            return choice(GradeJudgement.Concern.self, entry, key: "\(key).\(domain)") ?? .none
        }
        return GradeJudgement(
            concerns: concerns, upgrades: upgrades.filter { flag(entries[$0.rawValue], key: "\(key).\($0.rawValue)") },
            reason: reason ?? "")
    }

    private func evidence(_ node: Node, key: String, claim: Claim) -> TrialTest.Evidence? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(
            mapping, key: key,
            allowed: ["study", "output", "arm", "reference", "design", "n", "effect", "shows", "found"])
        let shows = entries["shows"].flatMap { choice(TrialFinding.self, $0, key: "\(key).shows") }
        let found = entries["found"].flatMap { document.text($0, key: "\(key).found") } ?? ""
        if entries["study"] != nil {
            return ofLibrary(entries, key: key, at: node, claim: claim, shows: shows, found: found)
        }
        guard let referenceNode = entries["reference"] else {
            document.report(
                "it names no study", remedy: "give 'study' of the library, or 'reference' with 'design'", key: key,
                at: node)
            return nil
        }
        let references = self.references(referenceNode, key: "\(key).reference")
        let design = entries["design"].flatMap { choice(StudyDesign.self, $0, key: "\(key).design") }
        if entries["design"] == nil {
            document.report(
                "'design' is missing",
                remedy: "allowed: \(StudyDesign.allCases.map(\.rawValue).joined(separator: ", "))",
                key: key, at: node)
        }
        let effect = entries["effect"].flatMap { self.effect($0, key: "\(key).effect", claim: claim) }
        let finding = self.finding(
            of: effect, shows: shows, isStated: entries["shows"] != nil, claim: claim, key: key, at: node)
        guard let design, let finding else { return nil }
        return TrialTest.Evidence(
            study: nil, references: references, design: design,
            count: entries["n"].flatMap { number($0, key: "\(key).n") }.flatMap { Int(exactly: $0) }, effect: effect,
            finding: finding, text: found)
    }

    /// A finding follows from an effect with its interval; without one it must be stated, and never both.
    private func finding(
        of effect: TrialTest.Effect?, shows: TrialFinding?, isStated: Bool, claim: Claim, key: String, at node: Node
    ) -> TrialFinding? {
        if let effect {
            if isStated {
                document.report(
                    "what it shows follows from the effect", remedy: "leave 'shows' out", key: key, at: node)
            }
            let unit = try? QuantityText.unit(effect.unit)
            let fits = unit.map { $0.isSameDimension(as: claim.outcome.unit) } ?? false
            let threshold = fits ? claim.outcome.threshold * (claim.outcome.unit.scale / (unit?.scale ?? 1)) : 0
            return TrialFinding(
                of: effect, claimed: claim.outcome.direction, threshold: effect.null == 0 ? threshold : 0)
        }
        if shows == nil, !isStated {
            document.report(
                "it does not say what was found", remedy: "give 'effect' with its interval, or 'shows'", key: key,
                at: node)
        }
        return shows
    }

    private func effect(_ node: Node, key: String, claim: Claim) -> TrialTest.Effect? {
        guard let mapping = document.mapping(node, key: key) else { return nil }
        let entries = document.entries(mapping, key: key, allowed: ["measure", "value", "low", "high", "unit"])
        let measure = required("measure", entries, key: key, at: node, "such as mean difference or odds ratio")
        func value(_ name: String) -> Double? {
            if let entry = entries[name] { return number(entry, key: "\(key).\(name)") }
            document.report("'\(name)' is missing", remedy: "give value, low and high", key: key, at: node)
            return nil
        }
        let (middle, lower, upper) = (value("value"), value("low"), value("high"))
        let isRatio = measure?.hasSuffix("ratio") ?? false || measure == "relative risk"
        var unitText = ""
        if let unitNode = entries["unit"], let text = document.text(unitNode, key: "\(key).unit") {
            unitText = text
            do throws(TextProblem) {
                let unit = try QuantityText.unit(text)
                if let output = claim.outcome.output, let own = outputs[output], unit != .percent,
                    !unit.isSameDimension(as: own)
                {
                    document.report(
                        "'\(text)' does not fit the claim's outcome", remedy: "it is in \(own)", key: "\(key).unit",
                        at: unitNode)
                }
            } catch {
                document.report(error, key: "\(key).unit", at: unitNode)
            }
        } else if !isRatio {
            document.report("'unit' is missing", remedy: "ratios have none; write for example AU", key: key, at: node)
        }
        guard let measure, let middle, let lower, let upper else { return nil }
        guard lower <= middle, middle <= upper else {
            document.report("the value is outside its interval", remedy: "low, value, high ascend", key: key, at: node)
            return nil
        }
        return TrialTest.Effect(
            measure: measure, value: middle, lower: lower, upper: upper, unit: unitText, null: isRatio ? 1 : 0)
    }
}
