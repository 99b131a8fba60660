import Foundation
import Testing

@testable import Physiology
@testable import Studies

/// The committed posterior: whole, trusted, and of this model.
@Suite struct FittedPosteriorTests {
    private let draws = FittedPosterior.draws

    @Test func everyFittedNumberIsDrawn() throws {
        let draws = try #require(draws)
        #expect(draws.columns.filter { $0.study == nil }.map(\.identifier) == FittedValues.all.map(\.identifier))
        var nuisance: [String: Set<String>] = [:]
        for column in draws.columns {
            if let study = column.study { nuisance[study, default: []].insert(column.identifier) }
        }
        #expect(nuisance == FittedValues.nuisance.mapValues { Set($0.keys) })
        for fitted in FittedValues.all {
            let values = draws.values(of: fitted.identifier)
            let top = min(fitted.estimate * 20, fitted.greatest ?? .infinity)
            #expect(values.count == 200 && values.allSatisfy { $0 > fitted.estimate / 21 && $0 <= top })
            #expect(values.min()! < fitted.value && fitted.value < values.max()!, "\(fitted.identifier)")
        }
    }

    @Test func theSampleIsToBeTrusted() throws {
        let sample = try #require(try FittedPosterior.evidence.posterior)
        #expect(try #require(sample.paretoShape) <= 0.7 && 4 * sample.weightedSize >= Double(sample.proposalCount))
        for marginal in sample.marginals {
            #expect(marginal.splitRHat <= 1.05 && marginal.effectiveSize >= 50, "\(marginal.identifier)")
        }
    }

    @Test func everyFittedNumberHasAProfile() throws {
        let profiles = try #require(try FittedPosterior.evidence.profiles).profiles
        #expect(profiles.map(\.identifier) == FittedValues.all.map(\.identifier))
        for profile in profiles {
            #expect(profile.values == profile.values.sorted() && profile.rises.min() == 0)
            #expect(
                (profile.kind == .identifiable) == (profile.lower != nil && profile.upper != nil),
                "\(profile.identifier)")
        }
    }

    /// None is among what the trials allow, and the sample is to be trusted.
    @Test func theEffectOfVitaminKMayBeNone() throws {
        let effect = try #require(try FittedPosterior.evidence.nullEffect)
        #expect(Set(effect.contrasts.map(\.output)) == Calibration.nullAwareOutputs)
        #expect(Set(effect.contrasts.map(\.study)) == ["EF1-AVADEC", "EF1-Shea"])
        for contrast in effect.contrasts {
            for odds in [contrast.prior, contrast.posterior] {
                #expect(abs(odds.negligible + odds.slowing + odds.speeding - 1) < 0.002)
                #expect(odds.negligible > 0.05 && odds.lower < odds.median && odds.median < odds.upper)
            }
            // A trial that finds only more than the threshold cannot say that there is nothing.
            #expect(contrast.detectable > effect.threshold)
        }
        let shared = try #require(effect.sample.marginals.first)
        #expect(shared.identifier == "calcification.vitaminK.effect" && shared.lower < 0 && shared.upper > 0)
        #expect((effect.sample.paretoShape ?? 0) <= 0.7 && shared.splitRHat <= 1.05)
        #expect(effect.sample.marginals.filter { $0.study == nil }.count == 4)
    }

    #if !DEBUG
        /// At draws of a normal posterior twice the rise of the cost over its least is χ² with as many degrees of freedom as numbers.
        @Test func theDrawsAreOfThisModel() throws {
            let draws = try #require(draws)
            var fit = Calibration.fit(threadCount: ProcessInfo.processInfo.activeProcessorCount)
            fit.solver = .standard
            fit.start.shared = Dictionary(uniqueKeysWithValues: FittedValues.all.map { ($0.identifier, $0.value) })
            fit.start.nuisance = FittedValues.nuisance
            let problem = try fit.problem()
            let rows = (0..<15).map { draws.rows[13 * $0] }
            let points =
                [problem.variables.map(\.start)] + rows.map { zip(problem.unknowns, $0).map { $0.coordinate(of: $1) } }
            let costs = try problem.residuals(points).map { LeastSquares.cost(try #require($0)) }
            let rises = costs.dropFirst().map { 2 * ($0 - costs[0]) }
            let mean = rises.reduce(0, +) / Double(rises.count)
            let degrees = Double(draws.columns.count)
            // The mean of fifteen has a standard deviation of √(2n/15).
            #expect(abs(mean - degrees) < 4 * (2 * degrees / 15).squareRoot(), "twice the rises: \(rises)")
        }
    #endif
}
