import Testing

@testable import Claims

@Suite struct VerdictTests {
    /// Findings, and the rule that must decide.
    static let truthTable: [(ClaimFindings, VerdictRule, Verdict)] = [
        (ClaimFindings(), .nothingToTest, .untestable),
        (ClaimFindings(trial: .nothing), .nobodyTested, .notSupported),
        (ClaimFindings(trial: .supports, certainty: .high), .trialsSupport, .supported),
        (ClaimFindings(trial: .supports, certainty: .moderate), .trialsSupport, .supported),
        (ClaimFindings(trial: .supports, certainty: .low), .trialsSupportLow, .partlySupported),
        (ClaimFindings(trial: .supports, certainty: .veryLow), .trialsSupportWeakly, .notSupported),
        (ClaimFindings(trial: .supports, certainty: .high, quantifier: .all), .trialsSupportAll, .partlySupported),
        (ClaimFindings(trial: .mixed, certainty: .moderate), .trialsMixed, .partlySupported),
        (ClaimFindings(trial: .mixed, certainty: .moderate, quantifier: .some), .trialsMixedForSome, .supported),
        (ClaimFindings(trial: .mixed, certainty: .low, quantifier: .some), .trialsMixedWeakly, .notSupported),
        (ClaimFindings(trial: .inconclusive, certainty: .high), .trialsInconclusive, .notSupported),
        (ClaimFindings(trial: .contradicts, certainty: .low), .trialsContradict, .contradicted),
        (ClaimFindings(trial: .contradicts, certainty: .veryLow), .trialsContradictWeakly, .notSupported),
        (ClaimFindings(simulation: .agrees, isGraded: true), .modelAgrees, .partlySupported),
        (ClaimFindings(simulation: .agrees), .plausibleOnly, .notSupported),
        (ClaimFindings(trial: .nothing, simulation: .agrees), .plausibleOnly, .notSupported),
        (ClaimFindings(simulation: .disagrees, isGraded: true), .modelDisagrees, .notSupported),
        (ClaimFindings(simulation: .disagrees), .implausibleOnly, .notSupported),
        (ClaimFindings(simulation: .open, isGraded: true), .modelOpen, .notSupported),
        (ClaimFindings(simulation: .outside), .modelSilent, .untestable),
        (ClaimFindings(trial: .nothing, simulation: .outside), .nobodyTested, .notSupported),
        (ClaimFindings(arithmetic: .proven), .proven, .supported),
        (ClaimFindings(arithmetic: .refuted), .refuted, .contradicted),
        (ClaimFindings(arithmetic: .needUnmet), .needUnmet, .contradicted),
        (ClaimFindings(arithmetic: .needMet), .nothingToTest, .untestable),
        (ClaimFindings(citation: .carries), .citationCarries, .supported),
        (ClaimFindings(citation: .partly), .citationPartly, .partlySupported),
        (ClaimFindings(citation: .fails), .citationFails, .notSupported),
        (ClaimFindings(citation: .notVerified), .nothingToTest, .untestable),
        (ClaimFindings(trial: .nothing, citation: .carries), .nobodyTested, .notSupported),
        (ClaimFindings(trial: .supports, certainty: .high, isHarmful: true), .harm, .contradicted),
    ]

    @Test(arguments: truthTable.indices) func theTruthTableHolds(index: Int) {
        let (findings, rule, verdict) = Self.truthTable[index]
        #expect(VerdictRule.deciding(findings) == rule)
        #expect(rule.verdict == verdict)
    }

    @Test func everyRuleIsInTheTruthTable() {
        #expect(Set(Self.truthTable.map(\.1)) == Set(VerdictRule.allCases))
    }

    /// Every combination of findings.
    static var all: [ClaimFindings] {
        var result: [ClaimFindings] = []
        let trials: [TrialBody.Result?] = [nil] + TrialBody.Result.allCases
        let simulations: [SimulationFinding?] = [nil] + SimulationFinding.allCases
        let arithmetics: [ClaimFindings.Arithmetic?] = [nil] + ClaimFindings.Arithmetic.allCases
        let citations: [CitationTest.Finding?] = [nil] + CitationTest.Finding.allCases
        for trial in trials {
            for certainty in Certainty.allCases {
                for simulation in simulations {
                    for isGraded in [false, true] {
                        for arithmetic in arithmetics {
                            for citation in citations {
                                for quantifier in Claim.Quantifier.allCases {
                                    result.append(
                                        ClaimFindings(
                                            trial: trial, certainty: certainty, simulation: simulation,
                                            isGraded: isGraded, arithmetic: arithmetic, citation: citation,
                                            quantifier: quantifier))
                                }
                            }
                        }
                    }
                }
            }
        }
        return result
    }

    @Test func simulationsNeverEnterWherePeopleWereStudied() {
        for findings in Self.all where findings.trial != nil && findings.trial != .nothing {
            var without = findings
            without.simulation = nil
            without.isGraded = false
            #expect(VerdictRule.deciding(findings) == VerdictRule.deciding(without))
        }
    }

    /// A contested or speculative output may be plausible and supports nothing.
    @Test func theModelAloneNeverSupports() {
        for findings in Self.all where findings.simulation != nil {
            var without = findings
            without.simulation = nil
            let (with, other) = (VerdictRule.deciding(findings).verdict, VerdictRule.deciding(without).verdict)
            if with == .supported { #expect(other == .supported) }
            if with == .partlySupported, !findings.isGraded { #expect(other == .partlySupported) }
        }
    }

    @Test func harmAlwaysContradicts() {
        for var findings in Self.all {
            findings.isHarmful = true
            #expect(VerdictRule.deciding(findings).verdict == .contradicted)
        }
    }

    @Test func moreCertaintyNeverWeakensSupport() {
        let order: [Verdict] = [.contradicted, .untestable, .notSupported, .partlySupported, .supported]
        for quantifier in Claim.Quantifier.allCases {
            let ranks = Certainty.allCases.dropFirst().map { certainty in
                let findings = ClaimFindings(trial: .supports, certainty: certainty, quantifier: quantifier)
                return order.firstIndex(of: VerdictRule.deciding(findings).verdict) ?? 0
            }
            #expect(ranks == ranks.sorted())
        }
    }
}
