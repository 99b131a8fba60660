// Goals, in order: algebraic states right after every discontinuity, before any trigger or output is looked at;
// robustness; cost. IDACalcIC lost: it lives inside one integrator, while events need the same answer.

import Modeling

/// Solves 0 = f for the algebraic states with the differential states held, and finds y′ to start from.
final class AlgebraicStates {
    private let system: SubjectSystem
    private let factors: SparseFactors
    private let weights: [Double]
    private let relativeTolerance: Double
    private let rates: UnsafeMutablePointer<Double>
    private let trial: UnsafeMutablePointer<Double>
    private let algebraicIndices: [Int]

    init(system: SubjectSystem, relativeTolerance: Double, absoluteTolerances: [Double]) {
        self.system = system
        self.relativeTolerance = relativeTolerance
        weights = absoluteTolerances
        factors = SparseFactors(pattern: system.pattern)
        rates = .zeroed(system.stateCount)
        trial = .zeroed(system.stateCount)
        algebraicIndices = system.layout.states.indices.filter { system.layout.states[$0].mass == 0 }
    }

    deinit {
        rates.deallocate()
        trial.deallocate()
    }

    /// Newton's method with halved steps, to a hundredth of the tolerance; `false` where it does not converge.
    func solve(at time: Double, _ state: UnsafeMutablePointer<Double>) -> Bool {
        guard !algebraicIndices.isEmpty else { return true }
        // A model may leave the start open; 1 keeps logarithms and quotients defined.
        for index in algebraicIndices where !state[index].isFinite { state[index] = 1 }
        guard prepare(time, state) else { return false }
        var previousSize = Double.infinity
        for _ in 0..<50 {
            let size = correctionSize(state)
            if size <= 0.01 {
                for index in algebraicIndices { state[index] += rates[index] }
                return true
            }
            var fraction = size > previousSize ? 0.5 : 1.0
            previousSize = size
            trial.update(from: state, count: system.stateCount)
            let correction = algebraicIndices.map { rates[$0] }
            repeat {
                for (place, index) in algebraicIndices.enumerated() {
                    state[index] = trial[index] + fraction * correction[place]
                }
                fraction /= 2
            } while !prepare(time, state) && fraction > 1e-6
            if fraction <= 1e-6 { return false }
        }
        return false
    }

    /// y′ at consistent states [stateCount]; algebraic rates from ∂g/∂y·y′ = −∂g/∂t where the kernel knows ∂f/∂t.
    func derivatives(at time: Double, _ state: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>) -> Bool
    {
        guard system.rightHandSide(time, state, into: result) else { return false }
        guard !algebraicIndices.isEmpty else { return true }
        if system.kernel.capabilities.contains(.timeDerivative), !system.layout.isAutonomous {
            system.evaluate(.timeDerivative, time, state, into: rates)
        } else {
            rates.update(repeating: 0, count: system.stateCount)
        }
        guard factor(time, state) else { return false }
        for index in algebraicIndices { result[index] = rates[index] }
        return factors.solve(result)
    }

    /// Leaves in `rates` the Newton correction of the algebraic states.
    private func prepare(_ time: Double, _ state: UnsafePointer<Double>) -> Bool {
        guard system.rightHandSide(time, state, into: rates) else { return false }
        for index in 0..<system.stateCount where system.mass[index] != 0 { rates[index] = 0 }
        return factor(time, state) && factors.solve(rates)
    }

    /// Factors the matrix with rows of the identity for differential states and of −∂g/∂y for algebraic ones.
    private func factor(_ time: Double, _ state: UnsafePointer<Double>) -> Bool {
        guard system.updateJacobian(time, state) else { return false }
        system.assemble(massFactor: 1, jacobianFactor: 1, into: factors.values)
        let pattern = system.pattern
        for column in 0..<pattern.stateCount {
            for place in pattern.columnStarts[column]..<pattern.columnStarts[column + 1] {
                let row = pattern.rows[place]
                if system.mass[row] != 0 { factors.values[place] = row == column ? 1 : 0 }
            }
        }
        factors.forget()
        return factors.factor()
    }

    private func correctionSize(_ state: UnsafePointer<Double>) -> Double {
        algebraicIndices.map { abs(rates[$0]) / (relativeTolerance * abs(state[$0]) + weights[$0]) }.max() ?? 0
    }
}
