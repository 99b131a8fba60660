import Modeling
import Solvers
import Testing

@testable import Physiology
@testable import Studies

/// Whoever the person is, within what a scenario file may say, the fast states come to rest before day 0.
@Suite struct BalanceOfAnyoneTests {
    private static let vocabulary = Flagship().vocabulary

    /// A person and diet at random over the whole of each field's range, and every uncertain number drawn too.
    private static func subject(_ number: Int, of model: ArmModel) -> [String: Double] {
        var generator = CounterGenerator(seed: 20_26, stream: 0x616e_796f, subject: UInt64(number))
        var inputs: [String: Double] = [:]
        for field in vocabulary.fields {
            let share = generator.uniform()
            switch field.form {
            case .quantity(_, let range):
                inputs[field.input] = range.lowerBound + (range.upperBound - range.lowerBound) * share
            case .choice(let words):
                inputs[field.input] = words[min(Int(share * Double(words.count)), words.count - 1)].value
            case .flag: inputs[field.input] = share < 0.5 ? 0 : 1
            }
        }
        return ParameterDraws(seed: 7).values(for: model.model, drawIndex: number)
            .merging(model.parameters(from: inputs)) { _, given in given }
    }

    /// Steps are counted, not seconds: 2,000 of some microseconds each are milliseconds.
    @Test func anyoneComesToRestInFewSteps() throws {
        let model = try ArmModel(Flagship(), using: [], kernel: .standard)
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
        for number in 0..<200 {
            let failure = try isAtRest(Self.subject(number, of: model), within: 2000)
            #expect(failure == nil, "person \(number): \(failure.map { "\($0)" } ?? "")")
        }
    }
}
