import Studies
import Testing

@testable import Claims

@Suite struct EvidenceTests {
    static func effect(_ lower: Double, _ upper: Double, null: Double = 0) -> TrialTest.Effect {
        TrialTest.Effect(
            measure: "", value: (lower + upper) / 2, lower: lower, upper: upper, unit: "", null: null)
    }

    @Test(arguments: [
        (-20.0, -5.0, Claim.Direction.down, 0.0, TrialFinding.supports), (-20, 5, .down, 0, .inconclusive),
        (5, 20, .down, 0, .contradicts), (-20, -5, .up, 0, .contradicts), (5, 20, .up, 0, .supports),
        (-20, -5, .down, 10, .inconclusive), (-20, -12, .down, 10, .supports), (-8, 3, .down, 10, .contradicts),
        (-8, 3, .none, 10, .supports), (-20, 3, .none, 10, .inconclusive), (2, 30, .none, 10, .contradicts),
        (-3, 3, .none, 0, .inconclusive),
    ])
    func anEffectHasAFinding(
        lower: Double, upper: Double, direction: Claim.Direction, threshold: Double, expected: TrialFinding
    ) {
        #expect(TrialFinding(of: Self.effect(lower, upper), claimed: direction, threshold: threshold) == expected)
    }

    @Test func ratiosAreAboutOne() {
        #expect(TrialFinding(of: Self.effect(0.3, 0.7, null: 1), claimed: .down, threshold: 0) == .supports)
        #expect(TrialFinding(of: Self.effect(0.85, 1, null: 1), claimed: .down, threshold: 0) == .inconclusive)
        #expect(TrialFinding(of: Self.effect(1.1, 1.6, null: 1), claimed: .up, threshold: 0) == .supports)
    }

    static func judgement(_ concerns: [GradeJudgement.Concern], _ upgrades: [GradeJudgement.Upgrade] = [])
        -> GradeJudgement
    { GradeJudgement(concerns: concerns, upgrades: upgrades, reason: "") }

    @Test func certaintyFollowsGrade() {
        let none: [GradeJudgement.Concern] = [.none, .none, .none, .none, .none]
        #expect(Self.judgement(none).certainty(startingAt: .high) == .high)
        #expect(Self.judgement([.serious, .none, .none, .none, .none]).certainty(startingAt: .high) == .moderate)
        #expect(Self.judgement([.none, .none, .verySerious, .none, .none]).certainty(startingAt: .high) == .low)
        #expect(
            Self.judgement([.serious, .serious, .serious, .serious, .none]).certainty(startingAt: .high) == .veryLow)
        #expect(Self.judgement(none).certainty(startingAt: .low) == .low)
        #expect(Self.judgement(none, [.largeEffect, .doseResponse]).certainty(startingAt: .low) == .high)
        // An upgrade never makes up for a concern, and never lifts trials.
        #expect(
            Self.judgement([.none, .none, .none, .serious, .none], [.largeEffect]).certainty(startingAt: .low)
                == .veryLow)
        #expect(
            Self.judgement([.serious, .none, .none, .none, .none], [.largeEffect]).certainty(startingAt: .high)
                == .moderate)
        #expect(Self.judgement(none, [.largeEffect]).certainty(startingAt: .none) == .none)
        #expect(Self.judgement(none, [.doseResponse]).certainty(startingAt: .veryLow) == .low)
    }

    static func body(_ evidence: [(StudyDesign, TrialFinding)]) -> TrialBody {
        TrialBody(
            TrialTest(
                evidence: evidence.map {
                    TrialTest.Evidence(
                        study: nil, references: [], design: $0.0, count: nil, effect: nil, finding: $0.1, text: "")
                },
                judgement: judgement([.none, .none, .none, .none, .none]), search: ""))
    }

    @Test func theStrongestDesignDecides() {
        let mixed = Self.body([(.doubleBlind, .supports), (.openRandomised, .inconclusive), (.cohort, .contradicts)])
        #expect(mixed.result == .mixed && mixed.certainty == .high && mixed.counts == [true, true, false])
        let cohorts = Self.body([(.cohort, .supports), (.animal, .contradicts), (.singleArm, .contradicts)])
        #expect(cohorts.result == .supports && cohorts.certainty == .low)
        let pooled = Self.body([(.metaAnalysis, .supports), (.doubleBlind, .inconclusive)])
        #expect(pooled.result == .inconclusive && pooled.counts == [false, true])
        #expect(Self.body([(.metaAnalysis, .supports)]).result == .supports)
        #expect(Self.body([(.singleArm, .supports)]).certainty == .veryLow)
        let course = Self.body([(.withinArm, .contradicts), (.animal, .supports)])
        #expect(course.result == .contradicts && course.certainty == .veryLow && course.counts == [true, false])
        #expect(Self.body([(.withinArm, .contradicts), (.doubleBlind, .inconclusive)]).counts == [false, true])
        #expect(Self.body([(.doubleBlind, .inconclusive), (.crossover, .contradicts)]).result == .contradicts)
    }

    @Test(arguments: [StudyDesign.animal, .inVitro, .review, .productInformation])
    func whatIsNoStudyInPeopleNeverCounts(design: StudyDesign) {
        let body = Self.body([(design, .supports)])
        #expect(body.result == .nothing && body.certainty == .none && body.counts == [false])
    }

    @Test func aCitationIsComparedAspectByAspect() {
        func finding(_ seen: CitationTest.Seen, _ pairs: [(String, String, String)]) -> CitationTest.Finding {
            CitationTest(
                work: "w", use: "", seen: seen,
                aspects: pairs.map { CitationTest.Aspect(name: $0.0, claimed: $0.1, found: $0.2) }
            ).finding
        }
        #expect(finding(.full, [("species", "human", "Human"), ("form", "any", "K1")]) == .carries)
        #expect(finding(.abstract, [("species", "human", "human"), ("form", "K2", "K1")]) == .partly)
        #expect(finding(.abstract, [("species", "human", "rat")]) == .fails)
        #expect(finding(.abstract, [("form", "K2", "K1"), ("route", "skin", "mouth")]) == .fails)
        #expect(finding(.abstract, [("form", "K2", "K2"), ("route", "skin", "unknown")]) == .partly)
        #expect(finding(.no, [("form", "K2", "K2")]) == .notVerified)
        #expect(finding(.full, [("form", "K2", "unknown")]) == .notVerified)
    }

    @Test func sharesHaveWilsonsInterval() {
        let half = ShareInterval.wilson(share: 0.5, count: 10)
        #expect(abs(half.lowerBound - 0.2366) < 1e-4 && abs(half.upperBound - 0.7634) < 1e-4)
        let all = ShareInterval.wilson(share: 1, count: 10)
        #expect(abs(all.lowerBound - 0.7225) < 1e-4 && all.upperBound > 0.9999)
        #expect(ShareInterval.wilson(share: 0, count: 0) == 0...1)
    }

    @Test(arguments: [
        (0.95, 0.9, SimulationFinding.agrees), (0.9, 0.9, .agrees), (0.5, 0.9, .open), (0.1, 0.9, .disagrees),
        (0.3, 0.25, .agrees), (0.2, 0.25, .open), (0.1, 0.25, .disagrees), (0, 0.75, .disagrees),
    ])
    func sharesHaveAFinding(share: Double, asked: Double, expected: SimulationFinding) {
        #expect(SimulationFinding(share: share, asked: asked) == expected)
    }
}
