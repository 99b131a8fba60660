import Modeling

/// Compares the model with every observed study.
public struct Validation: Sendable {
    public let family: any ModelFamily
    public let library: StudyLibrary
    public var kernel = KernelChoice.standard
    public var solver: SolverChoice
    public var threadCount: Int
    public var seed: UInt64 = 1
    public var drawCount = 100
    /// Fewer where a course has many doses over a year or more, whose simulation is slow.
    public var longStudyDrawCount = 32
    /// More where a share of people is asked for, whose own error is that of counting; such studies are simulated fast.
    public var shareDrawCount = 400
    /// Identifiers of the studies wanted; `nil` for all.
    public var studyIdentifiers: Set<String>?
    /// Nuisance parameters by study and identifier, as a fit left them.
    public var nuisance: [String: [String: Double]] = [:]
    public var progress: @Sendable (_ done: Int, _ count: Int) -> Void = { _, _ in }
    /// Asked before each batch of simulations; `true` stops the comparison.
    public var isCancelled: @Sendable () -> Bool = { false }

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
        let studies = try library.studies(uses, for: family).filter { studyIdentifiers?.contains($0.id) ?? true }
        var models = ArmModelLibrary(family: family, kernel: kernel)
        let plans = try studies.map { try StudyPlan($0, library: &models) }
        let jobs = plans.indices.flatMap { plan in
            plans[plan].arms.indices.flatMap { arm in
                ([nil] + (0..<drawCount(of: plans[plan])).map(Optional.some)).map { (plan: plan, arm: arm, draw: $0) }
            }
        }
        let draws = plans.map { plan in
            ParameterDraws(
                seed: seed, posterior: plan.study.species.map { family.species[$0]?.posterior } ?? family.posterior)
        }
        let tasks = ParallelTasks(threadCount: threadCount, progress: progress, isCancelled: isCancelled)
        let outcomes = try tasks.outcomes(
            count: jobs.count, solver: solver.resolved(for: plans.flatMap { $0.arms.map(\.model) }),
            model: { plans[jobs[$0].plan].arms[jobs[$0].arm].model }
        ) { index in
            let job = jobs[index]
            let plan = plans[job.plan]
            // Before the draws comes the model with its own numbers, those that a fit has matched.
            let drawn = job.draw.map { draws[job.plan].values(for: plan.arms[job.arm].model.model, drawIndex: $0) }
            let study = plan.study.id
            let own = job.draw.flatMap {
                draws[job.plan].posterior?.nuisance(of: study, seed: seed, drawIndex: $0)
            }
            return plan.subject(
                armIndex: job.arm, drawn: drawn ?? [:],
                nuisance: (nuisance[study] ?? [:]).merging(own ?? [:]) { _, drawn in drawn }, seed: seed,
                drawIndex: job.draw ?? 0)
        }
        var first = 0
        return plans.flatMap { plan in
            let count = plan.arms.count * (1 + drawCount(of: plan))
            defer { first += count }
            return scores(of: plan, outcomes: outcomes[first..<first + count])
        }
    }

    /// Draws of one study; the same for all its arms, so that contrasts are paired.
    private func drawCount(of plan: StudyPlan) -> Int {
        let isShare = plan.study.observations.contains { if case .share = $0.statistic { true } else { false } }
        if isShare { return max(drawCount, shareDrawCount) }
        let isLong = plan.arms.contains { ($0.times.last ?? 0) > Self.longStudy && !$0.regimens.isEmpty }
        return isLong ? min(drawCount, longStudyDrawCount) : drawCount
    }

    /// A study with doses is long beyond this [h].
    private static let longStudy = 200.0 * 24

    /// - Parameter outcomes: for each arm of this study the model's own numbers, then the draws.
    private func scores(of plan: StudyPlan, outcomes: ArraySlice<SubjectOutcome>) -> [StudyScore] {
        let drawCount = drawCount(of: plan)
        func outcome(_ armIndex: Int, _ drawIndex: Int?) -> SubjectOutcome {
            outcomes[outcomes.startIndex + armIndex * (1 + drawCount) + (drawIndex.map { $0 + 1 } ?? 0)]
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
            let own = plan.prediction(of: observation, from: plan.arms.indices.map { outcome($0, nil).values })
            return StudyScore(plan.study, observation, own: own, predictions: predictions, failures: failures)
        }
    }
}

extension SubjectOutcome {
    var values: [[Double]]? { if case .solved(let values, _) = self { values } else { nil } }
    var message: String? { if case .failed(let message) = self { message } else { nil } }
}
