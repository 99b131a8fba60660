import Foundation
import Modeling
import Solvers
import Synchronization
import Testing

@testable import Studies

/// Studies in lanes: the same bytes for any threads and batches, and SUNDIALS for what lanes refuse.
@Suite struct LaneStudyTests {
    static let text = """
        arms:
          - name: nothing
          - name: by mouth
            doses: [A 10 mg oral twice daily]
          - name: infused
            doses: [A 5 mg intravenous over 2 h daily from day 1 until day 3]
          - name: standing
            doses: ["A 24 mg oral daily, standing"]
        horizon: 4 days
        report: every 6 h
        outputs: [amount, stone, absorbed]
        draws: 19
        """

    func scenario(_ text: String = Self.text) throws -> Scenario {
        try Scenario(parsing: text, file: "s.yaml", for: TinyFamily())
    }

    @Test func threadsAndDrawCountsChangeNothing() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func bytes(_ threads: Int) throws -> Data {
            try encoder.encode(
                StudyRunner(family: TinyFamily(), solver: .standard, threadCount: threads).run(scenario()))
        }
        let once = try bytes(1)
        #expect(try bytes(2) == once)
        #expect(try bytes(5) == once)
    }

    private func expectAgreement(_ result: StudyResult, _ exact: StudyResult) {
        for (arm, other) in zip(result.arms, exact.arms) {
            #expect(arm.failures.isEmpty)
            for (series, expected) in zip(arm.series, other.series) {
                for (value, truth) in zip(series.values.median, expected.values.median) {
                    #expect(abs(value - truth) <= 5e-4 * (abs(truth) + 1), "\(arm.name) \(series.output)")
                }
            }
        }
    }

    @Test func lanesAndSUNDIALSAgree() throws {
        var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 2)
        let lanes = try runner.run(scenario())
        runner.solver = .sundials(SolverSettings(relativeTolerance: 1e-9))
        let exact = try runner.run(scenario())
        expectAgreement(lanes, exact)
    }

    @Test func theManifestNamesKernelLanesAndSolver() throws {
        let manifest = try StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 1).run(scenario()).manifest
        #expect(
            manifest.solver == "Rodas4, 8 lanes, few periods of repeated doses" && manifest.relativeTolerance == 3e-4)
        #expect(manifest.kernel.hasPrefix("bytecode, 8 lanes") && manifest.laneCount == 8)
    }

    /// Lanes would stand empty; the number of draws decides, whatever the threads.
    @Test func oneOrTwoDrawsRunAlone() throws {
        let few = Self.text.replacingOccurrences(of: "draws: 19", with: "draws: 2")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func study(_ threads: Int) throws -> StudyResult {
            try StudyRunner(family: TinyFamily(), solver: .standard, threadCount: threads).run(scenario(few))
        }
        let result = try study(1)
        #expect(try encoder.encode(study(3)) == encoder.encode(result))
        #expect(result.manifest.solver == "Rodas4, few periods of repeated doses" && result.manifest.laneCount == 1)
        let three = few.replacingOccurrences(of: "draws: 2", with: "draws: 3")
        let inLanes = try StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 1)
            .run(scenario(three)).manifest
        #expect(inLanes.laneCount == 8)
        let exact = try StudyRunner(
            family: TinyFamily(), solver: .sundials(SolverSettings(relativeTolerance: 1e-9)), threadCount: 1
        ).run(scenario(few))
        expectAgreement(result, exact)
    }

    @Test func oneModelThatLanesRefuseSendsTheWholeStudyToSUNDIALS() throws {
        var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 2)
        runner.kernel = .bytecode
        let manifest = try runner.run(scenario()).manifest
        #expect(manifest.solver == "SUNDIALS, automatic method" && manifest.relativeTolerance == 1e-6)
        #expect(manifest.kernel == "bytecode" && manifest.laneCount == 1)
    }

    @Test func tightTolerancesGoToSUNDIALS() {
        #expect(SolverChoice.lanes(relativeTolerance: 1e-5).name == "Rodas4, 8 lanes, few periods of repeated doses")
        #expect(SolverChoice.lanes(relativeTolerance: 9e-6).name == "SUNDIALS, automatic method")
        #expect(SolverChoice.lanes(relativeTolerance: 1e-8).relativeTolerance == 1e-8)
    }

    /// A hundred days of a dose a day are passed over but for the first two, which says so; without doses there is nothing to say.
    @Test func theShareSimulatedDoseByDoseIsReported() throws {
        let text = """
            arms:
              - name: nothing
              - name: by mouth
                doses: [A 10 mg oral daily]
            horizon: 100 days
            outputs: [amount]
            draws: 3
            """
        var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 2)
        let passedOver = try runner.run(scenario(text)).arms.map(\.doseByDoseShare)
        #expect(passedOver[0] == nil)
        let share = try #require(passedOver[1])
        #expect(share >= 0.02 && share < 0.2)
        runner.solver = .smooth
        #expect(try runner.run(scenario(text)).arms.map(\.doseByDoseShare) == [nil, nil])
    }

    @Test func progressCountsPeopleNotBatches() throws {
        let seen = Mutex<[Int]>([])
        var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 2)
        runner.progress = { done, count in
            #expect(count == 76)
            seen.withLock { $0.append(done) }
        }
        _ = try runner.run(scenario())
        #expect(seen.withLock { $0 } == Array(1...76))
    }

    @Test func aBadSubjectFailsAlone() throws {
        let model = try ArmModel(TinyFamily(), using: ["gut.dose"], kernel: .standard)
        let simulator = try SolverChoice.standard.makeSimulator(for: model)
        let regimen = try #require(scenario().arms[1].regimens.first)
        let subjects = (0..<10).map { index in
            Subject(
                parameters: [index == 4 ? "blood.los" : "blood.loss": 0.1 + 0.01 * Double(index)],
                balanceParameters: [:],
                regimens: [regimen], times: [0, 24, 48], seed: 1, drawIndex: index)
        }
        let outcomes = simulator.outcomes(of: subjects)
        #expect(outcomes.indices.filter { outcomes[$0].values == nil } == [4])
        #expect(outcomes[4].message?.contains("blood.los is not a free parameter") == true)
        for index in outcomes.indices where index != 4 {
            #expect(outcomes[index].values == simulator.outcome(of: subjects[index]).values)
        }
    }
}
