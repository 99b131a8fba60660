import Foundation
import Modeling

/// Fits parameters to the calibration studies, and to no other: their files are not even opened.
public struct Fit: Sendable {
    public let family: any ModelFamily
    public let library: StudyLibrary
    public let parameters: [FitParameter]
    public var kernel = KernelChoice.standard
    public var solver: SolverChoice
    public var threadCount: Int
    public var leastSquares = LeastSquares()
    /// Where the search begins instead of at the estimates, such as an earlier result: by identifier, and by study.
    public var start: (shared: [String: Double], nuisance: [String: [String: Double]]) = ([:], [:])
    /// Called after each evaluation with the number of evaluations so far.
    public var progress: @Sendable (_ evaluationCount: Int) -> Void = { _ in }

    public init(
        family: any ModelFamily, library: StudyLibrary, parameters: [FitParameter], solver: SolverChoice,
        threadCount: Int
    ) {
        self.family = family
        self.library = library
        self.parameters = parameters
        self.solver = solver
        self.threadCount = threadCount
    }

    /// Adjusts parameters to the observations that have a standard error, published or assumed, all other parameters at their own values.
    ///
    /// - Throws: ``FitError``; ``ScenarioError``, ``StudyError`` and `ModelError` as ``Validation``.
    public func run() throws -> FitResult {
        // Another species has numbers of its own, which these parameters would replace.
        let studies = try library.studies([.calibration], for: family).filter { $0.species == nil }
        var models = ArmModelLibrary(family: family, kernel: kernel)
        let plans = try studies.map { try StudyPlan($0, library: &models) }
        let unknowns = try self.unknowns(plans).map { unknown in
            var unknown = unknown
            unknown.searchStart =
                unknown.study.map { start.nuisance[$0]?[unknown.identifier] } ?? start.shared[unknown.identifier]
            return unknown
        }
        guard !unknowns.isEmpty else { throw FitError.nothingToFit }
        let targets = plans.map { $0.study.observations.filter(\.isScorable) }
        guard targets.contains(where: { !$0.isEmpty }) else { throw FitError.noObservation }
        var evaluationCount = 0
        var known: [StudyPoint: [Double]?] = [:]
        var kernels = SensitivityKernels(kernel)
        let residuals: ([[Double]]) throws -> [[Double]?] = { points in
            evaluationCount += points.count
            progress(evaluationCount)
            let wanted = points.map { point in
                plans.indices.map { StudyPoint(planIndex: $0, plans[$0].study.id, unknowns, at: point) }
            }
            var missing: [StudyPoint] = []
            for point in wanted.joined() where known[point] == nil && !targets[point.planIndex].isEmpty {
                known[point] = .some(nil)
                missing.append(point)
            }
            for (point, found) in zip(missing, try distances(plans, targets, at: missing)) { known[point] = found }
            return zip(points, wanted).map { point, parts in
                var residuals: [Double] = []
                for part in parts where !targets[part.planIndex].isEmpty {
                    guard let found = known[part] ?? nil else { return nil }
                    residuals += found
                }
                return residuals + zip(unknowns, point).compactMap { $0.priorResidual(at: $1) }
            }
        }
        let solution = try leastSquares.minimum(of: unknowns.map(\.variable), residuals: residuals) { point in
            try sensitivities(plans, targets, unknowns, at: point, kernels: &kernels)
        }
        guard let solution else { throw FitError.startFails }
        return FitResult(
            solution, unknowns: unknowns,
            targets: plans.indices.flatMap { plan in targets[plan].map { (plans[plan].study, $0) } })
    }

    /// The values that one study sees at a point: another study's unknowns do not count, so that it is not simulated again.
    private struct StudyPoint: Hashable {
        let planIndex: Int
        let shared: [String: Double]
        let own: [String: Double]

        init(planIndex: Int, _ study: String, _ unknowns: [FitUnknown], at point: [Double]) {
            self.planIndex = planIndex
            let values = zip(unknowns, point).map { ($0, $0.value(at: $1)) }
            shared = Dictionary(
                uniqueKeysWithValues: values.filter { $0.0.study == nil }.map { ($0.0.identifier, $0.1) })
            own = Dictionary(
                uniqueKeysWithValues: values.filter { $0.0.study == study }.map { ($0.0.identifier, $0.1) })
        }
    }

    /// Distances from the observations of a study in standard errors, `nil` where one cannot be simulated.
    private func distances(
        _ plans: [StudyPlan], _ targets: [[ObservedStudy.Observation]], at points: [StudyPoint]
    ) throws -> [[Double]?] {
        // Courses of one arm next to each other: those that share lanes are then alike.
        let jobs = plans.indices.flatMap { plan in
            plans[plan].arms.indices.flatMap { arm in
                points.indices.filter { points[$0].planIndex == plan }.map { (pointIndex: $0, armIndex: arm) }
            }
        }
        let outcomes = try ParallelTasks(threadCount: threadCount).outcomes(
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
        return zip(points, outputs).map { point, outputs in
            let plan = plans[point.planIndex]
            var distances: [Double] = []
            for observation in targets[point.planIndex] {
                guard let predicted = plan.prediction(of: observation, from: outputs),
                    let z = StudyScore.z(of: predicted, for: observation)
                else { return nil }
                distances.append(z)
            }
            return distances
        }
    }
}

extension ObservedStudy.Observation {
    /// Whether a fit can use it: a number with a standard error, published or assumed, that one subject has; a share needs many.
    var isScorable: Bool {
        if case .share = statistic { return false }
        if case .value = finding { return scoringError != nil }
        return false
    }
}

/// What stops a fit.
public enum FitError: Error, CustomStringConvertible {
    case nothingToFit
    case noObservation
    case unknownParameter(String)
    case startOutsideRange(String, value: Double)
    case startFails

    /// Whether numbers, not the input, are at fault.
    public var isSolverFailure: Bool { if case .startFails = self { true } else { false } }

    public var description: String {
        switch self {
        case .nothingToFit: "no parameter is named for fitting"
        case .noObservation: "no calibration study has an observation with a standard error"
        case .unknownParameter(let name):
            "\(name) is in none of the calibration studies' models (see 'patency model parameters')"
        case .startOutsideRange(let name, let value):
            "\(name) starts at \(value), outside the range that the fit may use"
        case .startFails: "the calibration studies cannot be simulated at the start values; 'patency validate' says why"
        }
    }
}
