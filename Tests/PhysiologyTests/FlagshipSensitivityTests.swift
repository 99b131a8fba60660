import Modeling
import Solvers
import Testing

@testable import Physiology
@testable import Studies

/// Forward sensitivities of the flagship to ten fitted parameters, through doses and the balanced start.
@Suite struct FlagshipSensitivityTests {
    private static let input = "vitaminK.mk4.oral"

    private func regimens() throws -> [Scenario.Regimen] {
        let text = """
            arms:
              - {name: arm, doses: ["MK-4 10 mg oral with 30 g fat daily"]}
            horizon: 96 h
            report: every 96 h
            """
        return try Scenario(parsing: text, file: "course.yaml", for: Flagship()).arms[0].regimens
    }

    private func subject(_ parameters: [String: Double]) throws -> Subject {
        Subject(
            parameters: parameters, balanceParameters: [:], regimens: try regimens(),
            times: [0, 5, 12, 30, 51, 70, 95],
            seed: 1, drawIndex: 0)
    }

    @Test func agreeWithDifferencesOfTightRuns() throws {
        let family = Flagship()
        let model = try ArmModel(family, using: [Self.input], kernel: .bytecode)
        let layout = model.kernel.layout
        let names = Array(FittedValues.all.map(\.identifier).filter { layout.parameterIndex($0) != nil }.prefix(10))
        #expect(names.count == 10)
        var kernels = SensitivityKernels(.bytecode)
        let simulator = try SensitivitySimulator(
            try kernels.kernel(model, names), settings: SolverSettings(relativeTolerance: 1e-7))
        let found = try simulator.course(of: try subject([:]))

        let exact = SolverChoice.sundials(SolverSettings(method: .bdf, relativeTolerance: 1e-10))
        let tight = try exact.makeSimulator(model.kernel)
        func values(_ name: String, _ value: Double) throws -> [[Double]] {
            switch tight.outcome(of: try subject([name: value])) {
            case .solved(let values, _): return values
            case .failed(let message): throw Course.Failure(message: message)
            }
        }
        for (column, name) in names.enumerated() {
            let value = layout.parameters[layout.parameterIndex(name)!].defaultValue
            let step = 1e-4 * value
            let (above, below) = (try values(name, value + step), try values(name, value - step))
            for output in layout.outputs.indices {
                let size = found.values[output].reduce(0) { max($0, abs($1)) }
                let differences = zip(above[output], below[output]).map { ($0 - $1) / (2 * step) * value }
                let largest = differences.reduce(1e-3 * size) { max($0, abs($1)) }
                // Epoxide is the small difference of two fast flows.
                let share = layout.outputs[output].identifier.hasPrefix("epoxide") ? 3e-2 : 1e-3
                for (derivative, difference) in zip(found.derivatives[column][output], differences) {
                    #expect(
                        abs(derivative * value - difference) <= share * largest,
                        "\(layout.outputs[output].identifier) by \(name): \(derivative * value), \(difference)")
                }
            }
        }
    }
}
