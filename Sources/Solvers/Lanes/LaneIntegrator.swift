// Goals, in order: each lane's numbers as if it were alone; few vector operations per step; nothing allocated per step.
// A step common to all lanes lost: it takes 2.4 times the steps. Keeping the Jacobian over steps lost: it is exact here
// because order four needs it, and over eight lanes it costs less than one right-hand side each.

import CLanes
import Modeling

/// Eight subjects carried through time by a Rosenbrock method, each with its own time, step and stop.
///
/// Lanes without a subject are padded with a copy of another, at a step that nothing depends on.
final class LaneIntegrator {
    static let laneCount = LaneFactors.laneCount

    let tableau: RosenbrockTableau
    let layout: KernelLayout
    let stateCount: Int
    let relativeTolerance: Double
    let absoluteTolerances: [Double]
    private let level: patency_level
    private let workspace: any KernelWorkspace
    private let factors: LaneFactors
    private let argumentWeights: [[Double]]
    private let nonNegativity: NonNegativity

    /// Time of each lane's states [8, model time].
    let time = LaneMemory(1)
    /// Step tried in each lane [8, model time].
    let step = LaneMemory(1)
    private let stageTime = LaneMemory(1)
    /// 1 where the last attempt was accepted, so that the states are in `next`; else they are in `base`.
    let accepted = LaneMemory(1)
    private let sums = LaneMemory(1)
    /// Parameters [parameterCount × 8].
    let parameters: LaneMemory
    var haveParametersChanged = true
    /// States before and after the last attempt [stateCount × 8].
    let base: LaneMemory
    let next: LaneMemory
    private let rate: LaneMemory
    private let argument: LaneMemory
    private let slope: LaneMemory
    /// f and the non-zeros of ∂f/∂y at the start of the step [(stateCount + nonZeroCount) × 8].
    private let derivatives: LaneMemory
    /// Stages [stageCount × stateCount × 8].
    let terms: LaneMemory

    /// One per lane [8].
    let controls: UnsafeMutablePointer<StepControl>

    init(
        kernel: any Kernel, plan: EliminationPlan, tableau: RosenbrockTableau, relativeTolerance: Double,
        absoluteTolerances: [Double]
    ) {
        self.tableau = tableau
        layout = kernel.layout
        stateCount = layout.states.count
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
        level = patency_lanes_current_level()
        workspace = kernel.makeWorkspace()
        factors = LaneFactors(plan, level, generated: kernel.elimination)
        argumentWeights = tableau.arguments
        nonNegativity = NonNegativity(
            layout, relativeTolerance: relativeTolerance, absoluteTolerances: absoluteTolerances)
        parameters = LaneMemory(layout.parameters.count)
        base = LaneMemory(stateCount)
        next = LaneMemory(stateCount)
        rate = LaneMemory(stateCount)
        argument = LaneMemory(stateCount)
        slope = LaneMemory(stateCount)
        derivatives = LaneMemory(stateCount + layout.jacobianPattern.nonZeroCount)
        terms = LaneMemory(tableau.stageCount * stateCount)
        controls = .allocate(capacity: Self.laneCount)
        controls.initialize(repeating: StepControl(order: tableau.order), count: Self.laneCount)
        for lane in 0..<Self.laneCount { step[lane] = 1 }
    }

    deinit { controls.deallocate() }

    /// Tries one step in every lane that has a subject; the outcome of each stands in its control.
    func attempt() {
        patency_lanes_keep(level, base.start, next.start, accepted.start, stateCount)
        for lane in 0..<Self.laneCount {
            accepted[lane] = 0
            if controls[lane].isActive { step[lane] = controls[lane].chooseStep(from: time[lane]) }
        }
        if haveParametersChanged {
            workspace.setParameters(parameters.start)
            haveParametersChanged = false
        }
        computeStages()
        for lane in 0..<Self.laneCount where controls[lane].isActive {
            var norm = factors.faults[lane] == 0 ? (sums[lane] / Double(max(stateCount, 1))).squareRoot() : .nan
            if norm <= 1, nonNegativity.isViolated(from: base.start, to: next.start, stride: 8, lane: lane) {
                norm = .nan
            }
            controls[lane].judge(norm, step: step[lane])
            guard controls[lane].isAccepted else { continue }
            accepted[lane] = 1
            time[lane] = controls[lane].target
        }
    }

    private func computeStages() {
        let count = stateCount
        let slopes = layout.isAutonomous ? nil : UnsafePointer(slope.start)
        workspace.evaluate(
            .rightHandSideAndJacobian, time: time.start, state: base.start, into: derivatives.start)
        if slopes != nil { workspace.evaluate(.timeDerivative, time: time.start, state: base.start, into: slope.start) }
        factors.factor(jacobian: derivatives.start + 8 * stateCount, step: step.start, gamma: tableau.gamma)
        for stage in 0..<tableau.stageCount {
            let own = terms.start + 8 * stage * stateCount
            if stage >= tableau.stageCount - 1 {
                patency_lanes_combine(level, argument.start, argument.start, [1], own - 8 * stateCount, 1, count)
            } else if stage > 0 {
                patency_lanes_combine(
                    level, argument.start, base.start, argumentWeights[stage], terms.start, stage, count)
            }
            if stage > 0 {
                for lane in 0..<8 { stageTime[lane] = time[lane] + tableau.times[stage] * step[lane] }
                workspace.evaluate(.rightHandSide, time: stageTime.start, state: argument.start, into: rate.start)
            }
            patency_lanes_stage(
                level, own, stage == 0 ? derivatives.start : rate.start, tableau.couplings[stage], terms.start, stage,
                step.start, tableau.slopes[stage],
                tableau.slopes[stage] == 0 ? nil : slopes, count)
            factors.solve(own)
        }
        let error = terms.start + 8 * (tableau.stageCount - 1) * stateCount
        patency_lanes_combine(level, next.start, argument.start, [1], error, 1, count)
        absoluteTolerances.withUnsafeBufferPointer {
            patency_lanes_error(
                level, sums.start, error, base.start, next.start, relativeTolerance, $0.baseAddress, count)
        }
    }
}
