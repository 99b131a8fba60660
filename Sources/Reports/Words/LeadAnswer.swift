import Modeling
import Studies

extension Report {
    /// The answer in a few sentences, safe to read alone and never surer than the grades: what was simulated, what the
    /// topics come to, courses that need a word of their own, and what the ranges mean.
    var lead: [String] {
        let horizon = TimeScale.words(result.times.last ?? 0)
        guard !result.comparedArms.isEmpty else {
            return [
                "This study has one course of action, “\(result.referenceArm)”, over \(horizon); there is nothing to"
                    + " compare it with.",
                rangeSentence,
            ]
        }
        let opening =
            "\(result.arms.count) courses over \(horizon) for one person, each simulated \(drawText), against"
            + " “\(result.referenceArm)” unless said otherwise."
        guard draws > 1 else { return [opening, rangeSentence] }
        let caution = draws < Self.fewDraws ? " (rough: \(draws) draws)" : ""
        let ending =
            "Ranges hold 90\u{A0}% of simulations\(caution), for people like this: not a forecast."
        return [opening] + findings + [ending]
    }

    /// What the bands mean; fewer words where there is only one draw and so no band.
    var rangeSentence: String {
        if draws < 2 { return "Only one draw was simulated, so there is no range: nothing here says how sure it is." }
        let caution = draws < Self.fewDraws ? " With only \(draws) draws the ends of the ranges are rough." : ""
        return "Ranges hold 90\u{A0}% of the simulations: a range for people like this, not a forecast.\(caution)"
    }

    private var draws: Int { result.manifest.drawCount }
    /// Below, a range of 90 % rests on one or two draws at each end.
    private static let fewDraws = 40

    private var drawText: String { draws == 1 ? "once" : "\(draws) times" }

    private var findings: [String] {
        let told = presentTopics.compactMap { topic -> String? in
            switch topic.telling {
            case .change: changeSentence(topic.outputs[0], of: arms(ofGroup: nil))
            case .course: courseSentence(topic.outputs[0])
            case .together, .later: nil
            }
        }
        let fallback =
            told.isEmpty ? mainOutputs.prefix(3).compactMap { changeSentence($0, of: arms(ofGroup: nil)) } : []
        let groups = guide.courseGroups.indices.map(groupSentence)
        let first = groups.prefix(1).compactMap(\.self)
        return first + told + (first.isEmpty ? fallback : []) + [togetherSentence].compactMap(\.self)
            + groups.dropFirst().compactMap(\.self)
    }

    /// Compared arms of a group of courses; of none at `nil`.
    private func arms(ofGroup groupIndex: Int?) -> [StudyResult.Arm] {
        result.comparedArms.filter { arm in
            guide.courseGroups.lastIndex { !$0.doseInputs.isDisjoint(with: arm.doseInputs) } == groupIndex
        }
    }

    private func changeSentence(_ output: String, of arms: [StudyResult.Arm]) -> String? {
        changes(in: output, of: arms).map { $0.text() + "." }
    }

    /// Where the reference arm goes, and who departs from it.
    private func courseSentence(_ output: String) -> String? {
        guard let (arm, series) = result.series(output).first(where: { $0.arm.name == result.referenceArm }),
            let changes = changes(in: output, of: result.comparedArms)
        else { return nil }
        let start = series.values[0]
        let end = series.values[result.lastTimeIndex]
        guard start.isFinite, end.isFinite else { return nil }
        let unit = series.unit == "1" ? "" : "\u{A0}\(series.unit)"
        let course =
            "\(series.label) goes from \(NumberText.value(start.median)) to \(NumberText.interval(end))\(unit) with"
            + " “\(arm.name)”"
        return changes.isDetected
            ? "\(course); it \(changes.predicate())."
            : "\(course); no course differs by more than the model can tell\(changes.parenthesis)."
    }

    /// Topics that stand together: which of them a course changes.
    private var togetherSentence: String? {
        let topics = presentTopics.filter { $0.telling == .together }.compactMap { topic in
            let all = topic.outputs.compactMap { changes(in: $0, of: result.comparedArms) }
            return all.isEmpty ? nil : (title: DifferenceWords.insideSentence(topic.title), changes: all)
        }
        func names(_ areChanged: Bool) -> (text: String, parenthesis: String)? {
            let chosen = topics.filter { topic in topic.changes.contains(where: \.isDetected) == areChanged }
            let grade = chosen.flatMap(\.changes).filter { $0.isDetected == areChanged }.map(\.grade).min()
            guard let grade else { return nil }
            let titles = chosen.map(\.title)
            let caveat = GradeWords(grade: grade).caveat
            return (
                PlainList.joined(titles, with: areChanged ? "and" : "or"), caveat.isEmpty ? "" : " (\(caveat))"
            )
        }
        let unchanged = names(false).map {
            "The model tells no change in \($0.text)\($0.parenthesis)"
        }
        let changed = names(true).map { "a change is told in \($0.text)\($0.parenthesis)" }
        switch (unchanged, changed) {
        case (let unchanged?, let changed?): return "\(unchanged); \(changed)."
        case (let unchanged?, nil): return unchanged + "."
        case (nil, let changed?): return changed.firstCapital + "."
        case (nil, nil): return nil
        }
    }

    /// Courses of a group: those compared within it, such as vitamin K added to warfarin, else all.
    private func groupSentence(_ groupIndex: Int) -> String? {
        let group = guide.courseGroups[groupIndex]
        let members = arms(ofGroup: groupIndex)
        let names = Set(members.map(\.name))
        let within = members.filter { $0.reference.map(names.contains) ?? false }
        guard let changes = changes(in: group.output, of: within.isEmpty ? members : within) else { return nil }
        let fall = changes.hasFall && !group.meaningOfFall.isEmpty ? "; \(group.meaningOfFall)" : ""
        let caution = group.caution.isEmpty ? "" : "; \(group.caution)"
        return "\(group.title), \(changes.text(startsSentence: false, isGroup: true))\(fall)\(caution)."
    }

    /// `nil` where no arm has the output compared.
    private func changes(in output: String, of arms: [StudyResult.Arm]) -> ChangeWords? {
        let compared = arms.compactMap { arm in
            arm.series.first { $0.output == output }.flatMap(words(for:)).map { (arm: arm.name, words: $0) }
        }
        return ChangeWords(compared)
    }

    /// Words on the difference at the end; `nil` where there is none.
    func words(for series: StudyResult.Series) -> DifferenceWords? {
        DifferenceWords(series, timeIndex: result.lastTimeIndex, manifest: result.manifest)
    }
}
