// Goals, in order: the same bytes for the same subject; exact stops; few operations a step. The Jacobian is exact and
// new at each accepted step, since the order needs it; after a rejection only the matrix is factored again.

import Modeling

/// A Rosenbrock method on KLU factors for one subject.
final class RosenbrockIntegrator: Integrator {
    let name: String
    let state: UnsafeMutablePointer<Double>
    var stateCount: Int { count }
    var refinesFirstStep: Bool { true }

    private let tableau: RosenbrockTableau
    private let system: SubjectSystem
    private let factors: SparseFactors
    private let relativeTolerance: Double
    private let absoluteTolerances: [Double]
    private let count: Int
    private let isAutonomous: Bool
    private let end: Double
    @exclusivity(unchecked) private var control: StepControl
    @exclusivity(unchecked) private(set) var stepEnd = 0.0
    /// States at the start of the last step, argument of a stage, f at both, ∂f/∂t [stateCount each].
    private let base: UnsafeMutablePointer<Double>
    private let argument: UnsafeMutablePointer<Double>
    private let startRate: UnsafeMutablePointer<Double>
    private let rate: UnsafeMutablePointer<Double>
    private let slope: UnsafeMutablePointer<Double>
    /// Stages [stageCount × stateCount].
    private let terms: UnsafeMutablePointer<Double>

    /// - Parameters:
    ///   - system: without algebraic states or `delay`.
    ///   - end: of the course, no first step is longer than what is left [model time].
    init(
        system: SubjectSystem, factors: SparseFactors, tableau: RosenbrockTableau, relativeTolerance: Double,
        absoluteTolerances: [Double], maximumStep: Double?, to end: Double
    ) {
        name = tableau.name
        self.tableau = tableau
        self.system = system
        self.factors = factors
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
        count = system.stateCount
        isAutonomous = system.layout.isAutonomous
        self.end = end
        control = StepControl(order: tableau.order)
        control.maximumStep = maximumStep ?? .infinity
        state = .zeroed((6 + tableau.stageCount) * count)
        base = state + count
        argument = base + count
        startRate = argument + count
        rate = startRate + count
        slope = rate + count
        terms = slope + count
    }

    deinit { state.deallocate() }

    var stepStart: Double { control.stepStart }
    var firstStep: Double { control.firstStep }
    var errorTestFailures: Int { control.rejectionCount }

    func limitStep(to length: Double) { control.maximumStep = length }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        self.state.update(from: state, count: count)
        factors.forget()
        stepEnd = time
        guard
            let step = firstStep
                ?? FirstStep.estimated(
                    system, at: time, state, to: end, relativeTolerance: relativeTolerance,
                    absoluteTolerances: absoluteTolerances)
        else { return .notFinite }
        control.restart(at: time, firstStep: step)
        return nil
    }

    func advance(to stop: Double) -> StepOutcome {
        control.stop = stop
        base.update(from: state, count: count)
        guard beginStep(at: stepEnd) else { return .failed(.notFinite) }
        while true {
            let step = control.chooseStep(from: stepEnd)
            control.judge(takeStages(from: stepEnd, step) ?? .nan, step: step)
            switch control.outcome {
            case .rejected: continue
            case .failed(let reason):
                state.update(from: base, count: count)
                return .failed(reason)
            case .stepped, .reached: break
            }
            stepEnd = control.target
            if case .reached = control.outcome { return .reached }
            return .stepped
        }
    }

    /// f, ∂f/∂y and ∂f/∂t at the start of a step; `false` where one is no number.
    private func beginStep(at time: Double) -> Bool {
        guard system.rightHandSide(time, base, into: startRate), system.updateJacobian(time, base) else { return false }
        if !isAutonomous { system.evaluate(.timeDerivative, time, base, into: slope) }
        return true
    }

    /// The error of one step in units of the tolerance, with the solution in `state`; `nil` where there is none.
    private func takeStages(from time: Double, _ step: Double) -> Double? {
        system.assemble(massFactor: 1 / (step * tableau.gamma), jacobianFactor: 1, into: factors.values)
        guard factors.factor() else { return nil }
        let last = tableau.stageCount - 1
        for stage in 0...last {
            let own = terms + stage * count
            if stage == 0 {
                own.update(from: startRate, count: count)
            } else {
                setArgument(stage, last)
                guard system.rightHandSide(time + tableau.times[stage] * step, argument, into: rate) else {
                    return nil
                }
                own.update(from: rate, count: count)
                for earlier in 0..<stage {
                    add(tableau.couplings[stage][earlier] / step, times: terms + earlier * count, to: own)
                }
            }
            if !isAutonomous, tableau.slopes[stage] != 0 { add(step * tableau.slopes[stage], times: slope, to: own) }
            guard factors.solve(own) else { return nil }
        }
        let error = terms + last * count
        var sum = 0.0
        for index in 0..<count {
            state[index] = argument[index] + error[index]
            let size = max(abs(base[index]), abs(state[index]))
            let ratio = error[index] / (relativeTolerance * size + absoluteTolerances[index])
            sum += ratio * ratio
        }
        return (sum / Double(max(count, 1))).squareRoot()
    }

    /// The argument of a stage; of the last, that of the stage before plus its u.
    private func setArgument(_ stage: Int, _ last: Int) {
        if stage == last { return add(1, times: terms + (stage - 1) * count, to: argument) }
        argument.update(from: base, count: count)
        for earlier in 0..<stage {
            add(tableau.arguments[stage][earlier], times: terms + earlier * count, to: argument)
        }
    }

    @inline(__always)
    private func add(
        _ factor: Double, times source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>
    ) {
        guard factor != 0 else { return }
        for index in 0..<count { target[index] += factor * source[index] }
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        let start = stepStart
        guard time < stepEnd, stepEnd > start else { return copyState(into: result) }
        let fraction = (time - start) / (stepEnd - start)
        for index in 0..<count { result[index] = base[index] * (1 - fraction) + state[index] * fraction }
        for (stage, weight) in tableau.interpolationWeights(at: fraction).enumerated() {
            add(weight, times: terms + stage * count, to: result)
        }
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) {
        let error = terms + (tableau.stageCount - 1) * count
        for index in 0..<count {
            let size = max(abs(base[index]), abs(state[index]))
            let ratio = abs(error[index]) / (relativeTolerance * size + absoluteTolerances[index])
            result[index] = ratio.isNaN ? .infinity : ratio
        }
    }

    /// Why no Rosenbrock method takes a model; `nil` where one does.
    static func obstacle(in kernel: any Kernel) -> String? {
        let layout = kernel.layout
        let algebraic = layout.states.filter { $0.mass == 0 }.map(\.identifier)
        guard algebraic.isEmpty else { return "it has algebraic states (\(algebraic.joined(separator: ", ")))" }
        guard !layout.usesHistory else { return "model \(layout.modelName) contains `delay`, and no past is kept" }
        guard layout.sensitivity == nil else { return "sensitivities are followed by a method of their own" }
        guard kernel.capabilities.contains(.jacobian) else { return "it does not know its Jacobian" }
        guard layout.isAutonomous || kernel.capabilities.contains(.timeDerivative) else {
            return "its rates depend on time and it does not know ∂f/∂t"
        }
        return nil
    }
}
