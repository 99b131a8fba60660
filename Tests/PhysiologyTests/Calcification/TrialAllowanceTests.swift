import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Vitamin K against nothing, over what the effect may be: no more than the trials' intervals allow.
@Suite struct TrialAllowanceTests {
    #if DEBUG
        private static let drawCount = 8
    #else
        private static let drawCount = 32
    #endif

    private static let prefix = "calcification.vitaminK."
    private static let names = ["effect", "coronaryDeviation", "valveDeviation", "throughPhenotype"]

    /// Where a draw of the effect comes from: before the trials, and after them.
    enum Knowledge: CaseIterable { case prior, posterior }

    /// The effect's numbers in each draw; after the trials by their medians and 90 % intervals, taken as normal and apart.
    private static func draws(_ knowledge: Knowledge) throws -> [[String: Double]] {
        let identifiers = names.map { prefix + $0 }
        switch knowledge {
        case .prior:
            let model = Flagship().model(using: [])
            return (0..<drawCount).map { index in
                ParameterDraws(seed: 23).values(for: model, drawIndex: index).filter { identifiers.contains($0.key) }
            }
        case .posterior:
            let sample = try #require(try FittedPosterior.evidence.nullEffect).sample
            return try (0..<drawCount).map { index in
                var generator = CounterGenerator(seed: 23, stream: 0x7472_6961, subject: UInt64(index))
                var draw: [String: Double] = [:]
                for identifier in identifiers {
                    let marginal = try #require(sample.marginals.first { $0.identifier == identifier })
                    let deviation = (marginal.upper - marginal.lower) / (2 * 1.645)
                    draw[identifier] = marginal.median + deviation * generator.normal()
                }
                draw[prefix + "throughPhenotype"] = min(max(draw[prefix + "throughPhenotype"]!, 0), 1)
                return draw
            }
        }
    }

    /// Change of the coronary score in each draw and arm of a study, untreated first, in the study's own person [AU].
    private func changes(in study: String, years: Double, _ draws: [[String: Double]]) throws -> [[Double]] {
        let studies = try StudyFiles.library.studies([.calibration], for: Flagship())
        let study = try #require(studies.first { $0.id == study })
        return try study.arms.map { arm in
            try DrawnCourses(arm: arm, inputs: study.inputs, hours: [0, years * 8766], draws: draws).changes(of: "CAC")
        }
    }

    /// AVADEC −51 ± 30 AU in two years, Shea 2009 −10 ± 9 in three (standard errors; ITT): the mean within two of them.
    @Test(arguments: [("EF1-AVADEC", 2.0, -51.0, 30.0), ("EF1-Shea", 3, -10, 9)], Knowledge.allCases)
    func vitaminKDiffersFromNothingByNoMoreThanTheTrialsAllow(
        trial: (study: String, years: Double, found: Double, error: Double), knowledge: Knowledge
    ) throws {
        let arms = try changes(in: trial.study, years: trial.years, Self.draws(knowledge))
        let differences = zip(arms[1], arms[0]).map { $0 - $1 }
        let mean = mean(differences)
        #expect(abs(mean - trial.found) <= 2 * trial.error, "\(trial.study), \(knowledge): \(mean)")
        #expect(differences.contains { abs($0) > 1 }, "nothing was drawn: \(differences)")
    }

    /// The check can fail: harm as large as a few times the prior's spread, or a rat's effect in women, would have been seen.
    @Test(arguments: [("EF1-AVADEC", 2.0, -51.0, 30.0, -3.0), ("EF1-Shea", 3, -10, 9, -3), ("EF1-Shea", 3, -10, 9, 25)])
    func anEffectOfSomeSizeWouldHaveBeenSeen(
        study: String, years: Double, found: Double, error: Double, effect: Double
    ) throws {
        let arms = try changes(in: study, years: years, [[Self.prefix + "effect": effect]])
        #expect(abs(arms[1][0] - arms[0][0] - found) > 2 * error, "\(arms)")
    }

    #if !DEBUG
        /// Relative to what nothing brings, since the default man starts from 41 AU: after the trials the mean lies within
        /// AVADEC's −51 ± 2 · 30 of its placebo's 254; before them nothing leans, and the middle is within a tenth of none.
        @Test(arguments: ["MK-4 15 mg oral every 8 h", "MK-7 720 ug oral daily", "K1 500 ug oral daily"])
        func tenYearsOfVitaminKAreLikeTenOfNothing(dose: String) throws {
            func ratios(_ draws: [[String: Double]]) throws -> [Double] {
                let rises = try [[dose], []].map { doses in
                    try DrawnCourses(doses: doses, hours: [0, 87_660], draws: draws).changes(of: "CAC")
                }
                #expect(rises[0].allSatisfy { $0 > 0 }, "no calcium is taken away: \(rises[0])")
                return zip(rises[0], rises[1]).map { $0 / $1 - 1 }
            }
            let after = mean(try ratios(Array(try Self.draws(.posterior).prefix(16))))
            #expect((-111 / 254.0...9 / 254.0).contains(after), "\(after)")
            let before = median(try ratios(Array(try Self.draws(.prior).prefix(16))))
            #expect(abs(before) < 0.1, "\(before)")
            let none = try ratios([[:]])[0]
            #expect(abs(none) < 0.05, "in the model's middle, where the effect is none: \(none)")
        }
    #endif
}
