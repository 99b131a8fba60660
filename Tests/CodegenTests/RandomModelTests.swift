import Codegen
import Modeling
import TestSupport
import Testing

/// Models drawn from seeds: the bytecode gives what the reference interpreter gives, program by program.
@Suite struct RandomModelTests {
    @Test(arguments: 0..<120) func everyProgramAgreesWithTheReference(seed: Int) throws {
        let drawn = RandomModel(seed: UInt64(seed), isAlgebraic: seed % 5 == 0)
        let system = try EquationSystem(drawn.model)
        let reference = KernelProbe(ReferenceKernel(system))
        var random = RepeatableRandom(seed: UInt64(seed) + 1000)
        let places = (0..<3).map { _ in
            (
                time: 10 * random.uniform(), state: reference.startState.map { $0 + random.uniform() },
                direction: system.layout.parameters.map { _ in random.uniform() - 0.5 }
            )
        }
        for laneCount in [1, 8] {
            let bytecode = KernelProbe(try BytecodeKernel(system, laneCount: laneCount))
            var worst = Self.difference(
                bytecode.startState + bytecode.parameters, reference.startState + reference.parameters)
            var worstProgram = KernelProgram.initialValues
            for place in places {
                for program in Self.programs(of: system.layout) {
                    let expected = reference.evaluate(
                        program, time: place.time, state: place.state, direction: place.direction)
                    let found = bytecode.evaluate(
                        program, time: place.time, state: place.state, direction: place.direction)
                    let difference = Self.difference(found, expected)
                    if difference > worst { (worst, worstProgram) = (difference, program) }
                }
            }
            #expect(worst <= 1e-11, "\(worstProgram) in \(laneCount) lanes is off by \(worst): \(drawn)")
        }
    }

    @Test func aSeedGivesOneModel() {
        let texts = (0..<40).map { RandomModel(seed: $0).description }
        #expect(Set(texts).count == 40)
        #expect(texts == (0..<40).map { RandomModel(seed: $0).description })
    }

    private static func programs(of layout: KernelLayout) -> [KernelProgram] {
        [
            .rightHandSide, .jacobian, .rightHandSideAndJacobian, .timeDerivative, .parameterDirection, .roots,
            .outputs, .triggers, .priorities, .delays,
        ] + layout.events.indices.flatMap { [.eventAssignments($0), .eventScales($0)] }
    }

    /// Largest difference relative to the larger of 1 and the values; ∞ where one is no number and the other is.
    private static func difference(_ found: [Double], _ expected: [Double]) -> Double {
        guard found.count == expected.count else { return .infinity }
        return zip(found, expected).reduce(0) { worst, pair in
            if pair.0 == pair.1 || pair.0.isNaN && pair.1.isNaN { return worst }
            let difference = abs(pair.0 - pair.1) / max(1, abs(pair.0), abs(pair.1))
            return difference.isNaN ? .infinity : max(worst, difference)
        }
    }
}
