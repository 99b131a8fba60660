import CLanes
import Modeling

/// One subject's states through the stages of a Rosenbrock step, eight to a vector, the last one filled up with zeros.
final class StateStages {
    let tableau: RosenbrockTableau
    let stateCount: Int
    /// States at the start of the step, at its end, and where a stage evaluates f [stateCount].
    let base: LaneMemory
    let next: LaneMemory
    let argument: LaneMemory
    /// ∂f/∂t at the start of the step [stateCount].
    let slope: LaneMemory
    private let rates: LaneMemory
    private let terms: LaneMemory
    private let step = LaneMemory(1)
    private let vectorCount: Int
    private let level = patency_lanes_current_level()
    private let isAutonomous: Bool
    private let relativeTolerance: Double
    private let absoluteTolerances: [Double]
    private let nonNegativity: NonNegativity

    init(
        _ tableau: RosenbrockTableau, _ layout: KernelLayout, relativeTolerance: Double, absoluteTolerances: [Double]
    ) {
        self.tableau = tableau
        stateCount = layout.states.count
        isAutonomous = layout.isAutonomous
        nonNegativity = NonNegativity(
            layout, relativeTolerance: relativeTolerance, absoluteTolerances: absoluteTolerances)
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
        vectorCount = (stateCount + 7) / 8
        base = LaneMemory(vectorCount)
        next = LaneMemory(vectorCount)
        argument = LaneMemory(vectorCount)
        slope = LaneMemory(vectorCount)
        rates = LaneMemory(vectorCount)
        terms = LaneMemory(tableau.stageCount * vectorCount)
    }

    /// A stage's u [stateCount].
    func term(_ stage: Int) -> UnsafeMutablePointer<Double> { terms.start + 8 * stage * vectorCount }

    /// Begins a step at the end of the last.
    func moveOn() { base.start.update(from: next.start, count: 8 * vectorCount) }

    /// Length of the step that is tried.
    func setStep(_ length: Double) { step.start.update(repeating: length, count: 8) }

    /// Where a stage evaluates f; the last two repeat the one before plus its u.
    func prepareArgument(_ stage: Int) {
        if stage == 0 {
            argument.start.update(from: base.start, count: 8 * vectorCount)
        } else if stage >= tableau.stageCount - 1 {
            patency_lanes_combine(level, argument.start, argument.start, [1], term(stage - 1), 1, vectorCount)
        } else {
            patency_lanes_combine(
                level, argument.start, base.start, tableau.arguments[stage], terms.start, stage, vectorCount)
        }
    }

    /// The right-hand side of a stage's linear system, in place of its u.
    func prepareTerm(_ stage: Int, rate: UnsafePointer<Double>) -> UnsafeMutablePointer<Double> {
        let weight = tableau.slopes[stage]
        let drift = isAutonomous || weight == 0 ? nil : UnsafePointer(slope.start)
        // f may end within a vector, and what stands behind it is not its own.
        rates.start.update(from: rate, count: stateCount)
        patency_lanes_stage(
            level, term(stage), rates.start, tableau.couplings[stage], terms.start, stage, step.start, weight, drift,
            vectorCount)
        return term(stage)
    }

    /// Makes the step's end from the last stage; the sum of squared errors in units of the tolerance, NaN where it makes no sense.
    func finish() -> Double {
        let error = term(tableau.stageCount - 1)
        patency_lanes_combine(level, next.start, argument.start, [1], error, 1, vectorCount)
        if nonNegativity.isViolated(from: base.start, to: next.start) { return .nan }
        var sum = 0.0
        for index in 0..<stateCount {
            let ratio = error[index] / tolerance(index)
            sum += ratio * ratio
        }
        return sum
    }

    private func tolerance(_ index: Int) -> Double {
        relativeTolerance * max(abs(base.start[index]), abs(next.start[index])) + absoluteTolerances[index]
    }

    /// States within the step by the weights of the continuous solution.
    func interpolate(_ place: RosenbrockTableau.Interpolation, into result: UnsafeMutablePointer<Double>) {
        place.values(
            stateCount, from: base.start, to: next.start, stages: terms.start, stageStride: 8 * vectorCount, stride: 1,
            into: result)
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) {
        let error = term(tableau.stageCount - 1)
        for index in 0..<stateCount {
            let ratio = abs(error[index]) / tolerance(index)
            result[index] = ratio.isNaN ? .infinity : ratio
        }
    }
}
