import Foundation
import Modeling
import TestSupport
import Testing

@testable import Solvers

/// A subject whose errors weigh more is solved more precisely, and nobody beside it is.
@Suite struct ErrorWeightTests {
    private func input(_ weight: Double, subject: UInt64) -> SubjectInput {
        var input = SubjectInput(
            doses: [Regimen(doseIndex: 0, amount: 50, start: 0.25, interval: 6)], to: 24, reportTimes: grid(0, 24, 48),
            subject: subject)
        input.errorWeight = weight
        return input
    }

    private func distance(_ own: Trajectory, _ other: Trajectory) -> Double {
        zip(own.values, other.values).map { abs($0 - $1) }.max()!
    }

    @Test func aWeightIsATighterTolerance() throws {
        let coarse = try laneSimulation(SampleModels.pharmacokinetics, tolerance: 1e-3)
        let truth = try laneSimulation(SampleModels.pharmacokinetics, tolerance: 1e-8).run([input(1, subject: 0)])[0]
        let found = try coarse.run([input(1, subject: 0), input(100, subject: 0), input(1, subject: 0)])
        #expect(found[0].values == found[2].values)
        #expect(found[1].statistics.steps > found[0].statistics.steps)
        #expect(distance(found[1], truth) < 0.1 * distance(found[0], truth))
    }
}
