import Modeling
import Studies

extension ClaimJudge {
    func result(of trial: TrialTest, body: TrialBody) -> TestResult {
        let rows = zip(trial.evidence, body.counts).map { evidence, counts in
            [
                evidence.study ?? evidence.references.first ?? "", evidence.design.rawValue,
                evidence.count.map { "\($0)" } ?? "not read", Self.text(of: evidence.effect), evidence.text,
                evidence.finding.rawValue, counts ? "yes" : "no",
            ]
        }
        var sentences = [body.rule]
        if !trial.search.isEmpty { sentences.append("Looked for: \(trial.search)") }
        if let judgement = trial.judgement, body.certainty > .none {
            let concerns = zip(GradeJudgement.domains, judgement.concerns).filter { $0.1 != .none }
            let words =
                concerns.map { "\($0.0) \($0.1.rawValue)" } + judgement.upgrades.map { "\($0.rawValue) raises it" }
            sentences.append(
                "Certainty \(body.certainty)\(words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"): \(judgement.reason)"
            )
        }
        return TestResult(
            .trial, finding: body.result.rawValue, text: sentences.joined(separator: " "),
            columns: rows.isEmpty
                ? [] : ["Study", "Design", "People", "Effect (95 %)", "What it found", "Claim", "Counts"],
            rows: rows, references: trial.evidence.flatMap(\.references))
    }

    private static func text(of effect: TrialTest.Effect?) -> String {
        guard let effect else { return "no number" }
        let unit = effect.unitText.isEmpty ? "" : " \(effect.unitText)"
        let range = SignificantText.range(effect.lower, effect.upper)
        return "\(effect.measure) \(SignificantText.text(effect.value)) (\(range))\(unit)"
    }

    func result(of test: ArithmeticTest) -> (TestResult, ClaimFindings.Arithmetic) {
        let values = Dictionary(test.values.map { ($0.name, $0.measured) }, uniquingKeysWith: { first, _ in first })
        let rows = test.values.map { [$0.name, $0.text, $0.reference ?? $0.reason] }
        // The reader has evaluated it once, so that it cannot fail here.
        guard let sides = try? test.comparison.evaluate(values, in: test.unit) else {
            return (TestResult(.arithmetic, finding: "not computed", text: test.text), .needMet)
        }
        let unit = test.unit == .dimensionless ? "" : " \(test.unit)"
        let sign = test.comparison.sign.rawValue
        let left = "\(SignificantText.text(sides.left))\(unit)"
        let right = "\(SignificantText.text(sides.right))\(unit)"
        let text =
            "\(test.text): \(left) against \(right), so the comparison \(sides.holds ? "holds" : "fails"). \(test.meaning)"
        let finding: ClaimFindings.Arithmetic =
            switch (test.role, sides.holds) {
            case (.decides, true): .proven
            case (.decides, false): .refuted
            case (.needs, true): .needMet
            case (.needs, false): .needUnmet
            }
        return (
            TestResult(
                .arithmetic, finding: "\(left) \(sides.holds ? "is" : "is not") \(sign) \(right)", text: text,
                columns: ["Name", "Value", "From"], rows: rows, references: test.values.compactMap(\.reference)),
            finding
        )
    }

    func picture(of test: ArithmeticTest) -> ClaimPicture? {
        let values = Dictionary(test.values.map { ($0.name, $0.measured) }, uniquingKeysWith: { first, _ in first })
        guard let sides = try? test.comparison.evaluate(values, in: test.unit) else { return nil }
        return .comparison(
            ClaimPicture.Comparison(
                left: test.sides.first ?? "", right: test.sides.last ?? "", leftValue: sides.left,
                rightValue: sides.right, unit: test.unit == .dimensionless ? "" : test.unit.description,
                sign: test.comparison.sign.rawValue, holds: sides.holds))
    }

    func result(of test: CitationTest) -> TestResult {
        let rows = test.aspects.map { aspect in
            [
                aspect.name, aspect.claimed, aspect.found,
                aspect.isUnknown ? "not known" : aspect.matches ? "fits" : "differs",
            ]
        }
        let seen: String =
            switch test.seen {
            case .full: "The work was read."
            case .abstract: "Only its abstract was read."
            case .no: "It could not be read, so what it says is not verified."
            }
        return TestResult(
            .citation, finding: test.finding.rawValue, text: "Cited for: \(test.use) \(seen)",
            columns: rows.isEmpty ? [] : ["Aspect", "The claim needs", "The work has", "Fit"], rows: rows,
            references: [test.work])
    }
}
