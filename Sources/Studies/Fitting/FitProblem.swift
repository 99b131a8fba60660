import Modeling

/// The calibration studies as residuals of a fit's unknowns: half their sum of squares is minus the log of likelihood times priors.
///
/// What was simulated is remembered, study by study, so that an unknown of one study does not cost the others. For one thread at a time.
final class FitProblem: LeastSquaresProblem {
    let fit: Fit
    let plans: [StudyPlan]
    /// Observations that count, by study.
    let targets: [[ObservedStudy.Observation]]
    let unknowns: [FitUnknown]
    /// What simulates courses; a sample takes a faster one than a search, whose differences must stand clear of noise.
    var solver: SolverChoice
    /// Whether priors are residuals too.
    var countsPriors = true
    /// Points evaluated so far.
    private(set) var evaluationCount = 0
    private var known: [StudyPoint: [Double]?] = [:]
    private var kernels: SensitivityKernels

    init(fit: Fit, plans: [StudyPlan], targets: [[ObservedStudy.Observation]], unknowns: [FitUnknown]) {
        self.fit = fit
        self.plans = plans
        self.targets = targets
        self.unknowns = unknowns
        solver = fit.solver
        kernels = SensitivityKernels(fit.kernel)
    }

    var variables: [LeastSquares.Variable] { unknowns.map(\.variable) }

    /// Of the observations, study by study, then of the priors.
    func residuals(_ points: [[Double]]) throws -> [[Double]?] {
        evaluationCount += points.count
        fit.progress(evaluationCount)
        let wanted = points.map { point in
            plans.indices.map { StudyPoint(planIndex: $0, plans[$0].study.id, unknowns, at: point, fixed: fit.fixed) }
        }
        var missing: [StudyPoint] = []
        for point in wanted.joined() where known[point] == nil && !targets[point.planIndex].isEmpty {
            known[point] = .some(nil)
            missing.append(point)
        }
        for (point, found) in zip(missing, try distances(at: missing)) { known[point] = found }
        return zip(points, wanted).map { point, parts in
            var residuals: [Double] = []
            for part in parts where !targets[part.planIndex].isEmpty {
                guard let found = known[part] ?? nil else { return nil }
                residuals += found
            }
            return countsPriors ? residuals + zip(unknowns, point).compactMap { $0.priorResidual(at: $1) } : residuals
        }
    }

    func derivatives(_ point: [Double]) throws -> [[Double]?] {
        try fit.sensitivities(
            plans, targets, unknowns, at: point, countsPriors: countsPriors, kernels: &kernels)
    }

    /// The values that one study sees at a point: another study's unknowns do not count, so that it is not simulated again.
    private struct StudyPoint: Hashable {
        let planIndex: Int
        let shared: [String: Double]
        let own: [String: Double]

        init(
            planIndex: Int, _ study: String, _ unknowns: [FitUnknown], at point: [Double], fixed: [String: Double]
        ) {
            self.planIndex = planIndex
            let values = zip(unknowns, point).map { ($0, $0.value(at: $1)) }
            shared = fixed.merging(
                values.filter { $0.0.study == nil }.map { ($0.0.identifier, $0.1) }, uniquingKeysWith: { $1 })
            own = Dictionary(
                uniqueKeysWithValues: values.filter { $0.0.study == study }.map { ($0.0.identifier, $0.1) })
        }
    }

    /// Courses of one study's arms at points: `[pointIndex][armIndex]`, `nil` for an arm that cannot be simulated.
    func courses(ofPlan planIndex: Int, at points: [[Double]]) throws -> [[[[Double]]?]] {
        try courses(
            at: points.map {
                StudyPoint(planIndex: planIndex, plans[planIndex].study.id, unknowns, at: $0, fixed: fit.fixed)
            })
    }

    private func courses(at points: [StudyPoint]) throws -> [[[[Double]]?]] {
        let plans = self.plans
        // Courses of one arm next to each other: those that share lanes are then alike.
        let jobs = plans.indices.flatMap { plan in
            plans[plan].arms.indices.flatMap { arm in
                points.indices.filter { points[$0].planIndex == plan }.map { (pointIndex: $0, armIndex: arm) }
            }
        }
        let outcomes = try ParallelTasks(threadCount: fit.threadCount, isCancelled: fit.isCancelled).outcomes(
            count: jobs.count, solver: solver.resolved(for: plans.flatMap { $0.arms.map(\.model) }),
            model: { plans[points[jobs[$0].pointIndex].planIndex].arms[jobs[$0].armIndex].model }
        ) { index in
            let (pointIndex, armIndex) = jobs[index]
            let point = points[pointIndex]
            return plans[point.planIndex].subject(
                armIndex: armIndex, drawn: point.shared, nuisance: point.own, seed: 0, drawIndex: 0)
        }
        var outputs = points.map { [[[Double]]?](repeating: nil, count: plans[$0.planIndex].arms.count) }
        for (job, outcome) in zip(jobs, outcomes) { outputs[job.pointIndex][job.armIndex] = outcome.values }
        return outputs
    }

    /// Distances from the observations of a study in standard errors, `nil` where one cannot be simulated.
    private func distances(at points: [StudyPoint]) throws -> [[Double]?] {
        zip(points, try courses(at: points)).map { point, outputs in
            let plan = plans[point.planIndex]
            var distances: [Double] = []
            for observation in targets[point.planIndex] {
                guard let predicted = plan.prediction(of: observation, from: outputs),
                    let residual = observation.residual(of: predicted)
                else { return nil }
                distances.append(residual)
            }
            return distances
        }
    }
}
