import Foundation
import Modeling
import TestSupport
import Testing

@testable import Solvers

/// Passing over periods against simulating every dose.
@Suite struct MultirevolutionTests {
    /// A drug with a tissue that fills over weeks, and a total that grows without end.
    static func slowModel() -> Model {
        let builder = ModelBuilder(name: "slow", timeUnit: .hour)
        let scope = builder.scope("s", grade: .established)
        let assumed = Evidence.assumed(because: "test")
        let absorption = scope.parameter("ka", 1, .perHour, assumed, "absorption")
        let elimination = scope.parameter("ke", 0.3, .perHour, assumed, "elimination")
        let filling = scope.parameter("kin", 0.02, .perHour, assumed, "into tissue")
        let release = scope.parameter("kout", 0.001, .perHour, assumed, "out of tissue")
        let growth = scope.parameter("kg", 1e-6, .perHour, assumed, "growth per plasma amount")
        let gut = scope.state("gut", .nanomole, typical: 10, "gut")
        let plasma = scope.state("plasma", .nanomole, typical: 10, "plasma")
        let tissue = scope.state("tissue", .nanomole, typical: 10, "tissue")
        let score = scope.state("score", .dimensionless, initial: 1, typical: 1, "score")
        scope.flow("absorption", from: gut, to: plasma, rate: absorption * gut)
        scope.flow("elimination", from: plasma, to: nil, rate: elimination * plasma)
        scope.flow("filling", from: plasma, to: tissue, rate: filling * plasma)
        scope.flow("release", from: tissue, to: plasma, rate: release * tissue)
        scope.rate(of: score, growth * score * (1 + tissue / .number(100, .nanomole)))
        scope.doseInput("oral", .nanomole, "by mouth") { amount, _ in [(gut, gut + amount)] }
        for (name, state, unit) in [
            ("plasma", plasma, Unit.nanomole), ("tissue", tissue, .nanomole), ("score", score, .dimensionless),
        ] {
            builder.output(name, state, unit, label: name)
        }
        return builder.model
    }

    static func compare(
        _ doses: DoseSchedule, end: Double, reports: [Double], settings: MultirevolutionSettings = .init()
    ) throws -> (worst: Double, work: MultirevolutionWork) {
        let lanes = try laneSimulation(slowModel(), tolerance: 1e-5)
        let input = SubjectInput(doses: doses, to: end, reportTimes: reports)
        let exact = try lanes.run([input])[0]
        let (found, work) = try MultirevolutionSimulation(lanes, settings: settings).run([input])[0]
        #expect(found.isCompleted && exact.isCompleted)
        var worst = 0.0
        for output in exact.names.indices {
            let largest = exact.times.indices.map { abs(exact[$0, output]) }.max()!
            for time in exact.times.indices {
                let size = max(abs(exact[time, output]), 0.01 * largest)
                let error = abs(found[time, output] - exact[time, output]) / size
                if !(error <= worst) { worst = error.isNaN ? .infinity : error }
            }
        }
        return (worst, work)
    }

    /// Reports at every phase of the day, peaks and troughs included.
    @Test func yearsOfDailyDoses() throws {
        let end = 24.0 * 1000
        let reports = (0...400).map { end * Double($0) / 400 }
        let (worst, work) = try Self.compare(
            [Regimen(doseIndex: 0, amount: 10, start: 0, interval: 24)], end: end, reports: reports)
        #expect(worst < 1e-3)
        #expect(work.periodsSimulated < 200)
    }

    /// Two regimens repeat together after 72 h; a course of daily doses begins and ends in between.
    @Test func regimensChange() throws {
        let schedule: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 20, start: 3, interval: 72),
            Regimen(doseIndex: 0, amount: 5, start: 24 * 200, interval: 24, end: 24 * 500),
            Regimen(doseIndex: 0, amount: 50, start: 24 * 300.5),
        ]
        let reports = (0...700).map { 24.0 * Double($0) }
        let (worst, work) = try Self.compare(schedule, end: 24 * 700, reports: reports)
        #expect(worst < 1e-3)
        #expect(work.periodsSimulated < 400)
    }

    /// Intervals without a common period, and too few doses: every dose is simulated, and the result is the same.
    @Test func whatDoesNotRepeatIsSimulatedDoseByDose() throws {
        let schedule: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 20, start: 0, interval: 24),
            Regimen(doseIndex: 0, amount: 5, start: 0, interval: 24 * 2.0.squareRoot()),
        ]
        let (worst, work) = try Self.compare(schedule, end: 24 * 60, reports: [0, 100, 24 * 60])
        #expect(worst < 1e-4)
        #expect(work.periodsSimulated == 0)
        #expect(abs(work.timeSimulatedDirectly - 24 * 60) < 1e-6)
    }

    /// A start that is the end is reported, too.
    @Test func anEmptySpanIsReported() throws {
        let lanes = try laneSimulation(Self.slowModel(), tolerance: 1e-5)
        let input = SubjectInput(doses: [Regimen(doseIndex: 0, amount: 10, start: 0)], to: 0, reportTimes: [0])
        let result = try MultirevolutionSimulation(lanes).run([input])[0].trajectory
        #expect(result.values == [0, 0, 1])
    }

    /// A tighter tolerance simulates more and errs less.
    @Test func theToleranceSetsTheError() throws {
        let end = 24.0 * 1000
        let doses: DoseSchedule = [Regimen(doseIndex: 0, amount: 10, start: 0, interval: 24)]
        let reports = (0...100).map { end * Double($0) / 100 }
        var errors: [Double] = []
        for tolerance in [3e-3, 1e-4] {
            var settings = MultirevolutionSettings()
            settings.relativeTolerance = tolerance
            errors.append(try Self.compare(doses, end: end, reports: reports, settings: settings).worst)
        }
        #expect(errors[1] < 0.5 * errors[0])
    }

    /// Without lanes the same periods are simulated, to the same numbers within the tolerance; who runs before changes no byte.
    @Test func subjectsMayRunWithoutLanes() throws {
        let lanes = try laneSimulation(Self.slowModel(), tolerance: 1e-5)
        let inputs = (0..<3).map { index in
            SubjectInput(
                doses: [Regimen(doseIndex: 0, amount: 5 + Double(index), start: 0, interval: 24)], to: 24 * 400,
                reportTimes: (0...40).map { 240 * Double($0) }, subject: UInt64(index))
        }
        let alone = MultirevolutionSimulation(try Simulation(kernel: lanes.scalar, settings: lanes.settings))
        let (found, expected) = (try alone.run(inputs), try MultirevolutionSimulation(lanes).run(inputs))
        for (own, other) in zip(found, expected) {
            #expect(own.trajectory.isCompleted && own.work.derivativesTaken >= 1)
            #expect(abs(own.work.periodsSimulated - other.work.periodsSimulated) <= 5, "\(own.work) \(other.work)")
            for (value, truth) in zip(own.trajectory.values, other.trajectory.values) {
                #expect(abs(value - truth) <= 1e-4 * abs(truth) + 1e-6, "\(value) \(truth)")
            }
        }
        #expect(try alone.run([inputs[2]])[0].trajectory.values == found[2].trajectory.values)
    }

    /// A subject's bytes are the same alone and among others.
    @Test func companyChangesNothing() throws {
        let lanes = try laneSimulation(Self.slowModel(), tolerance: 1e-4)
        let inputs = (0..<5).map { index in
            SubjectInput(
                doses: [Regimen(doseIndex: 0, amount: 5 + Double(index), start: 0, interval: 24)], to: 24 * 400,
                reportTimes: [1000, 24 * 400], subject: UInt64(index))
        }
        let simulation = MultirevolutionSimulation(lanes)
        let together = try simulation.run(inputs)
        for (index, input) in inputs.enumerated() {
            #expect(try simulation.run([input])[0].trajectory.values == together[index].trajectory.values)
        }
    }

    @Test func segmentsEndWhereRegimensDo() {
        let schedule: DoseSchedule = [
            Regimen(doseIndex: 0, amount: 1, start: 0, interval: 8),
            Regimen(doseIndex: 0, amount: 1, start: 48, interval: 72, end: 480),
        ]
        let segments = schedule.segments(from: 0, to: 1000)
        #expect(segments.map(\.start) == [0, 48, 480])
        #expect(segments.map(\.period) == [8, 72, 8])
    }
}
