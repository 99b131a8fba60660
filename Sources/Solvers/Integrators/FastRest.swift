// Goals, in order: the rest that the flow of the fast reactions leads to, not another; the same answer for any unit of
// their rates; cost. Newton's method from the present state lost: where several states are at rest it may find the wrong one.

import Modeling

/// Follows the fast reactions alone to their rest, all else and time held.
final class FastRest {
    private let system: SubjectSystem
    private let settings: SolverSettings
    private let absoluteTolerances: [Double]
    private let factors: SparseFactors
    private let slowStates: [Int]
    private let fastStates: [Int]
    private let speedParameter: Int
    private let correction: UnsafeMutablePointer<Double>

    /// Speed at which whatever else changes the species is nothing beside the fast reactions.
    private static let speed = 1e30
    /// Powers of ten of time that are tried, in units of the fast rates as written.
    private static let decades = 0..<20

    /// `nil` where the system has no fast reactions.
    init?(system: SubjectSystem, settings: SolverSettings, absoluteTolerances: [Double]) {
        guard let speedParameter = system.layout.fastSpeedParameter else { return nil }
        self.speedParameter = speedParameter
        self.system = system
        self.settings = settings
        self.absoluteTolerances = absoluteTolerances
        factors = SparseFactors(pattern: system.pattern)
        let states = system.layout.states
        fastStates = states.indices.filter { states[$0].isFast }
        slowStates = states.indices.filter { !states[$0].isFast && states[$0].mass != 0 }
        correction = .zeroed(system.stateCount)
    }

    deinit { correction.deallocate() }

    /// Brings the fast species of `state` to rest; `false` where they come to none.
    func settle(at time: Double, _ state: UnsafeMutablePointer<Double>) -> Bool {
        let (ownSpeed, ownTime) = (system.parameters[speedParameter], system.frozenTime)
        system.parameters[speedParameter] = Self.speed
        system.parametersChanged()
        system.frozenTime = time
        system.hold(slowStates)
        defer {
            system.parameters[speedParameter] = ownSpeed
            system.parametersChanged()
            system.frozenTime = ownTime
            system.hold([])
        }
        let made = try? StiffIntegrator.make(
            system: system, factors: factors, relativeTolerance: settings.relativeTolerance,
            absoluteTolerances: absoluteTolerances)
        guard let integrator = made, integrator.restart(at: 0, from: state, firstStep: nil) == nil else { return false }
        let size = fastStates.reduce(0) { max($0, abs(state[$1])) }
        var steps = 0
        for decade in Self.decades {
            let span = (0..<decade).reduce(1 / Self.speed) { length, _ in length * 10 }
            passing: while true {
                switch integrator.advance(to: span) {
                case .reached: break passing
                case .stepped: steps += 1
                case .failed: return false
                }
                guard steps < settings.maximumSteps else { return false }
            }
            state.update(from: integrator.state, count: system.stateCount)
            guard correct(after: span, time, state) else { return false }
            if isAtRest(max(size, fastStates.reduce(0) { max($0, abs(state[$1])) })) {
                for index in fastStates { state[index] += correction[index] }
                dropRemains(below: settings.relativeTolerance * size, time, state)
                return true
            }
            // The search for rest has replaced the integrator's factors and Jacobian.
            if integrator.restart(at: span, from: state, firstStep: 0.1 * span) != nil { return false }
        }
        return false
    }

    /// How far there is still to go, by one implicit step over a thousand times the time that has passed.
    private func correct(after span: Double, _ time: Double, _ state: UnsafePointer<Double>) -> Bool {
        guard system.rightHandSide(time, state, into: correction), system.updateJacobian(time, state) else {
            return false
        }
        system.assemble(massFactor: 0.001 / span, jacobianFactor: 1, into: factors.values)
        factors.forget()
        return factors.factor() && factors.solve(correction)
    }

    private func isAtRest(_ size: Double) -> Bool {
        fastStates.allSatisfy { index in
            abs(correction[index]) <= 0.01 * (settings.relativeTolerance * size + absoluteTolerances[index])
        }
    }

    /// Makes zero of what a reaction of higher order never quite uses up, where zero is at rest: rounding below zero would
    /// send it away for good.
    private func dropRemains(below limit: Double, _ time: Double, _ state: UnsafeMutablePointer<Double>) {
        func flow() -> Double {
            guard system.rightHandSide(time, state, into: correction) else { return .infinity }
            return fastStates.reduce(0) { max($0, abs(correction[$1])) }
        }
        var least = flow()
        for index in fastStates where abs(state[index]) < limit && state[index] != 0 {
            let value = state[index]
            state[index] = 0
            let without = flow()
            if without <= least { least = without } else { state[index] = value }
        }
    }

    /// Stored states after a short time without fast reactions; they are written to `result`.
    func drift(
        from time: Double, by interval: Double, _ state: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>
    ) {
        let ownSpeed = system.parameters[speedParameter]
        system.parameters[speedParameter] = 0
        system.parametersChanged()
        defer {
            system.parameters[speedParameter] = ownSpeed
            system.parametersChanged()
        }
        let isKnown = system.rightHandSide(time, state, into: correction)
        for index in 0..<system.stateCount {
            let moves = isKnown && system.layout.states[index].mass != 0
            result[index] = state[index] + (moves ? interval * correction[index] : 0)
        }
    }
}
