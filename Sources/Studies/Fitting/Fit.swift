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
    /// Identifiers of the calibration studies wanted; `nil` for all.
    public var studyIdentifiers: Set<String>?
    /// Searches from so many starts: the first as above, the others where the priors make few of `candidateCount` points best.
    public var startCount = 1
    /// Points drawn from the priors for the other starts to be chosen from.
    public var candidateCount = 16
    /// What a posterior's draws are simulated with; `nil` for the same as the search.
    public var samplingSolver: SolverChoice?
    /// Of those points, and of a posterior's.
    public var seed: UInt64 = 1
    /// Values that hold in place of the model's own, by identifier, such as those of another fit.
    public var fixed: [String: Double] = [:]
    /// Called after each evaluation with the number of evaluations so far.
    public var progress: @Sendable (_ evaluationCount: Int) -> Void = { _ in }
    /// Asked before each batch of simulations; `true` stops the fit.
    public var isCancelled: @Sendable () -> Bool = { false }

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
    public func run() throws -> FitResult { try run(problem()) }

    func run(_ problem: FitProblem) throws -> FitResult {
        var searches: [FitResult.Search] = []
        var best: LeastSquares.Solution?
        for start in try starts(of: problem) {
            guard let solution = try leastSquares.minimum(of: problem, from: start) else {
                if searches.isEmpty { throw FitError.startFails }
                searches.append(.init(initialCost: nil, cost: nil))
                continue
            }
            searches.append(.init(initialCost: solution.initialCost, cost: solution.cost))
            if best.map({ solution.cost < $0.cost }) ?? true { best = solution }
        }
        guard let best else { throw FitError.startFails }
        return FitResult(best, problem: problem, searches: searches)
    }

    /// The estimates, or where the search is told to begin, then the best of random points; equal for equal seeds.
    private func starts(of problem: FitProblem) throws -> [[Double]] {
        let first = problem.variables.map(\.start)
        guard startCount > 1 else { return [first] }
        let points = (0..<max(candidateCount, startCount - 1)).map { candidate in
            var generator = CounterGenerator(seed: seed, stream: Self.startStream, subject: UInt64(candidate))
            return problem.unknowns.map { $0.priorCoordinate(at: generator.uniform()) }
        }
        let costs = try problem.residuals(points).map { $0.map(LeastSquares.cost) ?? .infinity }
        let ranked = points.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
        return [first] + ranked.prefix(startCount - 1).filter { costs[$0].isFinite }.map { points[$0] }
    }

    private static let startStream: UInt32 = 0x7374_6172

    /// The calibration studies with what is unknown about them, ready to be evaluated.
    ///
    /// - Throws: as ``run()``.
    func problem() throws -> FitProblem {
        // Another species has numbers of its own, which these parameters would replace.
        let studies = try library.studies([.calibration], for: family).filter { study in
            study.species == nil && (studyIdentifiers?.contains(study.id) ?? true)
        }
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
        return FitProblem(fit: self, plans: plans, targets: targets, unknowns: unknowns)
    }
}

extension ObservedStudy.Observation {
    /// Whether a fit can use it: a number or a limit with a standard error, published or assumed, that one subject has; a share needs
    /// many.
    var isScorable: Bool {
        if case .share = statistic { return false }
        switch finding {
        case .value, .above, .below(.some): return scoringError != nil
        case .below(nil), .direction: return false
        }
    }
}

/// What stops a fit.
public enum FitError: Error, CustomStringConvertible {
    case nothingToFit
    case noObservation
    case unknownParameter(String)
    case startOutsideRange(String, value: Double)
    case startFails
    case noPosterior

    /// Whether numbers, not the input, are at fault.
    public var isSolverFailure: Bool {
        switch self {
        case .startFails, .noPosterior: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .nothingToFit: "no parameter is named for fitting"
        case .noObservation: "no calibration study has an observation with a standard error"
        case .unknownParameter(let name):
            "\(name) is in none of the calibration studies' models (see 'patency model parameters')"
        case .startOutsideRange(let name, let value):
            "\(name) starts at \(value), outside the range that the fit may use"
        case .noPosterior: "no draw near the fitted values can be simulated; 'patency validate' says why"
        case .startFails: "the calibration studies cannot be simulated at the start values; 'patency validate' says why"
        }
    }
}
