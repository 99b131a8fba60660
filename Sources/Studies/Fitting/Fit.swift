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

    /// Adjusts parameters to the observations that have a standard error, all other parameters at their own values.
    ///
    /// - Throws: ``FitError``; ``ScenarioError``, ``StudyError`` and `ModelError` as ``Validation``.
    public func run() throws -> FitResult {
        let studies = try library.studies([.calibration], for: family)
        var models = ArmModelLibrary(family: family, kernel: kernel)
        let plans = try studies.map { try StudyPlan($0, library: &models) }
        let unknowns = try self.unknowns(plans)
        guard !unknowns.isEmpty else { throw FitError.nothingToFit }
        let targets = plans.indices.flatMap { plan in
            plans[plan].study.observations.filter(\.isScorable).map { (plan: plan, observation: $0) }
        }
        guard !targets.isEmpty else { throw FitError.noObservation }
        var evaluationCount = 0
        let variables = unknowns.map(\.variable)
        let solution = try leastSquares.minimum(of: variables) { points in
            evaluationCount += points.count
            progress(evaluationCount)
            let all = try outputs(
                plans, at: points.map { point in zip(unknowns, point).map { ($0, $0.value(at: $1)) } })
            return zip(points, all).map { point, outputs in
                var residuals: [Double] = []
                for target in targets {
                    guard
                        let predicted = plans[target.plan].prediction(
                            of: target.observation, from: outputs[target.plan]),
                        let z = StudyScore.z(of: predicted, for: target.observation)
                    else { return nil }
                    residuals.append(z)
                }
                return residuals + zip(unknowns, point).compactMap { $0.priorResidual(at: $1) }
            }
        }
        guard let solution else { throw FitError.startFails }
        return FitResult(solution, unknowns: unknowns, targets: targets.map { (plans[$0.plan].study, $0.observation) })
    }

    /// Outputs of every arm of every study at several points: `[pointIndex][studyIndex][armIndex]`.
    private func outputs(_ plans: [StudyPlan], at points: [[(FitUnknown, Double)]]) throws -> [[[[[Double]]?]]] {
        let arms = plans.indices.flatMap { plan in plans[plan].arms.indices.map { (plan: plan, arm: $0) } }
        let outcomes = try ParallelTasks(threadCount: threadCount).outcomes(
            count: points.count * arms.count, solver: solver.resolved(for: plans.flatMap { $0.arms.map(\.model) }),
            model: { plans[arms[$0 % arms.count].plan].arms[arms[$0 % arms.count].arm].model }
        ) { taskIndex in
            let (pointIndex, index) = taskIndex.quotientAndRemainder(dividingBy: arms.count)
            let plan = plans[arms[index].plan]
            let shared = points[pointIndex].filter { $0.0.study == nil }.map { ($0.0.identifier, $0.1) }
            let own = points[pointIndex].filter { $0.0.study == plan.study.id }.map { ($0.0.identifier, $0.1) }
            return plan.subject(
                armIndex: arms[index].arm, drawn: Dictionary(uniqueKeysWithValues: shared),
                nuisance: Dictionary(uniqueKeysWithValues: own), seed: 0, drawIndex: 0)
        }.map(\.values)
        return points.indices.map { pointIndex in
            var position = pointIndex * arms.count
            return plans.map { plan in
                defer { position += plan.arms.count }
                return Array(outcomes[position..<position + plan.arms.count])
            }
        }
    }
}

extension ObservedStudy.Observation {
    /// Whether there is a distance in standard errors.
    var isScorable: Bool { if case .value = finding { standardError != nil } else { false } }
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
