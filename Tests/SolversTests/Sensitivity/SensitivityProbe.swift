import Codegen
import Modeling
import Solvers
import Testing

/// Sensitivities of a model beside central differences of runs by another method, which knows nothing of them.
struct SensitivityProbe {
    let model: Model
    var doses: DoseSchedule = .none
    var end = 24.0
    /// Bring states to balance first.
    var fromBalance = false

    private var times: [Double] { grid(0, end, 16) }

    func run(_ names: [String], tolerance: Double = 1e-7) throws -> Trajectory {
        let kernel = try BytecodeKernel(EquationSystem(model, sensitivities: names))
        let simulation = try Simulation(kernel: kernel, settings: SolverSettings(relativeTolerance: tolerance))
        var input = SubjectInput(doses: doses, to: end, reportTimes: times)
        if fromBalance {
            let state = try #require(try simulation.balance().state)
            input.initialState = state
            input.initialSensitivities = try simulation.balanceSensitivities(at: state)
        }
        return try simulation.run(input)
    }

    /// ∂output/∂parameter in the order of a trajectory's derivatives.
    func differences(_ names: [String], step: Double = 1e-4) throws -> [Double] {
        let simulation = try Simulation(
            kernel: BytecodeKernel(EquationSystem(model)),
            settings: SolverSettings(method: .bdf, relativeTolerance: 1e-11, absoluteTolerance: 1e-14))
        let layout = simulation.kernel.layout
        func values(_ name: String, _ factor: Double) throws -> ([Double], Double) {
            let index = try #require(layout.parameterIndex(name))
            let base = layout.parameters[index].defaultValue
            let moved = base == 0 ? factor - 1 : base * factor
            let overrides: [Slot: Double] = [.parameter(index): moved]
            let state = fromBalance ? try simulation.balance(overrides: overrides).state : nil
            let result = try simulation.run(
                overrides: overrides, initialState: state, doses: doses, to: end, reportTimes: times)
            #expect(result.isCompleted, "\(result.failure?.description ?? "")")
            return (result.values, moved)
        }
        var columns: [[Double]] = []
        for name in names {
            let (above, high) = try values(name, 1 + step)
            let (below, low) = try values(name, 1 - step)
            columns.append(zip(above, below).map { ($0 - $1) / (high - low) })
        }
        return columns[0].indices.flatMap { place in columns.map { $0[place] } }
    }

    /// Largest difference of the two, relative to the largest of the same output and parameter, or to a hundredth of the
    /// output where its derivative by the parameter's logarithm stays below that.
    func error(_ names: [String], tolerance: Double = 1e-7) throws -> Double {
        let found = try run(names, tolerance: tolerance)
        #expect(found.isCompleted, "\(found.failure?.description ?? "")")
        let expected = try differences(names)
        let width = found.outputCount * names.count
        #expect(expected.contains { $0 != 0 })
        var worst = 0.0
        for place in 0..<width {
            let rows = stride(from: place, to: expected.count, by: width)
            let output = place / names.count
            let value = try parameter(names[place % names.count])
            let largest = found.times.indices.reduce(0) { max($0, abs(found[$1, output])) }
            let size = rows.reduce(0.01 * largest / value) { max($0, abs(expected[$1])) }
            for row in rows {
                let error = abs(found.derivatives[row] - expected[row]) / size
                worst = error.isNaN ? .infinity : max(worst, error)
            }
        }
        return worst
    }

    private func parameter(_ name: String) throws -> Double {
        let layout = try EquationSystem(model).layout
        let value = abs(layout.parameters[try #require(layout.parameterIndex(name))].defaultValue)
        return value == 0 ? 1 : value
    }
}
