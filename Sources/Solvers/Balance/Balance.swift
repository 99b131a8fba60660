// Goals, in order: the rest that the dynamics lead to from the model's own start; pinned states untouched to the last
// bit; conserved totals kept; milliseconds. Newton alone lost: it finds other, even negative, rests. Long integration
// alone lost: slow states are never quite at rest.

import Modeling

extension Simulation {
    /// Brings every state that is not pinned to rest, with pinned states and time held.
    ///
    /// Implicit integration over spans that grow tenfold, each followed by Newton's iteration on
    /// (M ÷ Δτ − ∂f/∂y) δ = f with Δτ a thousand spans, so that conserved totals stay as they are. Events and doses do
    /// not take part.
    /// - Parameters:
    ///   - parameters: as in `run`.
    ///   - overrides: as in `run`.
    ///   - time: at which f is evaluated throughout [model time].
    ///   - settings: how near to rest is near enough.
    ///   - subject: for the failure report.
    /// - Throws: `SolverError.invalidArgument` where an argument does not fit the kernel.
    public func balance(
        parameters: [Double]? = nil, overrides: [Slot: Double] = [:], at time: Double = 0,
        settings: BalanceSettings = BalanceSettings(), subject: UInt64 = 0
    ) throws(SolverError) -> BalanceResult {
        let state = try system.begin(parameters: parameters, overrides: overrides, initialState: nil, at: time)
        defer { state.deallocate() }
        system.hold(system.layout.states.indices.filter { system.layout.states[$0].isPinned })
        system.frozenTime = time
        defer {
            system.hold([])
            system.frozenTime = nil
        }
        return try RestSearch(self, state, settings, time: time, subject: subject).search()
    }
}

/// One search for rest.
private final class RestSearch {
    private let system: SubjectSystem
    private let factors: SparseFactors
    private let absoluteTolerances: [Double]
    private let settings: BalanceSettings
    private let time: Double
    private let subject: UInt64
    private let state: UnsafeMutablePointer<Double>
    private let trial: UnsafeMutablePointer<Double>
    private let correction: UnsafeMutablePointer<Double>
    private let count: Int

    init(
        _ simulation: Simulation, _ state: UnsafeMutablePointer<Double>, _ settings: BalanceSettings, time: Double,
        subject: UInt64
    ) {
        system = simulation.system
        factors = simulation.factors
        absoluteTolerances = system.layout.states.map { state in
            var loose = simulation.settings
            loose.relativeTolerance = settings.relativeTolerance
            return loose.absoluteTolerance(typicalMagnitude: state.typicalMagnitude)
        }
        self.settings = settings
        self.time = time
        self.subject = subject
        self.state = state
        count = system.stateCount
        trial = .zeroed(count)
        correction = .zeroed(count)
    }

    deinit {
        trial.deallocate()
        correction.deallocate()
    }

    func search() throws(SolverError) -> BalanceResult {
        guard count > system.heldStates.count else { return .atRest(values(state)) }
        let integrator = try StiffIntegrator.make(
            system: system, factors: factors, relativeTolerance: settings.relativeTolerance,
            absoluteTolerances: absoluteTolerances)
        if let reason = integrator.restart(at: 0, from: state, firstStep: nil) { return fail(reason) }
        var span = settings.firstSpan
        var steps = 0
        for _ in 0..<settings.spanCount {
            passing: while true {
                switch integrator.advance(to: span) {
                case .reached: break passing
                case .failed(let reason): return fail(reason)
                case .stepped: break
                }
                steps += 1
                guard steps < settings.maximumSteps else {
                    return fail(.tooManySteps, "\(settings.maximumSteps)", integrator)
                }
            }
            state.update(from: integrator.state, count: count)
            if polish(timeStep: 1000 * span) { return .atRest(values(trial)) }
            // Newton has replaced the integrator's factors and Jacobian.
            if let reason = integrator.restart(at: span, from: state, firstStep: 0.01 * span) { return fail(reason) }
            span *= 10
        }
        return fail(.notAtRest, "after \(span / 10) \(system.layout.timeUnit)", integrator)
    }

    /// Newton's iteration from `state` into `trial`; `false` where it does not settle nearby.
    private func polish(timeStep: Double) -> Bool {
        trial.update(from: state, count: count)
        var lastSize = Double.infinity
        for _ in 0..<30 {
            guard correct(timeStep: timeStep) else { return false }
            for index in 0..<count { trial[index] += correction[index] }
            let size = (0..<count).reduce(0) { max($0, abs(correction[$1]) / scale($1)) }
            guard size.isFinite else { return false }
            if size <= settings.tolerance { return isNearby() }
            if size > lastSize { return false }
            lastSize = size
        }
        return false
    }

    private func correct(timeStep: Double) -> Bool {
        guard system.rightHandSide(time, trial, into: correction), system.updateJacobian(time, trial) else {
            return false
        }
        system.assemble(massFactor: 1 / timeStep, jacobianFactor: 1, into: factors.values)
        factors.forget()
        return factors.factor() && factors.solve(correction)
    }

    private func isNearby() -> Bool {
        (0..<count).allSatisfy { index in
            let traits = system.layout.states[index]
            if traits.isNonNegative, trial[index] < -settings.tolerance * scale(index) { return false }
            return abs(trial[index] - state[index]) <= settings.reach * scale(index)
        }
    }

    /// The larger of a state's size and its typical magnitude; tiny where both are zero.
    private func scale(_ index: Int) -> Double {
        max(abs(trial[index]), abs(state[index]), system.layout.states[index].typicalMagnitude ?? 1e-9)
    }

    private func values(_ memory: UnsafePointer<Double>) -> [Double] {
        Array(UnsafeBufferPointer(start: memory, count: count))
    }

    private func fail(_ reason: StepFailure) -> BalanceResult {
        fail(reason.kind, reason.detail, nil)
    }

    /// Names the states farthest from rest: what their present rates would change over the last span.
    private func fail(
        _ kind: Trajectory.Failure.Kind, _ detail: String, _ integrator: (any Integrator)?
    ) -> BalanceResult {
        if let integrator { state.update(from: integrator.state, count: count) }
        _ = system.rightHandSide(time, state, into: correction)
        let span = max(integrator?.stepEnd ?? settings.firstSpan, settings.firstSpan)
        for index in 0..<count { trial[index] = abs(correction[index]) * span / absoluteTolerances[index] }
        let failure = system.failure(
            kind, detail, at: time, state: state, errors: trial, subject: subject, lastEvent: "balance")
        return .failed(failure)
    }
}
