import Foundation
import Modeling
import TestSupport
import Testing

/// Dual-number derivatives of the reference interpreter against central differences of its own right-hand side.
@Suite struct DerivativeTests {
    @Test(arguments: EquationSystemTests.names) func jacobianMatchesDifferences(name: String) throws {
        let system = try EquationSystem(EquationSystemTests.model(name))
        let probe = KernelProbe(ReferenceKernel(system))
        let count = system.layout.states.count
        let state = probe.startState.map { $0 + 0.11 }
        let values = probe.evaluate(.jacobian, time: 0.37, state: state)
        var dense = [Double](repeating: 0, count: count * count)
        let pattern = system.layout.jacobianPattern
        for (entry, place) in zip(pattern.rows, pattern.columns).enumerated() {
            dense[place.0 * count + place.1] = values[entry]
        }
        for column in 0..<count {
            let step = 1e-6 * max(1, abs(state[column]))
            let sides = [1.0, -1.0].map { sign in
                var moved = state
                moved[column] += sign * step
                return probe.evaluate(.rightHandSide, time: 0.37, state: moved)
            }
            for row in 0..<count {
                let difference = (sides[0][row] - sides[1][row]) / (2 * step)
                #expect(
                    abs(difference - dense[row * count + column]) <= 1e-6 * max(1, abs(difference)),
                    "∂f\(row)/∂y\(column)")
            }
        }
    }
}
