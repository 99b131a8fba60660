import Yams

extension ObservedStudyReader {
    /// One of the designs by name.
    func design(_ node: Node?) -> StudyDesign? {
        guard let node, let text = document.text(node, key: "design") else { return nil }
        if let design = StudyDesign(rawValue: text) { return design }
        let words = StudyDesign.allCases.map(\.rawValue)
        document.report(
            "'\(text)' is not a design", remedy: Spelling.remedy(for: text, among: words, noun: "design"),
            key: "design",
            at: node)
        return nil
    }

    /// `some concerns: the reason`.
    func riskOfBias(_ node: Node?) -> RiskOfBias? {
        guard let node, let text = document.text(node, key: "risk of bias") else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1).map(\.trimmingWhitespace)
        let words = RiskOfBias.Judgement.allCases.map(\.rawValue)
        guard let first = parts.first, let judgement = RiskOfBias.Judgement(rawValue: first) else {
            document.report(
                "'\(parts.first ?? text)' is not a judgement",
                remedy: Spelling.remedy(for: parts.first ?? text, among: words, noun: "judgement"), key: "risk of bias",
                at: node)
            return nil
        }
        guard parts.count == 2, !parts[1].isEmpty else {
            document.report(
                "the judgement has no reason", remedy: "write for example \"low: double-blind, few drop-outs\"",
                key: "risk of bias", at: node)
            return nil
        }
        return RiskOfBias(judgement, because: parts[1])
    }
}
