import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

#if !DEBUG
    /// The flagship's own machinery of fitting, on data that the flagship made.
    @Suite struct FlagshipRecoveryTests {
        private static let names = ["vitaminK.mk4.transit", "vitaminK.mk4.hepaticClearance", "vitaminK.mk4.leastShare"]
        private static let times = [1.0, 2, 3, 4, 6, 8, 12, 24]

        private static func study(_ values: [[Double]]) -> String {
            let rows = zip(["low", "high"], values).flatMap { arm, values in
                zip(times, values).map { time, value in
                    "  - {arm: \(arm), output: plasma.mk4, statistic: value at \(time) h, value: \(value), se: \(0.03 * value), unit: ng/mL}"
                }
            }
            return """
                id: SYN
                title: What the model itself says, with errors of three per cent
                reference: uematsu1996
                use: calibration
                person: {age: 40, sex: male, weight: 65, height: 170, body fat: 18}
                arms:
                  low: [MK-4 15 mg oral with 8.8 g fat once]
                  high: [MK-4 15 mg oral with 34.9 g fat once]
                observations:
                \(rows.joined(separator: "\n"))
                """
        }

        private static func fit(_ text: String) -> Fit {
            Fit(
                family: Flagship(), library: StudyLibrary(files: [.init(name: "syn.yaml", text: text)]),
                parameters: names.map { name in
                    let fitted = FittedValues.all.first { $0.identifier == name }!
                    return FitParameter(
                        name, in: fitted.estimate / 20...min(fitted.estimate * 20, fitted.greatest ?? .infinity),
                        priorDeviation: 1,
                        estimate: fitted.estimate)
                },
                solver: .lanes(relativeTolerance: 1e-5), threadCount: ProcessInfo.processInfo.activeProcessorCount)
        }

        /// Known numbers, away from the estimates, come back within three standard errors, and the posterior holds them.
        @Test func knownNumbersComeBack() throws {
            let truth = [1.9, 14, 0.3]
            let blank = Self.fit(
                Self.study([[Double]](repeating: [Double](repeating: 1, count: Self.times.count), count: 2)))
            let problem = try blank.problem()
            let courses = try problem.courses(ofPlan: 0, at: [truth.map { log($0) }])[0]
            var generator = CounterGenerator(seed: 4, stream: 1, subject: 0)
            let plan = problem.plans[0]
            let values = try (0..<2).map { arm in
                try Self.times.indices.map { index in
                    let observation = plan.study.observations[arm * Self.times.count + index]
                    return try #require(plan.prediction(of: observation, from: courses))
                        * (1 + 0.03 * generator.normal())
                }
            }
            let fit = Self.fit(Self.study(values))
            let result = try fit.run()
            for (value, truth) in zip(result.values, truth) {
                let error = try #require(value.standardError)
                #expect(error < 0.1)
                #expect(abs(log(value.value / truth)) < 3 * error, "\(value.identifier): \(value.value), not \(truth)")
            }
            var sampler = PosteriorSampler()
            (sampler.roundCount, sampler.roundLength, sampler.chainLength) = (1, 64, 64)
            let posterior = try fit.posterior(around: result, sampler: sampler)
            #expect((posterior.paretoShape ?? 0) < 0.7)
            for (marginal, truth) in zip(posterior.marginals, truth) {
                let width = log(marginal.upper / marginal.lower)
                #expect(abs(log(marginal.median / truth)) < width, "\(marginal.column.identifier)")
                #expect(marginal.convergence.splitRHat < 1.1)
            }
        }
    }
#endif
