import Modeling
import TestSupport

@testable import Physiology
@testable import Studies

/// The rates of a drawn person whose every state is somewhere between a thirtieth and thirty times of what is usual.
struct RandomState {
    /// The model with named flows as outputs of their own.
    static func model(_ variant: Set<String>, flows: [String: Unit] = [:], leak: String? = nil) throws -> ArmModel {
        let family = OpenFlagship { model in
            if let leak {
                let rate = Expression.number(0.001, .perHour) * .symbol(leak)
                model.reactions.append(Reaction("\(leak).leak", from: [.init(leak)], to: [], rate: rate))
            }
            for (flow, unit) in flows {
                guard model.reactions.contains(where: { $0.identifier == flow }) || model.quantity(flow) != nil else {
                    continue
                }
                model.outputs.append(Output("flow.\(flow)", .symbol(flow), unit: unit, label: flow))
            }
        }
        return try ArmModel(family, using: variant, kernel: .bytecode)
    }

    private let probe: KernelProbe
    private let layout: KernelLayout
    let values: [Double]

    init(_ model: ArmModel, number: Int) {
        let layout = model.kernel.layout
        let taken = Anyone.standing(number, of: model)
        probe = KernelProbe(
            model.kernel, overrides: Anyone.parameters(number, of: model).merging(taken) { $1 })
        var random = RepeatableRandom(seed: UInt64(number + 1))
        let start = probe.startState
        var drawn = layout.states.indices.map { index in
            let typical = layout.states[index].typicalMagnitude ?? 1
            let usual = start[index] > 0 && random.uniform() < 0.5 ? start[index] : typical
            return usual * 0.03 * Operation.power.apply(1000, random.uniform())
        }
        // Shares of one pool: what is neither hydroquinone nor epoxide is quinone, which is none at the least.
        for tissue in ["liver", "vessel", "bone"] {
            let shares = ["hydroquinoneShare", "epoxideShare"].map { layout.stateIndex("cycle.\(tissue).\($0)")! }
            let both = shares.reduce(0) { $0 + drawn[$1] }
            if both > 0.95 { for index in shares { drawn[index] *= 0.95 / both } }
        }
        (self.layout, values) = (layout, drawn)
    }

    /// Rates of the states, with some of them somewhere else.
    func rates(with changed: [Int: Double] = [:]) -> [Double] {
        var state = values
        for (index, value) in changed { state[index] = value }
        return probe.evaluate(.rightHandSide, time: 0, state: state)
    }

    /// Sum over the states whose names begin so.
    func sum(_ rates: [Double], _ prefix: String, _ part: (Double) -> Double = { $0 }) -> Double {
        layout.states.indices.reduce(0) { sum, index in
            layout.states[index].identifier.hasPrefix(prefix) ? sum + part(rates[index]) : sum
        }
    }

    /// Rate of one state; none where the model lacks it.
    func rate(_ identifier: String, _ rates: [Double]) -> Double {
        layout.stateIndex(identifier).map { rates[$0] } ?? 0
    }

    func state(_ identifier: String) -> Double { layout.stateIndex(identifier).map { values[$0] } ?? .nan }

    func parameter(_ identifier: String) -> Double {
        layout.parameterIndex(identifier).map { probe.parameters[$0] } ?? 0
    }

    /// Flows and other outputs, by name.
    func outputs() -> [String: Double] {
        let found = probe.evaluate(.outputs, time: 0, state: values)
        return Dictionary(uniqueKeysWithValues: zip(layout.outputs.map(\.identifier), found))
    }
}
