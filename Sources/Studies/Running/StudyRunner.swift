import Modeling
import Synchronization

/// Runs a scenario: every arm in every draw, reduced to quantiles and paired differences.
public struct StudyRunner: Sendable {
    public let family: any ModelFamily
    public var kernel = KernelChoice.standard
    public var solver: SolverChoice
    public var threadCount: Int
    /// Called after each simulation with the number done, from any thread, one at a time.
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    /// Asked before each batch of simulations; `true` stops the study.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init(family: any ModelFamily, solver: SolverChoice, threadCount: Int) {
        self.family = family
        self.solver = solver
        self.threadCount = threadCount
    }

    /// The answer to a scenario; the same for any thread count.
    ///
    /// A draw that cannot be simulated is recorded and left out; an output that is not a number counts as such.
    /// - Throws: ``StudyError``; `ModelError` for a faulty model.
    public func run(_ scenario: Scenario) throws -> StudyResult { try runKeepingDraws(scenario).result }

    /// The answer to a scenario and every draw behind it.
    ///
    /// - Throws: as ``run(_:)``.
    public func runKeepingDraws(_ scenario: Scenario) throws -> (result: StudyResult, draws: StudyDraws) {
        let arms = try plans(for: scenario)
        // One solver for the whole study, before it is split: no batch or thread can change it.
        let solver = solver.resolved(for: arms.map(\.model), count: scenario.drawCount)
        let file = try DrawFile(
            armCount: arms.count, outputCount: scenario.outputs.count, timeCount: scenario.reportTimes.count,
            drawCount: scenario.drawCount)
        let tallies = try simulate(arms, scenario: scenario, solver: solver, into: file)
        let result = try result(of: scenario, arms: arms, file: file, tallies: tallies, solver: solver)
        let draws = StudyDraws(
            outputs: scenario.outputs, times: scenario.reportTimes, arms: scenario.arms.map(\.name), file: file)
        return (result, draws)
    }

    /// An arm with its model.
    struct ArmPlan: Sendable {
        let arm: Scenario.Arm
        let model: ArmModel
        let parameters: [String: Double]
        let standing: [String: Double]
        /// Indices of the scenario's outputs in the kernel's layout.
        let outputIndices: [Int]
    }

    /// What is kept of an arm's draws beside their numbers.
    struct ArmTally: Sendable {
        var failures: [StudyResult.Failure] = []
        var work = SolverWork()
    }

    func plans(for scenario: Scenario) throws -> [ArmPlan] {
        var library = ArmModelLibrary(family: family, kernel: kernel.resolved(for: ExpectedWork(scenario)))
        try library.prepare(scenario.arms.map(\.regimens), threadCount: threadCount)
        return try scenario.arms.map { arm in
            let model = try library.model(for: arm.regimens)
            let inputs = scenario.inputs.merging(arm.inputs) { _, own in own }
            return ArmPlan(
                arm: arm, model: model, parameters: model.parameters(from: inputs),
                standing: try model.standingParameters(of: arm.regimens, family: family),
                outputIndices: try scenario.outputs.map { try model.outputIndex($0) })
        }
    }

    /// Simulates every draw of every arm into the file.
    private func simulate(
        _ arms: [ArmPlan], scenario: Scenario, solver: SolverChoice, into file: DrawFile
    ) throws -> [ArmTally] {
        let draws = ParameterDraws(seed: scenario.seed, posterior: family.posterior)
        let drawCount = scenario.drawCount
        let tasks = ParallelTasks(threadCount: threadCount, progress: progress, isCancelled: isCancelled)
        let tallies = Mutex([ArmTally](repeating: ArmTally(), count: arms.count))
        try tasks.forEachOutcome(
            count: arms.count * drawCount, solver: solver, model: { arms[$0 / drawCount].model }
        ) { index in
            let (armIndex, drawIndex) = index.quotientAndRemainder(dividingBy: drawCount)
            let plan = arms[armIndex]
            let drawn = draws.values(for: plan.model.model, drawIndex: drawIndex)
            return Subject(
                parameters: drawn.merging(plan.parameters) { _, given in given }, balanceParameters: plan.standing,
                regimens: plan.arm.regimens, times: scenario.reportTimes, seed: scenario.seed, drawIndex: drawIndex)
        } receive: { index, outcome in
            let (armIndex, drawIndex) = index.quotientAndRemainder(dividingBy: drawCount)
            let outcome = wanted(outcome, arms[armIndex], scenario)
            file.write(outcome.values, armIndex: armIndex, drawIndex: drawIndex)
            tallies.withLock { $0[armIndex].add(outcome, drawIndex: drawIndex) }
        }
        return tallies.withLock { tallies in
            // Threads finish in any order.
            tallies.map { tally in
                var tally = tally
                tally.failures.sort { $0.drawIndex < $1.drawIndex }
                return tally
            }
        }
    }

    /// The scenario's outputs of an outcome `[outputIndex][timeIndex]`; one that is not a number makes it a failure.
    private func wanted(_ outcome: SubjectOutcome, _ plan: ArmPlan, _ scenario: Scenario) -> SubjectOutcome {
        guard case .solved(let values, let work) = outcome else { return outcome }
        let wanted = plan.outputIndices.map { values[$0] }
        for (output, series) in zip(scenario.outputs, wanted) {
            guard let timeIndex = series.firstIndex(where: { !$0.isFinite }) else { continue }
            let day = QuantityText.text(scenario.reportTimes[timeIndex] / 24)
            return .failed("output \(output) is \(series[timeIndex]) on day \(day)")
        }
        return .solved(values: wanted, work: work)
    }
}

extension StudyRunner.ArmTally {
    fileprivate mutating func add(_ outcome: SubjectOutcome, drawIndex: Int) {
        switch outcome {
        case .failed(let message): failures.append(StudyResult.Failure(drawIndex: drawIndex, message: message))
        case .solved(_, let own):
            work.add(own)
        }
    }
}
