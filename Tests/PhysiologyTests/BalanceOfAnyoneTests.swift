import Modeling
import Solvers
import Testing

@testable import Physiology
@testable import Studies

/// Whoever the person is, within what a scenario file may say, the fast states come to rest before day 0.
@Suite struct BalanceOfAnyoneTests {
    /// Steps are counted, not seconds: 2,000 of some microseconds each are milliseconds.
    @Test(arguments: variants) func anyoneComesToRestInFewSteps(variant: Set<String>) throws {
        let model = try ArmModel(Flagship(), using: variant, kernel: .standard)
        let layout = model.kernel.layout
        let simulation = try Simulation(kernel: model.kernel)
        func isAtRest(_ values: [String: Double], within steps: Int) throws -> Trajectory.Failure? {
            let overrides = Dictionary(
                uniqueKeysWithValues: values.compactMap { name, value in
                    layout.parameterIndex(name).map { (Slot.parameter($0), value) }
                })
            var settings = BalanceSettings()
            settings.maximumSteps = steps
            return try simulation.balance(overrides: overrides, settings: settings).failure
        }
        #expect(try isAtRest([:], within: 1) != nil, "the limit of steps must be able to fail")
        // Warfarin, vitamin K and PTH that are taken without end belong to what must come to rest.
        for number in 0..<(variant.isEmpty ? 200 : 60) {
            let taken = variant.isEmpty ? [:] : Anyone.standing(number, of: model)
            let somebody = Anyone.parameters(number, of: model).merging(taken) { $1 }
            let failure = try isAtRest(somebody, within: 2000)
            #expect(failure == nil, "person \(number): \(failure.map { "\($0)" } ?? "")")
        }
    }
}
