import Studies

extension Report {
    /// The answer as one paragraph, safe to read alone.
    var plainAnswer: String {
        let horizon = TimeScale.words(result.times.last ?? 0)
        guard !result.comparedArms.isEmpty else {
            return "This study has one course of action, “\(result.referenceArm)”, over \(horizon); there is nothing"
                + " to compare it with. \(rangeSentence)"
        }
        let arms = result.comparedArms.map(sentences(for:)).filter { !$0.isEmpty }
        let opening =
            "This is what the model finds after \(horizon), compared with “\(result.referenceArm)”, for people like the"
            + " one described."
        return ([opening] + arms + [rangeSentence]).joined(separator: " ")
    }

    /// What the bands mean; fewer words where there is only one draw and so no band.
    var rangeSentence: String {
        let draws = result.manifest.drawCount
        if draws < 2 { return "Only one draw was simulated, so there is no range: nothing here says how sure it is." }
        let caution = draws < 40 ? " With only \(draws) draws the ends of the ranges are rough." : ""
        return "Ranges hold 90\u{A0}% of \(draws) simulations with different plausible numbers: a range for people like"
            + " this, not a forecast.\(caution)"
    }

    private func sentences(for arm: StudyResult.Arm) -> String {
        let words = mainOutputs.compactMap { output in
            arm.series.first { $0.output == output }.flatMap(words(for:))
        }
        let told = words.filter(\.isDetected).map(\.clause)
        let untold = words.filter { $0.finding == .none }.map(\.name)
        let same = words.filter { $0.finding == .same }.map(\.label)
        var parts: [String] = []
        if !told.isEmpty { parts.append("With “\(arm.name)”, \(told.joined(separator: "; ")).") }
        let subject = told.isEmpty ? "With “\(arm.name)” there is" : "There is"
        if !untold.isEmpty {
            parts.append("\(subject) no difference the model can tell from zero in \(PlainList.joined(untold)).")
        }
        if !same.isEmpty {
            let start = parts.isEmpty ? "With “\(arm.name)” nothing changes in" : "Nothing changes in"
            parts.append("\(start) \(PlainList.joined(same)).")
        }
        return parts.joined(separator: " ")
    }

    /// Words on the difference at the end; `nil` for the reference arm.
    func words(for series: StudyResult.Series) -> DifferenceWords? {
        DifferenceWords(series, timeIndex: result.lastTimeIndex, manifest: result.manifest)
    }
}
