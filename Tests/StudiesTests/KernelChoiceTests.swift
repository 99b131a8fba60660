import Codegen
import Foundation
import Modeling
import Testing

@testable import Studies

/// Which kernel a study runs on: decided by its size, before it is split, and written into the manifest.
@Suite struct KernelChoiceTests {
    static let hasCompiler = KernelChoice.nativeObstacle == nil

    func scenario(horizon: String, draws: Int) throws -> Scenario {
        try Scenario(
            parsing: """
                arms:
                  - name: by mouth
                    doses: [A 10 mg oral twice daily]
                  - name: nothing
                horizon: \(horizon)
                report: every 10 days
                draws: \(draws)
                """, file: "s.yaml", for: TinyFamily())
    }

    @Test func workCountsDosesAndPeople() throws {
        // Arms of 200 doses and of none: (200 · 25 + 300 + 300) / 2 steps for each of 10 people.
        #expect(ExpectedWork(try scenario(horizon: "100 days", draws: 10)).stepCount == 28_000)
        #expect(ExpectedWork(try scenario(horizon: "100 days", draws: 20)).stepCount == 56_000)
    }

    @Test func shortWorkStaysWithBytecode() {
        let few = ExpectedWork(stepCount: KernelChoice.leastStepsToCompileFor - 1)
        #expect(KernelChoice.standard.resolved(for: few).name == KernelChoice.standard.name)
    }

    @Test func otherChoicesStay() {
        let much = ExpectedWork(stepCount: 1e12)
        for choice in [KernelChoice.reference, .bytecode, .native] {
            #expect(choice.resolved(for: much).name == choice.name)
        }
    }

    @Test(.enabled(if: hasCompiler, "needs libLLVM 19, which scripts/setup.sh installs"))
    func longWorkIsCompiledAndTheManifestSaysSo() throws {
        #expect(
            KernelChoice.standard.resolved(for: ExpectedWork(stepCount: 1e12)).name == KernelChoice.native.name)
        let long = try scenario(horizon: "1000 days", draws: 128)
        var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: 2)
        let native = try runner.run(long)
        #expect(native.manifest.kernel == "native, 8 lanes, \(LaneLevel.current)" && native.manifest.laneCount == 8)
        runner.kernel = KernelChoice(
            name: "bytecode", makeKernel: { try BytecodeKernel($0) },
            makeLaneKernel: { try BytecodeKernel($0, laneCount: 8) })
        let bytecode = try runner.run(long)
        #expect(bytecode.manifest.kernel == "bytecode, 8 lanes, \(LaneLevel.current)")
        for (arm, other) in zip(native.arms, bytecode.arms) {
            #expect(arm.failures.isEmpty)
            for (series, expected) in zip(arm.series, other.series) {
                for (x, y) in zip(series.values.median, expected.values.median) {
                    #expect(abs(x - y) <= 1e-6 * (1 + abs(y)), "\(arm.name) \(series.output)")
                }
            }
        }
    }

    @Test(.enabled(if: hasCompiler, "needs libLLVM 19, which scripts/setup.sh installs"))
    func threadsChangeNoByteOnMachineCode() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func bytes(_ threads: Int) throws -> Data {
            var runner = StudyRunner(family: TinyFamily(), solver: .standard, threadCount: threads)
            runner.kernel = .native
            return try encoder.encode(runner.run(scenario(horizon: "20 days", draws: 19)))
        }
        let once = try bytes(1)
        #expect(try bytes(2) == once)
        #expect(try bytes(5) == once)
    }
}
