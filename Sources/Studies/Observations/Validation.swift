import Modeling

/// Compares the model with every observed study.
public struct Validation: Sendable {
    public let family: any ModelFamily
    public let library: StudyLibrary
    public var kernel = KernelChoice.standard
    public var solver: SolverChoice
    public var threadCount: Int
    public var seed: UInt64 = 1
    public var drawCount = 50
    /// Nuisance parameters by study and identifier, as a fit left them.
    public var nuisance: [String: [String: Double]] = [:]
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }

    public init(family: any ModelFamily, library: StudyLibrary, solver: SolverChoice, threadCount: Int) {
        self.family = family
        self.library = library
        self.solver = solver
        self.threadCount = threadCount
    }

    /// One score an observation, in order of use, file and observation; the same for any thread count.
    ///
    /// - Throws: ``ScenarioError`` for faulty files; ``StudyError`` and `ModelError` as ``StudyRunner/run(_:)``.
    public func scores(uses: [ObservedStudy.Use] = ObservedStudy.Use.allCases) throws -> [StudyScore] {
        let studies = try library.studies(uses, for: family)
        var models = ArmModelLibrary(family: family, kernel: kernel)
        let plans = try studies.map { try StudyPlan($0, library: &models) }
        let arms = plans.indices.flatMap { plan in plans[plan].arms.indices.map { (plan: plan, arm: $0) } }
        let draws = ParameterDraws(seed: seed)
        let tasks = ParallelTasks(threadCount: threadCount, progress: progress)
        let outcomes = try tasks.outcomes(
            count: arms.count * drawCount, solver: solver.resolved(for: plans.flatMap { $0.arms.map(\.model) }),
            model: { plans[arms[$0 / drawCount].plan].arms[arms[$0 / drawCount].arm].model }
        ) { index in
            let (arm, drawIndex) = index.quotientAndRemainder(dividingBy: drawCount)
            let plan = plans[arms[arm].plan]
            let model = plan.arms[arms[arm].arm].model
            return plan.subject(
                armIndex: arms[arm].arm, drawn: draws.values(for: model.model, drawIndex: drawIndex),
                nuisance: nuisance[plan.study.id] ?? [:], seed: seed, drawIndex: drawIndex)
        }
        var first = 0
        return plans.flatMap { plan in
            defer { first += plan.arms.count * drawCount }
            return scores(of: plan, outcomes: outcomes[first..<first + plan.arms.count * drawCount])
        }
    }

    /// - Parameter outcomes: `[armIndex · drawCount + drawIndex]` of this study.
    private func scores(of plan: StudyPlan, outcomes: ArraySlice<SubjectOutcome>) -> [StudyScore] {
        func outcome(_ armIndex: Int, _ drawIndex: Int) -> SubjectOutcome {
            outcomes[outcomes.startIndex + armIndex * drawCount + drawIndex]
        }
        return plan.study.observations.map { observation in
            var predictions: [Double] = []
            var failures: [String] = []
            for drawIndex in 0..<drawCount {
                let all = plan.arms.indices.map { outcome($0, drawIndex) }
                if let value = plan.prediction(of: observation, from: all.map(\.values)) {
                    predictions.append(value)
                } else {
                    failures.append(all.lazy.compactMap(\.message).first ?? "no outcome")
                }
            }
            return StudyScore(plan.study, observation, predictions: predictions, failures: failures)
        }
    }
}

extension SubjectOutcome {
    var values: [[Double]]? { if case .solved(let values, _) = self { values } else { nil } }
    var message: String? { if case .failed(let message) = self { message } else { nil } }
}
