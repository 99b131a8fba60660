import Modeling
import Studies

/// Judges the tests of one claim after another and applies the rules.
struct ClaimJudge {
    let family: any ModelFamily
    /// By scenario name.
    let answers: [String: ScenarioAnswer]

    func result(of claim: Claim) -> ClaimResult {
        var findings = ClaimFindings(quantifier: claim.quantifier)
        var tests: [TestResult] = []
        var plausibilities: [Plausibility] = []
        var pictures: [(kind: TestResult.Kind, picture: ClaimPicture)] = []
        for test in claim.tests {
            switch test {
            case .trial(let trial):
                let body = TrialBody(trial)
                findings.trial = body.result
                findings.certainty = body.certainty
                tests.append(result(of: trial, body: body))
                if !trial.evidence.isEmpty { pictures.append((.trial, ClaimPicture(trial, body))) }
            case .simulation(let simulation):
                let plausibility = self.plausibility(of: simulation, claim: claim)
                plausibilities.append(plausibility)
                tests.append(result(of: simulation, plausibility))
                if plausibility.share != nil {
                    pictures.append(
                        (
                            .simulation,
                            .course(
                                scenario: simulation.scenario, output: simulation.output, arm: simulation.arm,
                                against: simulation.against)
                        ))
                }
            case .arithmetic(let arithmetic):
                let (result, finding) = self.result(of: arithmetic)
                findings.arithmetic = Self.graver(findings.arithmetic, finding)
                tests.append(result)
                picture(of: arithmetic).map { pictures.append((.arithmetic, $0)) }
            case .citation(let citation):
                findings.citation = Self.weaker(findings.citation, citation.finding)
                tests.append(result(of: citation))
                if !citation.aspects.isEmpty { pictures.append((.citation, ClaimPicture(citation))) }
            case .safety(let safety):
                findings.isHarmful = findings.isHarmful || safety.contradicts
                tests.append(
                    TestResult(
                        .safety, finding: safety.contradicts ? "contradicts the claim" : "a known harm",
                        text: safety.harm,
                        references: safety.references))
            }
        }
        let weakest = Self.weakest(plausibilities)
        findings.simulation = weakest?.finding
        findings.isGraded = plausibilities.allSatisfy(\.isGraded)
        let rule = VerdictRule.deciding(findings)
        let facts = facts(of: claim)
        if pictures.isEmpty, findings.trial == .nothing { pictures = [(.trial, ClaimPicture(lookedFor: facts))] }
        // What decided is shown first.
        let shown = pictures.filter { $0.kind == rule.kind } + pictures.filter { $0.kind != rule.kind }
        return ClaimResult(
            id: claim.id, text: claim.text, made: claim.made, quantifier: claim.quantifier,
            expectation: claim.expectation, isHeadline: claim.isHeadline, brief: claim.brief, facts: facts,
            verdict: rule.verdict, rule: ClaimResult.Rule(id: rule.rawValue, text: rule.text),
            remarks: remarks(findings), certainty: findings.certainty, plausibility: weakest, tests: tests,
            pictures: shown.map(\.picture))
    }

    /// Where several simulations are asked, all must agree: the weakest stands for them, the first of equals.
    private static func weakest(_ all: [Plausibility]) -> Plausibility? {
        let order: [SimulationFinding] = [.disagrees, .open, .failed, .outside, .agrees]
        return order.lazy.compactMap { finding in all.first { $0.finding == finding } }.first
    }

    private static func graver(
        _ one: ClaimFindings.Arithmetic?, _ other: ClaimFindings.Arithmetic
    ) -> ClaimFindings.Arithmetic {
        let order: [ClaimFindings.Arithmetic] = [.refuted, .needUnmet, .proven, .needMet]
        return order.first { $0 == one || $0 == other } ?? other
    }

    private static func weaker(_ one: CitationTest.Finding?, _ other: CitationTest.Finding) -> CitationTest.Finding {
        let order: [CitationTest.Finding] = [.fails, .notVerified, .partly, .carries]
        return order.first { $0 == one || $0 == other } ?? other
    }

    private func facts(of claim: Claim) -> [ClaimResult.Fact] {
        let ages = claim.population.ages.map { ", \(Int($0.lowerBound)) to \(Int($0.upperBound)) years" } ?? ""
        let exposure = [
            claim.exposure.form, claim.exposure.dose, claim.exposure.route,
            claim.exposure.duration.isEmpty ? "" : "for \(claim.exposure.duration)",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        let threshold =
            claim.outcome.threshold > 0
            ? ", by more than \(SignificantText.text(claim.outcome.threshold)) \(claim.outcome.unit)" : ""
        let direction: String =
            switch claim.outcome.direction {
            case .down: "lower\(threshold)"
            case .up: "higher\(threshold)"
            case .none:
                "unchanged\(threshold.isEmpty ? "" : ", within \(SignificantText.text(claim.outcome.threshold)) \(claim.outcome.unit)")"
            }
        let all = [
            ("People", claim.population.people + ages), ("What", exposure), ("Against", claim.comparator),
            ("Outcome", "\(claim.outcome.name): \(direction)"),
            (ClaimResult.Fact.quantifierLabel, claim.quantifier.rawValue),
        ]
        return all.filter { !$0.1.isEmpty }.map { ClaimResult.Fact(label: $0.0, text: $0.1) }
    }

    /// How the tests stand to one another, where the deciding rule does not say it.
    private func remarks(_ findings: ClaimFindings) -> [String] {
        var remarks: [String] = []
        let hasTrials = findings.trial != nil && findings.trial != .nothing
        if hasTrials, findings.simulation == .agrees || findings.simulation == .disagrees {
            let verb = findings.simulation == .agrees ? "agrees with" : "does not show"
            remarks.append("The model \(verb) the claim; that does not enter the verdict, since people were studied.")
        }
        if findings.simulation == .outside {
            remarks.append("The question lies outside the range the model is meant for; it was not simulated.")
        }
        if findings.arithmetic == .needMet {
            remarks.append("A comparison of numbers that the claim needs holds; that makes it possible, not true.")
        }
        if findings.citation == .notVerified {
            remarks.append("A work it rests on could not be read; what it says is not verified.")
        }
        if findings.citation == .fails, findings.trial != nil {
            remarks.append("A work it rests on does not carry it.")
        }
        return remarks
    }
}
