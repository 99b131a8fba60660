import Modeling

/// Newton's iteration for the state at a new point, with the period's derivative kept from stride to stride.
struct PeriodNewton {
    private let count: Int
    /// State at which the period is simulated next [count].
    var trial: [Double]
    /// ∂Φ/∂x [count × count, column-major]; `nil` before it is known.
    var derivative: [Double]?
    /// Of shift·1 − ∂Φ/∂x, for the stride at hand; `nil` before they are needed.
    private var factors: DenseFactors?
    /// Whether it was taken in the stride at hand.
    var isFresh = false
    var corrections = 0
    var lastSize = Double.infinity
    /// Share of a correction that was still left after it, as last seen.
    var rate = 1.0

    init(_ layout: KernelLayout, guess: [Double]) {
        count = layout.states.count
        trial = guess
    }

    /// Begins a stride at a predicted state.
    mutating func begin(at prediction: [Double]) {
        trial = prediction
        factors = nil
        isFresh = false
        corrections = 0
        lastSize = .infinity
    }

    /// Takes ∂Φ/∂x of the stride at hand.
    mutating func setDerivative(_ derivative: [Double]) {
        self.derivative = derivative
        factors = nil
        isFresh = true
        corrections = 0
        lastSize = .infinity
    }

    /// What is left of a change of the state after one period, ∂Φ/∂x · change.
    ///
    /// A state that forgets within a period is set by those that do not. Its own change is mostly the error of the simulated
    /// day, which no shorter stride makes smaller.
    func carried(_ change: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { result, initializedCount in
            result.update(repeating: 0)
            derivative!.withUnsafeBufferPointer { derivative in
                for column in 0..<count where change[column] != 0 {
                    let (factor, start) = (change[column], column * count)
                    for row in 0..<count { result[row] += derivative[start + row] * factor }
                }
            }
            initializedCount = count
        }
    }

    /// Solves (shift·1 − ∂Φ/∂x) δ = residual in place; `false` where there is no solution.
    mutating func solve(shift: Double, _ residual: inout [Double]) -> Bool {
        if factors == nil {
            let fresh = DenseFactors(count: count)
            guard fresh.factor(shift: shift, minus: derivative!) else { return false }
            factors = fresh
        }
        factors!.solve(&residual)
        return true
    }
}
