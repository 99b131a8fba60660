// Goals, in order: the same bytes for the same subject; exact stops; few operations a step. The Jacobian is exact and
// new at each accepted step, since the order needs it; after a rejection only the matrix is factored again.

import Modeling

/// A Rosenbrock method for one subject.
final class RosenbrockIntegrator: Integrator {
    let name: String
    var state: UnsafeMutablePointer<Double> { stages.next.start }
    var stateCount: Int { stages.stateCount }
    var refinesFirstStep: Bool { true }

    private let tableau: RosenbrockTableau
    private let stages: StateStages
    private let system: SubjectSystem
    private let factors: StepFactors
    private let relativeTolerance: Double
    private let absoluteTolerances: [Double]
    private let isAutonomous: Bool
    private let end: Double
    @exclusivity(unchecked) private var control: StepControl
    @exclusivity(unchecked) private(set) var stepEnd = 0.0
    /// f at the start of the step and at a stage [stateCount].
    private let startRate: UnsafeMutablePointer<Double>
    private let rate: UnsafeMutablePointer<Double>

    /// - Parameters:
    ///   - system: without algebraic states or `delay`.
    ///   - errorWeight: an error in a step counts this many times.
    ///   - end: of the course, no first step is longer than what is left [model time].
    init(
        system: SubjectSystem, factors: SparseFactors, tableau: RosenbrockTableau, relativeTolerance: Double,
        absoluteTolerances: [Double], maximumStep: Double?, errorWeight: Double, to end: Double
    ) {
        name = tableau.name
        self.tableau = tableau
        self.system = system
        self.factors = StepFactors(system: system, sparse: factors, plansProgram: true)
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
        isAutonomous = system.layout.isAutonomous
        stages = StateStages(
            tableau, system.layout, relativeTolerance: relativeTolerance, absoluteTolerances: absoluteTolerances)
        self.end = end
        control = StepControl(order: tableau.order)
        control.maximumStep = maximumStep ?? .infinity
        control.errorWeight = errorWeight
        startRate = .zeroed(system.stateCount)
        rate = .zeroed(system.stateCount)
    }

    deinit {
        startRate.deallocate()
        rate.deallocate()
    }

    var stepStart: Double { control.stepStart }
    var firstStep: Double { control.firstStep }
    var errorTestFailures: Int { control.rejectionCount }

    func limitStep(to length: Double) { control.maximumStep = length }

    func restart(at time: Double, from state: UnsafePointer<Double>, firstStep: Double?) -> StepFailure? {
        self.state.update(from: state, count: stateCount)
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
        stages.moveOn()
        guard beginStep(at: stepEnd) else { return .failed(.notFinite) }
        while true {
            let step = control.chooseStep(from: stepEnd)
            control.judge(takeStages(from: stepEnd, step) ?? .nan, step: step)
            switch control.outcome {
            case .rejected: continue
            case .failed(let reason):
                state.update(from: stages.base.start, count: stateCount)
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
        let base = stages.base.start
        guard system.rightHandSide(time, base, into: startRate), system.updateJacobian(time, base) else { return false }
        if !isAutonomous { system.evaluate(.timeDerivative, time, base, into: stages.slope.start) }
        return true
    }

    /// The error of one step in units of the tolerance, with the solution in `state`; `nil` where there is none.
    private func takeStages(from time: Double, _ step: Double) -> Double? {
        guard factors.factor(step: step * tableau.gamma) else { return nil }
        stages.setStep(step)
        for stage in 0..<tableau.stageCount {
            stages.prepareArgument(stage)
            if stage > 0 {
                let stageTime = time + tableau.times[stage] * step
                guard system.rightHandSide(stageTime, stages.argument.start, into: rate) else { return nil }
            }
            guard factors.solve(stages.prepareTerm(stage, rate: stage == 0 ? startRate : rate)) else { return nil }
        }
        return (stages.finish() / Double(max(stateCount, 1))).squareRoot()
    }

    func interpolate(at time: Double, into result: UnsafeMutablePointer<Double>) {
        guard time < stepEnd, stepEnd > stepStart else { return copyState(into: result) }
        let fraction = (time - stepStart) / (stepEnd - stepStart)
        stages.interpolate(tableau.interpolation(at: fraction), into: result)
    }

    func localErrors(into result: UnsafeMutablePointer<Double>) { stages.localErrors(into: result) }

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
