import Foundation
import Modeling

/// What studies say together of an effect that may be none.
public struct NullEffect: Codable, Sendable {
    /// Probabilities that an effect is too small to matter, or not and to which side; they add up to 1.
    public struct Odds: Codable, Sendable {
        public var lower, median, upper: Double
        public var negligible, slowing, speeding: Double

        /// - Parameter values: draws of a relative change [1]; below zero is slowing.
        init(_ values: [Double], threshold: Double) {
            let sorted = values.filter(\.isFinite).sorted()
            let count = Double(max(sorted.count, 1))
            (lower, median, upper) = (
                Quantile.ofSorted(sorted, 0.05).fourDigits, Quantile.ofSorted(sorted, 0.5).fourDigits,
                Quantile.ofSorted(sorted, 0.95).fourDigits
            )
            slowing = (Double(sorted.count { $0 <= -threshold }) / count).fourDigits
            speeding = (Double(sorted.count { $0 >= threshold }) / count).fourDigits
            negligible = (Double(sorted.count { abs($0) < threshold }) / count).fourDigits
        }
    }

    /// One contrast of a study: change of the progression in the arm, over the progression of the arm it is set against.
    public struct Contrast: Codable, Sendable {
        public var study, arm, against, output, statistic, unit: String
        public var observed, standardError: Double
        /// Change of the arm set against, with the model's own numbers [`unit`].
        public var progression: Double
        /// Before and after the studies, relative to that change [1].
        public var prior, posterior: Odds
        /// Least change that such a study finds in four of five times, at 5 %: 2.8 standard errors, relative to the progression [1].
        public var detectable: Double
    }

    /// Part of the progression below which an effect counts as negligible.
    public var threshold: Double
    public var contrasts: [Contrast]
    /// Of the effect's own parameters and the studies' unknowns.
    public var sample: FitEvidence.Sample
    /// What the studies tell of each of the effect's parameters, and over how much of the prior's width.
    public var profiles: ProfileResult
    /// Probability that the first parameter is above zero.
    public var probabilityOfBenefit: Double
}

extension Fit {
    /// 1.96 + 0.84: the quantiles of a two-sided 5 % and of a power of 80 %.
    private static let detection = 2.8
    private static let priorStream: UInt32 = 0x6e75_6c6c

    /// The posterior of an effect from the studies of this fit, and the chance that it is negligible.
    ///
    /// - Parameters:
    ///   - outputs: whose contrasts are looked at.
    ///   - threshold: part of the progression below which an effect is negligible [1].
    /// - Throws: as ``posterior(around:sampler:drawCount:)``.
    public func nullEffect(
        on outputs: Set<String>, threshold: Double, sampler: PosteriorSampler, drawCount: Int = 160
    ) throws -> NullEffect {
        let problem = try problem()
        let result = try run(problem)
        let (posterior, sample) = try self.posterior(
            problem, mode: result.coordinates, sampler: sampler, drawCount: drawCount)
        let all = Array(sample.chains.joined())
        let after = (0..<min(drawCount, all.count)).map { all[$0 * all.count / min(drawCount, all.count)] }
        let before = (0..<drawCount).map { index in
            var generator = CounterGenerator(seed: seed, stream: Self.priorStream, subject: UInt64(index))
            return problem.unknowns.map { $0.priorCoordinate(at: generator.uniform()) }
        }
        var contrasts: [NullEffect.Contrast] = []
        for planIndex in problem.plans.indices {
            let plan = problem.plans[planIndex]
            let wanted = problem.targets[planIndex].filter { $0.against != nil && outputs.contains($0.output) }
            guard !wanted.isEmpty else { continue }
            problem.solver = samplingSolver ?? solver
            let courses = try problem.courses(ofPlan: planIndex, at: [result.coordinates] + before + after)
            for observation in wanted {
                guard case .value(let observed) = observation.finding, let error = observation.scoringError,
                    let against = observation.against
                else { continue }
                var reference = observation
                (reference.arm, reference.against) = (against, nil)
                let ratios = courses.map { outputs -> (relative: Double, progression: Double) in
                    let contrast = plan.prediction(of: observation, from: outputs) ?? .nan
                    let progression = plan.prediction(of: reference, from: outputs) ?? .nan
                    return (contrast / abs(progression), progression)
                }
                let relative = ratios.map(\.relative)
                contrasts.append(
                    NullEffect.Contrast(
                        study: plan.study.id, arm: observation.arm, against: against, output: observation.output,
                        statistic: observation.statisticText, unit: observation.unit.description, observed: observed,
                        standardError: error, progression: ratios[0].progression.fourDigits,
                        prior: .init(Array(relative[1...drawCount]), threshold: threshold),
                        posterior: .init(Array(relative[(1 + drawCount)...]), threshold: threshold),
                        detectable: (Self.detection * error / abs(ratios[0].progression)).fourDigits))
            }
        }
        return NullEffect(
            threshold: threshold, contrasts: contrasts, sample: .init(posterior),
            profiles: try profiles(around: result),
            probabilityOfBenefit: (Double(all.count { $0[0] > 0 }) / Double(all.count)).fourDigits)
    }
}
