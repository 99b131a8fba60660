import Foundation
import Modeling

/// Profiles of the fitted numbers, priors left out: what the studies alone say of each.
public struct ProfileResult: Codable, Sendable {
    public struct Profile: Codable, Sendable {
        public var identifier: String
        public var study: String?
        /// Values [the number's unit], ascending, and twice the worsening of the log likelihood at each.
        public var values: [Double]
        public var rises: [Double]
        public var kind: ProfileLikelihood.Class
        /// Ends of the 95 % interval [the number's unit]; `nil` to a side without one.
        public var lower, upper: Double?
        /// Where the fit without priors is.
        public var best: Double
    }

    public var profiles: [Profile]

    public init(profiles: [Profile]) { self.profiles = profiles }
}

extension Fit {
    /// Profile likelihoods of the shared numbers, from where the fit without priors ends, begun at a result.
    ///
    /// - Throws: as ``run()``.
    public func profiles(
        around result: FitResult, method: ProfileLikelihood = ProfileLikelihood()
    ) throws -> ProfileResult {
        let problem = try problem()
        problem.countsPriors = false
        guard let start = try leastSquares.minimum(of: problem, from: result.coordinates) else {
            throw FitError.startFails
        }
        let derivatives = try leastSquares.jacobian(
            problem.variables, start.values, start.residuals, problem.residuals, try problem.derivatives(start.values))
        let wanted = problem.unknowns.indices.filter { problem.unknowns[$0].study == nil }
        let profiles = try method.profiles(
            problem, of: wanted, mode: start.values, residuals: start.residuals, jacobian: derivatives ?? start.jacobian
        )
        return ProfileResult(
            profiles: zip(wanted, profiles).map { index, points in
                let unknown = problem.unknowns[index]
                // A path that found a better fit shows that the first was not the best; rises count from the best of the profile.
                let least = points.map(\.rise).min() ?? 0
                let shifted = points.map { ProfileLikelihood.Point(coordinate: $0.coordinate, rise: $0.rise - least) }
                let interval = ProfileLikelihood.interval(shifted)
                return ProfileResult.Profile(
                    identifier: unknown.identifier, study: unknown.study,
                    values: points.map { unknown.value(at: $0.coordinate) }, rises: shifted.map(\.rise),
                    kind: ProfileLikelihood.classify(shifted), lower: interval.lower.map(unknown.value),
                    upper: interval.upper.map(unknown.value), best: unknown.value(at: start.values[index]))
            })
    }
}
