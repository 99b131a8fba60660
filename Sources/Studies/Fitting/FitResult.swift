import Foundation

/// What a fit found.
public struct FitResult: Codable, Sendable {
    public struct Value: Codable, Sendable {
        public var identifier: String
        /// The one study it belongs to; `nil` for all.
        public var study: String?
        public var start: Double
        public var value: Double
        /// Standard error in the fit's coordinate (of the logarithm, for a positive parameter) from the curvature at the
        /// end; `nil` where the studies do not determine the value.
        public var standardError: Double?
        /// Whether the value stopped at the end of its range.
        public var isAtBound: Bool

        public init(
            identifier: String, study: String?, start: Double, value: Double, standardError: Double?, isAtBound: Bool
        ) {
            self.identifier = identifier
            self.study = study
            self.start = start
            self.value = value
            self.standardError = standardError
            self.isAtBound = isAtBound
        }
    }

    /// One observation with its distance in standard errors.
    public struct Residual: Codable, Sendable {
        public var study: String
        public var statistic: String
        public var z: Double
    }

    /// One search from one start: half the sum of squares there and where it ended; `nil` where it could not begin.
    public struct Search: Codable, Sendable {
        public var initialCost: Double?
        public var cost: Double?
    }

    public var values: [Value]
    /// The values in the fit's own coordinates.
    var coordinates: [Double]
    /// Every search, that of the estimates first.
    public var searches: [Search]
    public var residuals: [Residual]
    /// Half the sum of squares at the start and at the end, priors included.
    public var initialCost: Double
    public var cost: Double
    public var iterationCount: Int
    public var isConverged: Bool

    init(_ solution: LeastSquares.Solution, problem: FitProblem, searches: [Search]) {
        let unknowns = problem.unknowns
        let targets = problem.plans.indices.flatMap { plan in
            problem.targets[plan].map { (study: problem.plans[plan].study, observation: $0) }
        }
        self.searches = searches
        coordinates = solution.values
        let information = LeastSquares.information(solution.jacobian, count: unknowns.count)
        let variances = CholeskyFactor(information)?.inverseDiagonal
        values = unknowns.enumerated().map { index, unknown in
            let coordinate = solution.values[index]
            let range = unknown.variable.range
            let error = variances?[index].squareRoot()
            return Value(
                identifier: unknown.identifier, study: unknown.study, start: unknown.start,
                value: unknown.value(at: coordinate),
                standardError: error.flatMap { $0.isFinite ? $0 : nil },
                isAtBound: coordinate <= range.lowerBound || coordinate >= range.upperBound)
        }
        residuals = zip(targets, solution.residuals).map { target, z in
            let observation = target.observation
            let contrast = observation.against.map { " against \($0)" } ?? ""
            return Residual(
                study: target.study.id,
                statistic: "\(observation.arm)\(contrast): \(observation.output), \(observation.statisticText)", z: z)
        }
        initialCost = solution.initialCost
        cost = solution.cost
        iterationCount = solution.iterationCount
        isConverged = solution.isConverged
    }
}
