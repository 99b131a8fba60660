import Foundation
import Modeling
import Studies
import Synchronization
import Testing

@Suite struct StudyRunnerTests {
    static let text = """
        title: Runner
        person: {stone: 200 AU}
        arms:
          - name: nothing
          - name: twice daily
            doses: [A 10 mg oral twice daily]
          - name: continuing
            doses: ["A 24 mg oral daily, standing"]
          - name: other person
            person: {stone: 400 AU}
        horizon: 4 days
        report: every 12 h
        draws: 5
        seed: 5
        """

    func scenario(_ text: String = Self.text) throws -> Scenario {
        try Scenario(parsing: text, file: "s.yaml", for: TinyFamily())
    }

    func run(_ scenario: Scenario, threads: Int = 2, failing: Set<Int> = []) throws -> StudyResult {
        try StudyRunner(family: TinyFamily(), solver: FixedStepSimulator.choice(failing: failing), threadCount: threads)
            .run(scenario)
    }

    func series(_ result: StudyResult, _ arm: String, _ output: String) throws -> StudyResult.Series {
        try #require(result.arms.first { $0.name == arm }?.series.first { $0.output == output })
    }

    @Test func everyArmAndOutputHasItsBand() throws {
        let result = try run(scenario())
        #expect(result.arms.map(\.name) == ["nothing", "twice daily", "continuing", "other person"])
        #expect(result.times.count == 9)
        for arm in result.arms {
            #expect(arm.series.map(\.output) == ["amount", "stone"])
            #expect(arm.failures.isEmpty && arm.stepCount > 0)
            for series in arm.series {
                for index in result.times.indices {
                    #expect(series.values.lower[index] <= series.values.median[index])
                    #expect(series.values.median[index] <= series.values.upper[index])
                }
            }
        }
        #expect(try series(result, "nothing", "stone").values.median == Array(repeating: 200, count: 9))
        #expect(try series(result, "other person", "stone").values.median.first == 400)
        #expect(try series(result, "twice daily", "amount").values.median.last! > 1)
    }

    @Test func differencesArePairedWithTheReferenceArm() throws {
        let result = try run(scenario())
        #expect(try series(result, "nothing", "stone").difference == nil)
        let difference = try #require(try series(result, "other person", "stone").difference)
        // The two arms differ only in a constant, so every paired difference is exactly 200.
        #expect(difference.lower == difference.upper)
        #expect(difference.median.last == 200)
        #expect(try series(result, "twice daily", "stone").difference!.median.last! < 0)
    }

    @Test func anArmIsComparedWithTheOneItNames() throws {
        let text = Self.text.replacing(
            "  - name: other person\n", with: "  - name: other person\n    against: continuing\n")
        let result = try run(scenario(text))
        #expect(result.arms.map(\.reference) == [nil, "nothing", "nothing", "continuing"])
        #expect(result.referenceArm == "nothing")
        let own = try series(result, "other person", "stone")
        let continuing = try series(result, "continuing", "stone")
        // At time 0 both are constants: 400 and 200.
        #expect(own.difference?.median.first == own.values.median[0] - continuing.values.median[0])
        #expect(
            try series(run(scenario()), "other person", "stone").difference?.median.last != own.difference?.median.last)
        #expect(try run(scenario()).manifest.scenarioHash != result.manifest.scenarioHash)
    }

    @Test func whatIsOfTheStartIsNeverCompared() throws {
        var family = TinyFamily()
        family.guide = ReportGuide(topics: [ReportTopic("Stone", outputs: ["stone"], isOfTheStart: true)])
        let runner = StudyRunner(family: family, solver: FixedStepSimulator.choice(), threadCount: 2)
        let result = try runner.run(scenario())
        for arm in result.arms where arm.reference != nil {
            #expect(arm.series.first { $0.output == "stone" }?.difference == nil)
            #expect(arm.series.first { $0.output == "amount" }?.difference != nil)
        }
    }

    @Test func dosesOfAnArmAreListedOnce() throws {
        let result = try run(scenario())
        #expect(result.arms.map(\.doseInputs) == [[], ["gut.dose"], ["gut.dose"], []])
    }

    @Test func standingDosesAreInTheBalancedStart() throws {
        let result = try run(scenario())
        let continuing = try series(result, "continuing", "amount").values.median
        #expect(try series(result, "twice daily", "amount").values.median[0] == 0)
        // 1 mg/h against a loss of about 0.1/h: about 10 mg.
        #expect(continuing[0] > 5 && continuing[0] < 20)
        #expect(try series(result, "continuing", "stone").values.median[0] == 200)
    }

    @Test func gradesComeFromThePath() throws {
        let result = try run(scenario())
        #expect(try series(result, "nothing", "stone").grade == "speculative")
        #expect(try series(result, "nothing", "stone").gradeReason == "stone.dissolution")
        #expect(try series(result, "nothing", "amount").grade == "supported")
    }

    @Test(arguments: [1, 3, 8])
    func threadsDoNotChangeAByte(threads: Int) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let once = try encoder.encode(run(scenario(), threads: 2))
        #expect(try encoder.encode(run(scenario(), threads: threads)) == once)
    }

    @Test func aBadDrawIsRecordedAndLeftOut() throws {
        let result = try run(scenario(), failing: [2, 4])
        #expect(result.arms[1].failures.map(\.drawIndex) == [2, 4])
        #expect(result.arms[1].failures[0].message == "fails on purpose")
        #expect(try series(result, "other person", "stone").difference?.median.last == 200)
    }

    @Test func anArmWithoutAnyGoodDrawStopsTheStudy() {
        #expect(throws: StudyError.self) { try run(scenario(), failing: Set(0..<5)) }
    }

    @Test func progressCountsEverySimulationOnce() throws {
        let seen = Mutex<[Int]>([])
        var runner = StudyRunner(family: TinyFamily(), solver: FixedStepSimulator.choice(), threadCount: 2)
        runner.progress = { done, count in
            #expect(count == 20)
            seen.withLock { $0.append(done) }
        }
        _ = try runner.run(scenario())
        #expect(seen.withLock { $0 } == Array(1...20))
    }

    @Test func cancellationStopsIt() {
        var runner = StudyRunner(family: TinyFamily(), solver: FixedStepSimulator.choice(), threadCount: 2)
        runner.isCancelled = { true }
        let error = #expect(throws: StudyError.self) { try runner.run(scenario()) }
        #expect(error?.description == "stopped before the end")
    }

    @Test func theManifestNamesWhatWasRun() throws {
        let manifest = try run(scenario()).manifest
        #expect(manifest.modelHash.count == 64 && manifest.scenarioHash.count == 64)
        #expect(manifest.seed == 5 && manifest.drawCount == 5 && manifest.solver == "fixed step")
        let other = try run(scenario(Self.text.replacing("stone: 200", with: "stone: 201"))).manifest
        #expect(other.modelHash == manifest.modelHash)
        #expect(other.scenarioHash != manifest.scenarioHash)
    }
}
