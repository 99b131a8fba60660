import Modeling
import Studies
import Yams

extension ClaimReader {
    /// Half-width of a 95 % interval in standard errors.
    private static let halfWidth = 1.96

    /// A study of the library: its design, number and effect are those of its file.
    func ofLibrary(
        _ entries: [String: Node], key: String, at node: Node, claim: Claim, shows: TrialFinding?, found: String
    ) -> TrialTest.Evidence? {
        let id = word("study", entries, key: key, among: studies.keys.sorted(), noun: "study", at: node)
        for name in ["reference", "design", "n", "effect"] where entries[name] != nil {
            document.report(
                "'\(name)' stands in the study's own file", remedy: "leave it out", key: "\(key).\(name)",
                at: entries[name])
        }
        guard let id, let study = studies[id] else { return nil }
        guard let ownDesign = study.design else {
            document.report("the study's file states no design", remedy: "add 'design' to it", key: key, at: node)
            return nil
        }
        var (effect, finding, count, design) = (TrialTest.Effect?.none, shows, Int?.none, ownDesign)
        let output = entries["output"].flatMap { self.output($0, key: "\(key).output") } ?? claim.outcome.output
        let arm =
            entries["arm"] == nil
            ? nil : word("arm", entries, key: key, among: study.arms.map(\.name), noun: "arm", at: node)
        if let arm {
            guard let observation = study.observations.first(where: { $0.arm == arm && $0.output == output }) else {
                document.report(
                    "the study observed no '\(output ?? "outcome")' in '\(arm)'",
                    remedy: "name one of its observations, or leave 'arm' out and say what it 'shows'", key: key,
                    at: node)
                return nil
            }
            count = observation.count
            // What chance decided is the contrast between arms, not the course of one.
            if ownDesign.isRandomised, observation.against == nil { design = .withinArm }
            effect = self.effect(of: observation)
            let found = effect.map {
                TrialFinding(
                    of: $0, claimed: claim.outcome.direction,
                    threshold: claim.outcome.unit.isSameDimension(as: observation.unit)
                        ? claim.outcome.threshold * (claim.outcome.unit.scale / observation.unit.scale) : 0)
            }
            finding = shows ?? found ?? self.finding(of: observation, claimed: claim.outcome.direction)
            if shows != nil, found != nil {
                document.report(
                    "what it shows follows from the study's file", remedy: "leave 'shows' out", key: key, at: node)
            }
        }
        guard let finding else {
            if entries["shows"] == nil {
                document.report(
                    "it does not say what was found", remedy: "give 'arm' of an observation with a number, or 'shows'",
                    key: key, at: node)
            }
            return nil
        }
        return TrialTest.Evidence(
            study: id, references: study.references, design: design, count: count, effect: effect, finding: finding,
            text: found.isEmpty ? study.title : found)
    }

    /// The observed number with the interval of its standard error.
    private func effect(of observation: ObservedStudy.Observation) -> TrialTest.Effect? {
        guard case .value(let value) = observation.finding, let error = observation.scoringError else { return nil }
        let half = Self.halfWidth * error
        let measure =
            observation.against == nil ? observation.statisticText : "difference in \(observation.statisticText)"
        return TrialTest.Effect(
            measure: measure, value: value, lower: value - half, upper: value + half,
            unit: observation.unit.description,
            null: 0)
    }

    /// What an observed direction says of a claimed one: no difference seen is not no difference.
    private func finding(of observation: ObservedStudy.Observation, claimed: Claim.Direction) -> TrialFinding? {
        guard case .direction(let seen) = observation.finding else { return nil }
        switch (seen, claimed) {
        case (.none, _): return .inconclusive
        case (.up, .up), (.down, .down): return .supports
        default: return .contradicts
        }
    }
}
