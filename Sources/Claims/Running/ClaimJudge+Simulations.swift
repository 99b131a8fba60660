import Modeling
import Studies

extension ClaimJudge {
    /// How plausible the claim is in the model, by the draws of its scenario.
    func plausibility(of test: SimulationTest, claim: Claim) -> Plausibility {
        var plausibility = Plausibility(
            finding: .failed, askedShare: test.share, unit: test.unit.description, drawCount: 0, grade: "",
            gradeReason: "",
            words: "")
        if let reason = outsideRange(claim) {
            plausibility.finding = .outside
            plausibility.words = "Not simulated: \(reason)."
            return plausibility
        }
        switch answers[test.scenario] {
        case .outside(let reason):
            plausibility.finding = .outside
            plausibility.words = "Not simulated: \(reason)."
        case .simulated(let result, let draws): fill(&plausibility, test, result, draws)
        case .failed(let message): plausibility.words = "Not simulated: \(message)."
        case nil: plausibility.words = "Not simulated."
        }
        return plausibility
    }

    /// Why a claim's people are not those the model is meant for; `nil` where some of them are.
    private func outsideRange(_ claim: Claim) -> String? {
        guard let ages = claim.population.ages else { return nil }
        let vocabulary = family.vocabulary
        guard let field = vocabulary.fields.first(where: { $0.key == "age" }),
            let limit = vocabulary.validity.first(where: { $0.input == field.input }), !limit.range.overlaps(ages)
        else { return nil }
        return "the claim is about ages \(Int(ages.lowerBound)) to \(Int(ages.upperBound)), and \(limit.meaning)"
    }

    private func fill(
        _ plausibility: inout Plausibility, _ test: SimulationTest, _ result: StudyResult, _ draws: StudyDraws
    ) {
        let samples = draws.samples(of: test.statistic, output: test.output, arm: test.arm, against: test.against)
        if let series = result.arms.first(where: { $0.name == test.arm })?.series.first(where: {
            $0.output == test.output
        }) {
            plausibility.grade = series.grade
            plausibility.gradeReason = series.gradeReason
        }
        plausibility.drawCount = samples.count
        guard !samples.isEmpty else {
            plausibility.words = "The statistic does not exist for the simulated course."
            return
        }
        // A difference that the solver's error can make is none.
        let band = result.arms.first { $0.name == test.arm }?.series.first { $0.output == test.output }?.values
        let size = (band?.upper ?? []).map(abs).max() ?? 0
        let isDifference = test.against != nil && test.statistic.unit(ofOutput: test.unit) == test.unit
        let resolution = isDifference ? 10 * result.manifest.relativeTolerance * size : 0
        let threshold = max(test.threshold, resolution)
        let count = samples.count { Self.goes($0, test.direction, beyond: threshold) }
        let share = Double(count) / Double(samples.count)
        let interval = ShareInterval.wilson(share: share, count: samples.count)
        let sorted = samples.sorted()
        plausibility.share = share
        plausibility.shareLower = interval.lowerBound
        plausibility.shareUpper = interval.upperBound
        plausibility.lower = Quantile.ofSorted(sorted, 0.05)
        plausibility.median = Quantile.ofSorted(sorted, 0.5)
        plausibility.upper = Quantile.ofSorted(sorted, 0.95)
        plausibility.finding = SimulationFinding(share: share, asked: test.share)
        plausibility.words = Self.words(plausibility.finding, isGraded: plausibility.isGraded)
    }

    private static func goes(_ value: Double, _ direction: Claim.Direction, beyond threshold: Double) -> Bool {
        switch direction {
        case .down: value < -threshold
        case .up: value > threshold
        case .none: abs(value) <= threshold
        }
    }

    /// Never surer than the grade: what is contested or speculative is at most plausible.
    static func words(_ finding: SimulationFinding, isGraded: Bool) -> String {
        switch finding {
        case .agrees: isGraded ? "Follows from well-supported mechanisms" : "Plausible in the model, ungraded by trials"
        case .disagrees:
            isGraded
                ? "Goes against well-supported mechanisms"
                : "Not shown by the model, whose grade here is too low to exclude it"
        case .open: "The model cannot tell"
        case .outside: "Outside the model's range"
        case .failed: "Not simulated"
        }
    }

    func result(of test: SimulationTest, _ plausibility: Plausibility) -> TestResult {
        guard let share = plausibility.share, let lower = plausibility.lower, let median = plausibility.median,
            let upper = plausibility.upper, let shareLower = plausibility.shareLower,
            let shareUpper = plausibility.shareUpper
        else { return TestResult(.simulation, finding: plausibility.finding.rawValue, text: plausibility.words) }
        let unit = plausibility.unit == "1" ? "" : " \(plausibility.unit)"
        let against = test.against.map { ", minus “\($0)”" } ?? ""
        let text =
            "\(plausibility.words): in \(SignificantText.percent(share)) of \(plausibility.drawCount) draws it goes as claimed "
            + "(\(SignificantText.percent(shareLower)) to \(SignificantText.percent(shareUpper)); "
            + "\(SignificantText.percent(test.share)) were asked for)."
        let asked: String =
            switch test.direction {
            case .down: "below −\(SignificantText.text(test.threshold))\(unit)"
            case .up: "above \(SignificantText.text(test.threshold))\(unit)"
            case .none: "within ±\(SignificantText.text(test.threshold))\(unit)"
            }
        return TestResult(
            .simulation, finding: plausibility.finding.rawValue, text: text,
            columns: ["What was asked", "Answer"],
            rows: [
                ["Scenario", test.scenario],
                ["Statistic", "\(test.statisticText) of \(test.output), “\(test.arm)”\(against)"],
                ["Claimed", asked.replacing("below −0", with: "below 0")],
                [
                    "Median (5 % to 95 % of draws)",
                    "\(SignificantText.text(median)) (\(SignificantText.range(lower, upper)))\(unit)",
                ],
                ["Grade of the output", "\(plausibility.grade): \(plausibility.gradeReason)"],
            ])
    }
}
