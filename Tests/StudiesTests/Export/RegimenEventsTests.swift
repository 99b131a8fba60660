import Modeling
import Solvers
import TestSupport
import Testing

@testable import Studies

/// Doses given by events of the model equal doses given from outside.
@Suite struct RegimenEventsTests {
    static func regimen(
        _ amount: Double, start: Double, interval: Double? = nil, end: Double = .infinity, over duration: Double = 0,
        attributes: [String: Double] = [:]
    ) -> Scenario.Regimen {
        Scenario.Regimen(
            text: "\(amount) nmol", substance: "drug", route: "oral", doseInput: "drug.oral", amount: amount,
            attributes: attributes, infusionDuration: duration, start: start, interval: interval, end: end,
            isStanding: false)
    }

    static let cases: [[Scenario.Regimen]] = [
        [regimen(100, start: 0)], [regimen(100, start: 2.5)],
        [regimen(50, start: 0, interval: 3)], [regimen(50, start: 1, interval: 3, end: 7)],
        [regimen(50, start: 0, interval: 4, attributes: ["fraction": 0.5]), regimen(20, start: 0, interval: 2)],
        [regimen(60, start: 1, interval: 4, over: 1.5)],
        [regimen(60, start: 0, over: 2), regimen(10, start: 1, over: 3)],
    ]

    @Test(arguments: cases.indices) func eventsGiveWhatAScheduleGives(index: Int) throws {
        let regimens = Self.cases[index]
        let model = SampleModels.pharmacokinetics
        let settings = SolverSettings(relativeTolerance: 1e-9)
        let times = (0...40).map { Double($0) * 0.26 }
        func run(_ model: Model, _ doses: DoseSchedule) throws -> Trajectory {
            let kernel = try KernelChoice.standard.makeKernel(try EquationSystem(model))
            return try Simulation(kernel: kernel, settings: settings).run(
                doses: doses, to: times.last!, reportTimes: times)
        }
        let layout = try EquationSystem(model).layout
        let fraction = try #require(layout.parameterIndex("drug.oral.fraction"))
        let schedule = DoseSchedule(
            regimens.map { regimen in
                Regimen(
                    doseIndex: 0, amount: regimen.amount, start: regimen.start, interval: regimen.interval,
                    end: regimen.end, duration: regimen.infusionDuration,
                    attributes: regimen.attributes["fraction"].map { [fraction: $0] } ?? [:])
            })
        let expected = try run(model, schedule)
        let found = try run(try model.giving(regimens), .none)
        #expect(expected.failure == nil && found.failure == nil)
        for output in 0..<expected.outputCount {
            let largest = times.indices.map { abs(expected[$0, output]) }.max()!
            for time in times.indices {
                #expect(abs(expected[time, output] - found[time, output]) <= 1e-6 * largest, "at \(times[time])")
            }
        }
    }

    @Test func unitsOfTheEventsFit() throws {
        for regimens in Self.cases { #expect(try SampleModels.pharmacokinetics.giving(regimens).checkUnits().isEmpty) }
    }

    @Test func anUnknownInputIsNamed() throws {
        var regimen = Self.cases[0][0]
        regimen.doseInput = "nobody"
        #expect(throws: StudyError.self) { _ = try SampleModels.pharmacokinetics.giving([regimen]) }
    }
}
