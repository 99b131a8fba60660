import Modeling

/// Which uncertain numbers an answer hangs on: each is moved one standard deviation to either side, the others at rest.
///
/// Goals, in order: exact where outputs are linear in the parameters; an effect that is even about its centre is seen;
/// two simulations a parameter. With f₋, f₀, f₊ the output at −1, 0 and +1 standard deviation z, the parabola through them has
/// slope d = (f₊ − f₋)/2 and curvature c = (f₊ − 2f₀ + f₋)/2, and variance d² + c²·Var z². A parameter's share is its variance over
/// the sum. The squared half difference d² alone loses: it is zero for an effect that is the same both ways. Sampling (Sobol')
/// loses here: a hundred times the simulations for the same order. What two parameters do only together is not counted.
public struct UncertaintyRanking: Sendable {
    public let family: any ModelFamily
    public var kernel = KernelChoice.standard
    /// Tighter than a study's, so that differences of small shares stand clear of the solver's error.
    public var solver = SolverChoice.lanes(relativeTolerance: 1e-5)
    public var threadCount: Int
    /// Called after each simulation with the number done, from any thread, one at a time.
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    /// Asked before each batch of simulations; `true` stops the ranking.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init(family: any ModelFamily, threadCount: Int) {
        self.family = family
        self.threadCount = threadCount
    }

    /// Shares of each output's variance at the end of one arm of a scenario; the same for any thread count.
    ///
    /// - Parameters:
    ///   - scenario: the person, the course and the outputs; its draws and seed do not matter.
    ///   - armIndex: of the course.
    /// - Throws: ``StudyError``; `ModelError` for a faulty model.
    public func shares(of scenario: Scenario, armIndex: Int) throws -> UncertaintyShares {
        let one = Self.question(scenario, armIndex: armIndex)
        var runner = StudyRunner(family: family, solver: solver, threadCount: threadCount)
        runner.kernel = kernel
        let plan = try runner.plans(for: one)[0]
        let moves = Self.moves(of: plan, posterior: family.posterior)
        let settings = [[:]] + moves.flatMap { [$0.setting($0.lower), $0.setting($0.centre), $0.setting($0.upper)] }
        // A centre that is the model's own value is simulated once for all parameters.
        let needed = settings.indices.filter { $0 == 0 || $0 % 3 != 2 || !moves[($0 - 1) / 3].isCentredOnOwnValue }
        let tasks = ParallelTasks(threadCount: threadCount, progress: progress, isCancelled: isCancelled)
        let outcomes = try tasks.outcomes(
            count: needed.count, solver: solver.resolved(for: [plan.model]), model: { _ in plan.model }
        ) { index in
            Subject(
                parameters: settings[needed[index]].merging(plan.parameters) { _, given in given },
                balanceParameters: plan.standing, regimens: plan.arm.regimens, times: one.reportTimes,
                seed: one.seed, drawIndex: 0)
        }
        let own = try Self.ends(outcomes[0], plan).get()
        let places = Dictionary(uniqueKeysWithValues: needed.enumerated().map { ($1, $0) })
        func ends(_ settingIndex: Int) -> Result<[Double], SimulationFailure> {
            places[settingIndex].map { Self.ends(outcomes[$0], plan) } ?? .success(own)
        }
        var effects: [UncertaintyShares.Effect] = []
        var failures: [String] = []
        for (moveIndex, move) in moves.enumerated() {
            do {
                let values = try (1...3).map { try ends(3 * moveIndex + $0).get() }
                effects.append(.init(move, low: values[0], centre: values[1], high: values[2]))
            } catch {
                failures.append("\(move.identifier): \(error)")
            }
        }
        return UncertaintyShares(scenario: one, plan: plan, own: own, effects: effects, failures: failures)
    }

    /// The one arm, reported at its start and end.
    private static func question(_ scenario: Scenario, armIndex: Int) -> Scenario {
        var one = scenario
        one.arms = [scenario.arms[armIndex]]
        one.arms[0].reference = nil
        one.reportTimes = [0, scenario.horizon]
        return one
    }

    /// A parameter with a spread that nothing given replaces.
    struct Move: Sendable {
        let identifier: String
        let lower, centre, upper: Double
        let varianceOfSquare: Double
        let isCentredOnOwnValue: Bool

        func setting(_ value: Double) -> [String: Double] { [identifier: value] }
    }

    /// A fitted number moves by its spread and by the posterior of what it spreads about, as independent factors.
    static func moves(of plan: StudyRunner.ArmPlan, posterior: PosteriorDraws? = nil) -> [Move] {
        plan.model.model.quantities.compactMap { quantity in
            guard case .number(let value, _)? = quantity.initial?.kind else { return nil }
            let spread = quantity.spread.widened(
                byLogVariance: posterior?.logVariance(of: quantity.identifier) ?? 0, around: value)
            guard plan.parameters[quantity.identifier] == nil,
                plan.model.kernel.layout.parameterIndex(quantity.identifier) != nil,
                let points = spread.standardPoints(around: value, isNonNegative: quantity.isNonNegative)
            else { return nil }
            return Move(
                identifier: quantity.identifier, lower: points.lower, centre: points.centre, upper: points.upper,
                varianceOfSquare: spread.varianceOfSquare, isCentredOnOwnValue: points.centre == value)
        }
    }

    /// Each output at the last time.
    private static func ends(
        _ outcome: SubjectOutcome, _ plan: StudyRunner.ArmPlan
    ) -> Result<[Double], SimulationFailure> {
        switch outcome {
        case .failed(let message): return .failure(SimulationFailure(message: message))
        case .solved(let values, _):
            let ends = plan.outputIndices.map { values[$0].last ?? .nan }
            return ends.allSatisfy(\.isFinite) ? .success(ends) : .failure(SimulationFailure(message: "no number"))
        }
    }
}

/// One simulation of a ranking that failed.
struct SimulationFailure: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
