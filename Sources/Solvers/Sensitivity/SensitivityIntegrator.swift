// Goals, in order: the exact derivative of the discrete solution, so that an optimiser sees no noise; one factorisation a
// step for states and all columns; columns in vectors. An approximate matrix for the columns (a W-method) lost: it keeps
// order four only with more stages. CVODES' staggered corrector, as AMICI runs it, lost: it solves for each column and
// iteration, and begins at order one after every dose.

import CLanes
import Modeling

/// One subject and the derivatives of its states, carried by a Rosenbrock method.
///
/// Applied to y′ = f and S′ = ∂f/∂y · S + ∂f/∂p together, whose matrix is block triangular: each stage solves for the states,
/// then for the columns with ∂(S′)/∂y times the states' stage on the right.
/// - Source: Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.7, ISBN 978-3-642-05221-7.
final class SensitivityIntegrator: SensitivityStepper {
    private static let tableau = RosenbrockTableau.rodas4

    let name = "Rodas4 with sensitivities"
    let stateCount: Int
    private let columns: SensitivityColumns
    private let system: SubjectSystem
    private let factors: ColumnFactors
    private let product: SparseProduct
    private let bend: SparseProduct
    private let relativeTolerance: Double
    private let absoluteTolerances: [Double]
    private let level: patency_level
    private let isAutonomous: Bool
    private let nonZeroCount: Int
    private let end: Double
    @exclusivity(unchecked) private var control = StepControl(order: SensitivityIntegrator.tableau.order)
    @exclusivity(unchecked) private(set) var stepEnd = 0.0

    private let blocks: [ColumnBlock]
    private let stages: StateStages
    private let step = LaneMemory(1)
    private let sums = LaneMemory(1)
    /// f, then its derivatives by states, active parameters and time.
    private let derivatives: UnsafeMutablePointer<Double>
    private let stageDerivatives: UnsafeMutablePointer<Double>
    private let bends: UnsafeMutablePointer<Double>
    private let direction: UnsafeMutablePointer<Double>

    /// - Parameters:
    ///   - maximumStep: [model time]; `nil` for no bound.
    ///   - end: of the course [model time].
    init(
        _ columns: SensitivityColumns, plan: EliminationPlan, relativeTolerance: Double, absoluteTolerances: [Double],
        maximumStep: Double?, to end: Double
    ) {
        self.columns = columns
        self.end = end
        system = columns.system
        factors = ColumnFactors(plan, columns.level)
        let layout = columns.layout
        let count = system.stateCount
        stateCount = count
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
        level = columns.level
        isAutonomous = system.layout.isAutonomous
        product = SparseProduct(layout.linearisation)
        bend = SparseProduct(layout.linearisation, places: layout.curvedPlaces)
        nonZeroCount = layout.linearisation.nonZeroCount
        let stageCount = Self.tableau.stageCount
        let rowCount = columns.rowCount
        blocks = columns.blocks.map { _ in
            ColumnBlock(rowCount: rowCount, stateCount: count, stageCount: stageCount)
        }
        stages = StateStages(
            Self.tableau, system.layout, relativeTolerance: relativeTolerance, absoluteTolerances: absoluteTolerances)
        derivatives = .zeroed(count + nonZeroCount)
        stageDerivatives = .zeroed(count + nonZeroCount)
        bends = .zeroed(bend.valueCount)
        direction = .zeroed(system.layout.directionCount)
        control.isActive = true
        limitStep(to: maximumStep ?? .infinity)
    }

    deinit {
        for memory in [derivatives, stageDerivatives, bends, direction] { memory.deallocate() }
    }

    var stepStart: Double { control.stepStart }
    var firstStep: Double { control.firstStep }
    var refinesFirstStep: Bool { true }
    var errorTestFailures: Int { control.rejectionCount }
    /// States at `stepEnd`.
    var state: UnsafeMutablePointer<Double> { stages.next.start }

    func limitStep(to length: Double) { control.maximumStep = length }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        guard
            let step = firstStep
                ?? FirstStep.estimated(
                    system, at: time, state, to: end, relativeTolerance: relativeTolerance,
                    absoluteTolerances: absoluteTolerances)
        else { return .notFinite }
        self.state.update(from: state, count: stateCount)
        for (block, columns) in zip(blocks, columns.blocks) { block.begin(from: columns) }
        control.restart(at: time, firstStep: step)
        stepEnd = time
        return nil
    }

    func advance(to stop: Double) -> StepOutcome {
        control.stop = stop
        stages.moveOn()
        for block in blocks { block.base.start.update(from: block.next.start, count: 8 * stateCount) }
        let begin = stepEnd
        guard system.linearise(begin, stages.base.start, into: derivatives) else { return .failed(.notFinite) }
        prepareSlope()
        while true {
            let length = control.chooseStep(from: begin)
            control.judge(attempt(from: begin, length), step: length)
            switch control.outcome {
            case .rejected: continue
            case .failed(let reason): return .failed(reason)
            case .stepped, .reached:
                stepEnd = control.target
                if case .reached = control.outcome { return .reached }
                return .stepped
            }
        }
    }

    /// ∂f/∂t, the last column of the derivatives.
    private func prepareSlope() {
        guard !isAutonomous else { return }
        let slope = stages.slope.start
        slope.update(repeating: 0, count: stateCount)
        let pattern = columns.layout.linearisation
        for place in pattern.columnStarts[pattern.columnCount - 1]..<nonZeroCount {
            slope[pattern.rows[place]] = derivatives[stateCount + place]
        }
    }

    /// Tries one step; its error in units of the tolerance, NaN where it came to nothing.
    private func attempt(from time: Double, _ length: Double) -> Double {
        let tableau = Self.tableau
        step.start.update(repeating: length, count: 8)
        stages.setStep(length)
        guard factors.factor(jacobian: derivatives + stateCount, step: length, gamma: tableau.gamma) else {
            return .nan
        }
        for stage in 0..<tableau.stageCount {
            prepareArguments(stage)
            var values = UnsafePointer(derivatives)
            if stage > 0 {
                // Whether f is a number shows in the error.
                _ = system.linearise(
                    time + tableau.times[stage] * length, stages.argument.start, into: stageDerivatives)
                values = UnsafePointer(stageDerivatives)
            }
            solveStates(stage, values)
            bendAlong(stage, from: time, length)
            for block in blocks { solveColumns(block, stage, values + stateCount) }
        }
        return finish()
    }

    private func prepareArguments(_ stage: Int) {
        stages.prepareArgument(stage)
        for block in blocks {
            if stage == 0 {
                block.argument.start.update(from: block.base.start, count: 8 * stateCount)
            } else if stage >= Self.tableau.stageCount - 1 {
                let last = block.terms.start + 8 * (stage - 1) * stateCount
                patency_lanes_combine(level, block.argument.start, block.argument.start, [1], last, 1, stateCount)
            } else {
                patency_lanes_combine(
                    level, block.argument.start, block.base.start, Self.tableau.arguments[stage], block.terms.start,
                    stage, stateCount)
            }
        }
    }

    private func solveStates(_ stage: Int, _ rate: UnsafePointer<Double>) {
        factors.solve(vector: stages.prepareTerm(stage, rate: rate))
    }

    /// Derivatives of ∂f/∂y and ∂f/∂p along the states' stage and time.
    private func bendAlong(_ stage: Int, from time: Double, _ length: Double) {
        guard bend.valueCount > 0 else { return }
        direction.update(from: stages.term(stage), count: stateCount)
        direction[stateCount] = Self.tableau.slopes[stage] * length
        system.evaluate(.curvature, time, stages.base.start, along: direction, into: bends)
    }

    private func solveColumns(_ block: ColumnBlock, _ stage: Int, _ values: UnsafePointer<Double>) {
        product.multiply(values, block.argument.start, level: level, into: block.rate.start)
        if bend.valueCount > 0 {
            bend.multiply(bends, block.base.start, adding: true, level: level, into: block.rate.start)
        }
        let own = block.terms.start + 8 * stage * stateCount
        patency_lanes_stage(
            level, own, block.rate.start, Self.tableau.couplings[stage], block.terms.start, stage, step.start, 0, nil,
            stateCount)
        factors.solve(columns: own)
    }

    /// Makes the step's end from the last stage, and the largest error of states and columns.
    private func finish() -> Double {
        let last = Self.tableau.stageCount - 1
        let count = Double(max(stateCount, 1))
        let sum = stages.finish()
        var largest = sum
        for block in blocks {
            let error = block.terms.start + 8 * last * stateCount
            patency_lanes_combine(level, block.next.start, block.argument.start, [1], error, 1, stateCount)
            absoluteTolerances.withUnsafeBufferPointer {
                patency_lanes_error(
                    level, sums.start, error, block.base.start, block.next.start, relativeTolerance, $0.baseAddress,
                    stateCount)
            }
            // NaN must win, and `max` would lose it.
            for lane in 0..<8 where !(sums[lane] <= largest) { largest = sums[lane] }
        }
        return (sum.isNaN ? sum : largest / count).squareRoot()
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        guard let place = place(at: time) else { return copyState(into: result) }
        stages.interpolate(place, into: result)
    }

    private func place(at time: Double) -> RosenbrockTableau.Interpolation? {
        guard time < stepEnd, stepEnd > stepStart else { return nil }
        return Self.tableau.interpolation(at: (time - stepStart) / (stepEnd - stepStart))
    }

    func copyColumns(into target: [LaneMemory]) {
        for (block, target) in zip(blocks, target) {
            target.start.update(from: block.next.start, count: 8 * stateCount)
        }
    }

    func interpolateColumns(at time: Double, into target: [LaneMemory]) {
        guard let place = place(at: time) else { return copyColumns(into: target) }
        for (block, target) in zip(blocks, target) {
            place.values(
                8 * stateCount, from: block.base.start, to: block.next.start, stages: block.terms.start,
                stageStride: 8 * stateCount, stride: 1, into: target.start)
        }
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) { stages.localErrors(into: result) }
}
