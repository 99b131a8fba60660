import Modeling

@testable import Physiology
@testable import Studies

/// One arm with many draws of the flagship's numbers, by the solver that studies run on.
struct DrawnCourses {
    private let names: [String]
    /// `[draw][output][time]`
    private let values: [[[Double]]]

    init(diet: String = "{}", doses: [String], hours: [Double], draws: [[String: Double]]) throws {
        let scenario = try Course.scenario(
            person: "{}", diet: diet, doses: doses, hours: hours, family: Flagship())
        try self.init(arm: scenario.arms[0], inputs: scenario.inputs, hours: hours, draws: draws)
    }

    init(arm: Scenario.Arm, inputs: [String: Double], hours: [Double], draws: [[String: Double]]) throws {
        let model = try OpenFlagship(change: nil).armModel(using: Set(arm.regimens.map(\.doseInput)))
        let person = model.parameters(from: inputs.merging(arm.inputs) { $1 })
        let standing = try model.standingParameters(of: arm.regimens, family: Flagship())
        let subjects = draws.indices.map { index in
            Subject(
                parameters: person.merging(draws[index]) { $1 }, balanceParameters: standing, regimens: arm.regimens,
                times: hours, seed: 1, drawIndex: index)
        }
        let solver = SolverChoice.standard.resolved(for: [model])
        names = model.kernel.layout.outputs.map(\.identifier)
        values = try solver.makeSimulator(for: model).outcomes(of: subjects).map { outcome in
            switch outcome {
            case .solved(let values, _): return values
            case .failed(let message): throw Course.Failure(message: message)
            }
        }
    }

    /// Values of an output, `[draw][time]`.
    subscript(output: String) -> [[Double]] {
        let index = names.firstIndex(of: output)!
        return values.map { $0[index] }
    }

    /// Change of an output from the first to the last time, in each draw.
    func changes(of output: String) -> [Double] { self[output].map { $0.last! - $0[0] } }
}

/// The mean of some numbers.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The median of some numbers, the upper one of two.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
