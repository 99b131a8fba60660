import Modeling

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
        let solver = solver.resolved(for: arms.map(\.model))
        let simulations = try simulate(arms, scenario: scenario, solver: solver)
        let result = try result(of: scenario, arms: arms, simulations: simulations, solver: solver)
        let values = arms.enumerated().map { index, plan in
            (plan.arm.name, simulations[index * scenario.drawCount..<(index + 1) * scenario.drawCount].map(\.values))
        }
        let draws = StudyDraws(
            outputs: scenario.outputs, times: scenario.reportTimes,
            values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
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

    /// One draw of one arm: the scenario's outputs `[outputIndex][timeIndex]`, or why there are none.
    enum Simulation: Sendable {
        case solved([[Double]], SolverWork)
        case failed(String)
    }

    func plans(for scenario: Scenario) throws -> [ArmPlan] {
        var library = ArmModelLibrary(family: family, kernel: kernel.resolved(for: ExpectedWork(scenario)))
        return try scenario.arms.map { arm in
            let model = try library.model(for: arm.regimens)
            let inputs = scenario.inputs.merging(arm.inputs) { _, own in own }
            return ArmPlan(
                arm: arm, model: model, parameters: model.parameters(from: inputs),
                standing: try model.standingParameters(of: arm.regimens, family: family),
                outputIndices: try scenario.outputs.map { try model.outputIndex($0) })
        }
    }

    private func simulate(_ arms: [ArmPlan], scenario: Scenario, solver: SolverChoice) throws -> [Simulation] {
        let draws = ParameterDraws(seed: scenario.seed, posterior: family.posterior)
        let drawCount = scenario.drawCount
        let tasks = ParallelTasks(threadCount: threadCount, progress: progress, isCancelled: isCancelled)
        let outcomes = try tasks.outcomes(
            count: arms.count * drawCount, solver: solver, model: { arms[$0 / drawCount].model }
        ) { index in
            let (armIndex, drawIndex) = index.quotientAndRemainder(dividingBy: drawCount)
            let plan = arms[armIndex]
            let drawn = draws.values(for: plan.model.model, drawIndex: drawIndex)
            return Subject(
                parameters: drawn.merging(plan.parameters) { _, given in given }, balanceParameters: plan.standing,
                regimens: plan.arm.regimens, times: scenario.reportTimes, seed: scenario.seed, drawIndex: drawIndex)
        }
        return outcomes.enumerated().map { index, outcome in
            simulation(outcome, arms[index / drawCount], scenario)
        }
    }

    /// The scenario's outputs of an outcome; one that is not a number makes it a failure.
    private func simulation(_ outcome: SubjectOutcome, _ plan: ArmPlan, _ scenario: Scenario) -> Simulation {
        switch outcome {
        case .failed(let message): return .failed(message)
        case .solved(let values, let work):
            let wanted = plan.outputIndices.map { values[$0] }
            for (output, series) in zip(scenario.outputs, wanted) {
                guard let timeIndex = series.firstIndex(where: { !$0.isFinite }) else { continue }
                let day = QuantityText.text(scenario.reportTimes[timeIndex] / 24)
                return .failed("output \(output) is \(series[timeIndex]) on day \(day)")
            }
            return .solved(wanted, work)
        }
    }
}
