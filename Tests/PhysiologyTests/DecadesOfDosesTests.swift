import Foundation
import Modeling
import Testing

@testable import Physiology
@testable import Solvers
@testable import Studies

/// Every arm of the example, periods passed over, against every dose simulated: peaks and troughs within the day included.
@Suite struct DecadesOfDosesTests {
    static let scenario = Result {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Examples/newsletter.yaml")
        return try Scenario(
            parsing: String(contentsOf: file, encoding: .utf8), file: "newsletter.yaml", for: Flagship())
    }

    static let arms = [
        "MK-4 1 mg by mouth", "MK-4 10 mg by mouth", "MK-4 45 mg by mouth", "MK-4 10 mg on the skin, daily",
        "MK-4 10 mg on the skin, every third day", "K1 1 mg by mouth", "on warfarin, no vitamin K",
        "MK-4 10 mg by mouth, on warfarin",
    ]

    @Test func theListNamesEveryArmWithDoses() throws {
        #expect(try Self.scenario.get().arms.filter { !$0.regimens.isEmpty }.map(\.name) == Self.arms)
    }

    /// Within 0.1 % of every output's value; where that is small, of a hundredth of its largest.
    @Test(arguments: arms) func passingOverPeriodsChangesNoOutput(_ name: String) throws {
        let scenario = try Self.scenario.get()
        let arm = try #require(scenario.arms.first { $0.name == name })
        var library = ArmModelLibrary(family: Flagship(), kernel: .standard)
        let model = try library.model(for: arm.regimens)
        let preparation = SubjectPreparation(try Simulation(kernel: model.kernel))
        // Six hours apart from day to day, so that every phase of the day is met.
        let times = (0...60).map { 24 * 5.25 * Double($0) }
        let input = try preparation.input(
            for: Subject(
                parameters: model.parameters(from: scenario.inputs),
                balanceParameters: model.standingParameters(of: arm.regimens, family: Flagship()),
                regimens: arm.regimens, times: times, seed: 1, drawIndex: 0))
        let lanes = try LaneSimulation(
            kernel: #require(model.laneKernel), scalar: model.kernel,
            settings: SolverSettings(method: .rosenbrock, relativeTolerance: 1e-4))
        let exact = try lanes.run([input])[0]
        let (found, work) = try MultirevolutionSimulation(lanes).run([input])[0]
        #expect(work.timeSimulatedDirectly < 0.03 * times.last! && work.derivativesTaken <= 2, "\(work)")
        for output in exact.names.indices {
            let largest = times.indices.map { abs(exact[$0, output]) }.max()!
            for time in times.indices {
                let size = max(abs(exact[time, output]), 0.01 * largest)
                let error = abs(found[time, output] - exact[time, output])
                #expect(error <= 1e-3 * size, "\(exact.names[output]) on day \(times[time] / 24): \(error / size)")
            }
        }
    }
}
