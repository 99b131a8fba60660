import Modeling
import TestSupport

@testable import Physiology
@testable import Studies

/// People and diets at random over the whole of what a scenario file may say, with every uncertain number drawn too.
enum Anyone {
    /// Scenario inputs of person `number`, in the units of their fields.
    static func inputs(_ number: Int) -> [String: Double] {
        var generator = CounterGenerator(seed: 20_26, stream: 0x616e_796f, subject: UInt64(number))
        var inputs: [String: Double] = [:]
        for field in Flagship().vocabulary.fields {
            let share = generator.uniform()
            switch field.form {
            case .quantity(_, let range):
                inputs[field.input] = range.lowerBound + (range.upperBound - range.lowerBound) * share
            case .choice(let words):
                inputs[field.input] = words[min(Int(share * Double(words.count)), words.count - 1)].value
            case .flag: inputs[field.input] = share < 0.5 ? 0 : 1
            }
        }
        for order in Flagship().vocabulary.orders where inputs[order.greater]! <= inputs[order.lesser]! {
            (inputs[order.greater], inputs[order.lesser]) = (inputs[order.lesser], inputs[order.greater])
        }
        return inputs
    }

    /// The same person and a draw as parameters of a model, in its units.
    static func parameters(_ number: Int, of model: ArmModel) -> [String: Double] {
        ParameterDraws(seed: 7).values(for: model.model, drawIndex: number)
            .merging(model.parameters(from: inputs(number))) { _, given in given }
    }

    /// What is taken without end, in the model's units, log-uniform up to doses that nobody exceeds.
    static func standing(_ number: Int, of model: ArmModel) -> [String: Double] {
        var random = RepeatableRandom(seed: UInt64(1000 + number))
        let greatest = [
            "vitaminK.k1.standing": 0.4, "vitaminK.mk4.standing": 2, "vitaminK.mk7.standing": 0.1,
            "warfarin.standing": 0.6, "mineral.pthDose.infused": 4,
        ]
        var taken: [String: Double] = [:]
        for (name, most) in greatest.sorted(by: { $0.key < $1.key }) {
            let rate = most * Operation.power.apply(10, -3 * random.uniform())
            if model.kernel.layout.parameterIndex(name) != nil { taken[name] = rate }
        }
        return taken
    }
}
