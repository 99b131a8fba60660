import Foundation
import Modeling
import TestSupport
import Testing

@testable import Codegen

/// The module's own power function against the C library's; its edge values are among those of `NativeOperationTests`.
@Suite(.enabled(if: NativeMachine.hasCompiler, NativeMachine.reason)) struct VectorPowerTests {
    static let machines = NativeMachine.all.filter { VectorPower.isOffered(for: $0.shape) }

    @Test(arguments: machines) func powersAreExactToTwoUnits(machine: NativeMachine) throws {
        let function = try CompiledOperation(.power, machine)
        var random = RepeatableRandom(seed: 11)
        for trial in 0..<20_000 {
            // Bases of every size, and near 1, where the logarithm loses its first digits.
            let wide = exp((random.uniform() - 0.5) * (trial % 2 == 0 ? 20 : 600))
            let x = trial % 5 == 0 ? 1 + (random.uniform() - 0.5) * 1e-3 : wide
            let y = (random.uniform() - 0.5) * (trial % 3 == 0 ? 60 : 8)
            let found = function(x, y)[trial % 8]
            let expected = pow(x, y)
            #expect(LaneArithmeticTests.isClose(found, expected, steps: 2), "\(x) to \(y): \(found), not \(expected)")
        }
    }

    @Test(arguments: machines) func wholePowersOfNegativeNumbersKeepTheirSign(machine: NativeMachine) throws {
        let function = try CompiledOperation(.power, machine)
        for (x, y) in [(-2.0, 3.0), (-2, 2), (-0.5, -1), (-3, 0), (-1.5, 7)] {
            #expect(abs(function(x, y)[0] - pow(x, y)) <= 1e-15 * abs(pow(x, y)))
        }
        #expect(function(-2, 0.5)[0].isNaN)
    }
}
