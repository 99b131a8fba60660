import Modeling
import Testing

@testable import Physiology
@testable import Studies

/// Laws of the equations themselves, far from any course: drawn people at random states.
@Suite struct RandomStateLawTests {
    #if DEBUG
        static let people = 0..<4
    #else
        static let people = 0..<40
    #endif

    /// As published, what bone releases does not hang on its exchangeable store but on a constant; every other state stops at nothing.
    private static let releasedRegardless = "mineral.bone.exchangeable"

    @Test(arguments: variants) func noStateAtZeroFalls(variant: Set<String>) throws {
        let model = try RandomState.model(variant)
        let states = model.kernel.layout.states
        #expect(states.allSatisfy { $0.isNonNegative } && states.count > 100, "\(states.count)")
        for number in Self.people {
            let somewhere = RandomState(model, number: number)
            for index in states.indices where states[index].identifier != Self.releasedRegardless {
                let rate = somewhere.rates(with: [index: 0])[index]
                #expect(rate >= 0, "person \(number): \(states[index].identifier) falls by \(rate) from nothing")
            }
        }
    }

    /// The exception is real: with little calcium in the fluid and none in the store, that store would be overdrawn.
    @Test func exchangeableBoneAloneCanBeOverdrawn() throws {
        let model = try RandomState.model([])
        let index = try #require(model.kernel.layout.stateIndex(Self.releasedRegardless))
        let rates = Self.people.map { RandomState(model, number: $0).rates(with: [index: 0])[index] }
        #expect(rates.contains { $0 < 0 }, "the exception is no longer needed")
    }

    /// Whether a state is a share of one, of which thousandfold has no meaning.
    private static func isShare(_ state: String) -> Bool {
        state.hasSuffix("Share") || state == "matrixGla.vessel.carboxylated"
    }

    @Test(arguments: variants) func everyRateIsFinite(variant: Set<String>) throws {
        let model = try RandomState.model(variant)
        let states = model.kernel.layout.states
        for number in Self.people {
            let somewhere = RandomState(model, number: number)
            #expect(somewhere.rates().allSatisfy { $0.isFinite }, "person \(number)")
            #expect(somewhere.outputs().values.allSatisfy { $0.isFinite }, "person \(number)")
            for index in states.indices {
                for factor in [1e-9, 1e3] where factor < 1 || !Self.isShare(states[index].identifier) {
                    let rates = somewhere.rates(with: [index: factor * somewhere.values[index]])
                    #expect(
                        rates.allSatisfy { $0.isFinite }, "person \(number), \(states[index].identifier) × \(factor)")
                }
            }
        }
    }

    /// The heart puts out more than the regions get, and the pulse lifts pressure, in anyone.
    @Test func flowsAddUpInAnyone() throws {
        let model = try RandomState.model([])
        for number in Self.people {
            let outputs = RandomState(model, number: number).outputs()
            for name in ["pulsePressure", "arterialCompliance", "SVR", "flow.other"] {
                #expect(try #require(outputs[name]) > 0, "person \(number): \(name) is \(outputs[name]!)")
            }
        }
    }
}
