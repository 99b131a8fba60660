import Modeling
import Solvers
import TestSupport
import Testing

@testable import Physiology
@testable import Studies

/// Where anyone's fast states come to rest, nothing moves but what is held: on warfarin, vitamin K and PTH taken evenly as off them.
@Suite struct RestOfAnyoneTests {
    #if DEBUG
        static let people = 0..<4
    #else
        static let people = 0..<40
    #endif

    /// A rate is none where it is less than that which moving the state by a millionth of its size would bring.
    @Test(arguments: variants) func nothingMovesAtTheBalancedStart(variant: Set<String>) throws {
        let model = try ArmModel(Flagship(), using: variant, kernel: .bytecode)
        let layout = model.kernel.layout
        let simulation = try Simulation(kernel: model.kernel)
        for number in Self.people {
            let values = Anyone.parameters(number, of: model).merging(Anyone.standing(number, of: model)) { $1 }
            let overrides = Dictionary(
                uniqueKeysWithValues: values.compactMap { name, value in
                    layout.parameterIndex(name).map { (Slot.parameter($0), value) }
                })
            let rest = try #require(try simulation.balance(overrides: overrides).state, "person \(number)")
            let probe = KernelProbe(model.kernel, overrides: values)
            let rates = probe.evaluate(.rightHandSide, time: 0, state: rest)
            for index in layout.states.indices where !layout.states[index].isPinned {
                var moved = rest
                moved[index] += 1e-6 * max(rest[index], layout.states[index].typicalMagnitude ?? 0)
                let pull = abs(probe.evaluate(.rightHandSide, time: 0, state: moved)[index] - rates[index])
                #expect(
                    abs(rates[index]) <= pull, "person \(number): \(layout.states[index].identifier) \(rates[index])")
            }
        }
    }
}
