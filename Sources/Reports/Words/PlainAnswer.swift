import Studies

extension Report {
    /// The answer as one paragraph, safe to read alone.
    var plainAnswer: String {
        let horizon = TimeScale.words(result.times.last ?? 0)
        guard !result.comparedArms.isEmpty else {
            return "This study has one course of action, “\(result.referenceArm)”, over \(horizon); there is nothing"
                + " to compare it with. \(rangeSentence)"
        }
        let opening =
            "This is what the model finds after \(horizon), compared with “\(result.referenceArm)”, for people like the"
            + " one described."
        let findings = result.comparedArms.map { (arm: $0.name, words: mainWords(for: $0)) }
        let told = findings.map { toldSentence($0.arm, $0.words.filter(\.isDetected)) }
        let untold = untoldSentences(findings)
        return ([opening] + told.filter { !$0.isEmpty } + untold + [rangeSentence]).joined(separator: " ")
    }

    /// What the bands mean; fewer words where there is only one draw and so no band.
    var rangeSentence: String {
        let draws = result.manifest.drawCount
        if draws < 2 { return "Only one draw was simulated, so there is no range: nothing here says how sure it is." }
        let caution = draws < 40 ? " With only \(draws) draws the ends of the ranges are rough." : ""
        return
            "Ranges hold the middle 90\u{A0}% of \(draws) simulations with different plausible numbers: a range for people like"
            + " this, not a forecast.\(caution)"
    }

    private func mainWords(for arm: StudyResult.Arm) -> [DifferenceWords] {
        mainOutputs.compactMap { output in arm.series.first { $0.output == output }.flatMap(words(for:)) }
    }

    private func toldSentence(_ arm: String, _ words: [DifferenceWords]) -> String {
        words.isEmpty ? "" : "With “\(arm)”, \(words.map(\.clause).joined(separator: "; "))."
    }

    /// What cannot be told from zero: said once for all arms where it holds for all, else for each.
    private func untoldSentences(_ findings: [(arm: String, words: [DifferenceWords])]) -> [String] {
        func names(_ words: [DifferenceWords]) -> [String] {
            words.filter { $0.finding == .none || $0.finding == .same }.map(\.name)
        }
        let all = findings.map { names($0.words) }
        let shared = (all.first ?? []).filter { name in all.allSatisfy { $0.contains(name) } }
        var sentences: [String] = []
        for (finding, untold) in zip(findings, all) {
            let own = untold.filter { !shared.contains($0) }
            guard !own.isEmpty else { continue }
            sentences.append(
                "With “\(finding.arm)” there is no difference the model can tell from zero in \(PlainList.joined(own))."
            )
        }
        guard !shared.isEmpty else { return sentences }
        let subject = findings.count > 1 ? "In all of them" : "With “\(findings[0].arm)”"
        return sentences
            + ["\(subject) there is no difference the model can tell from zero in \(PlainList.joined(shared))."]
    }

    /// Words on the difference at the end; `nil` for the reference arm.
    func words(for series: StudyResult.Series) -> DifferenceWords? {
        DifferenceWords(series, timeIndex: result.lastTimeIndex, manifest: result.manifest)
    }
}
