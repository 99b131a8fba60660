import Foundation
import Studies
import Testing

@testable import Physiology

@Suite struct CalibrationTests {
    @Test func valuesLieInTheirRanges() {
        for fitted in FittedValues.all {
            let top = min(fitted.estimate * 20, fitted.greatest ?? .infinity)
            #expect(fitted.value > fitted.estimate / 20 && fitted.value < top, "\(fitted.identifier)")
        }
    }

    #if !DEBUG
        /// Begun at the committed values, the fit stays there: they are what `patency fit --write` gives, and of this model.
        @Test func theCommittedValuesAreThoseOfTheFit() throws {
            var fit = Calibration.fit(threadCount: ProcessInfo.processInfo.activeProcessorCount)
            fit.start.shared = Dictionary(uniqueKeysWithValues: FittedValues.all.map { ($0.identifier, $0.value) })
            fit.start.nuisance = FittedValues.nuisance
            fit.leastSquares.maximumIterations = 2
            let result = try fit.run()
            #expect(
                result.initialCost - result.cost < 0.01 * result.cost,
                "half the sum of squares falls from \(result.initialCost) to \(result.cost)")
            for value in result.values {
                let committed =
                    value.study.map { FittedValues.nuisance[$0]?[value.identifier] }
                    ?? FittedValues.all.first { $0.identifier == value.identifier }?.value
                let movement = abs(log(value.value / (try #require(committed))))
                let error = try #require(value.standardError)
                #expect(
                    movement < 0.1 * error,
                    "\(value.identifier) moves from \(committed ?? 0) to \(value.value), of a standard error of \(error)"
                )
            }
        }
    #endif
}
