import Modeling

/// Newton's iteration for the state at a new point, with the period's derivative kept from stride to stride.
struct PeriodNewton {
    private let count: Int
    private let magnitudes: [Double]
    /// States that some rate depends on.
    private let active: [Int]
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
    /// Φ(trial) and its reports, while derivatives are taken.
    var image: [Double] = []
    var profile: [Double] = []
    private var disturbances: [Double] = []

    init(_ layout: KernelLayout, guess: [Double]) {
        count = layout.states.count
        magnitudes = layout.states.map { $0.typicalMagnitude ?? 0 }
        let pattern = layout.jacobianPattern
        // A state that no rate depends on is carried over unchanged: its column is known.
        active = (0..<count).filter { pattern.columnStarts[$0] < pattern.columnStarts[$0 + 1] }
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

    /// The trial with one state after another changed by a thousandth of its size [active count].
    mutating func disturbedStates() -> [[Double]] {
        disturbances = active.map { index in
            let size = max(abs(trial[index]), 0.01 * magnitudes[index])
            return size > 0 ? 1e-3 * size : 1e-9
        }
        return zip(active, disturbances).map { index, disturbance in
            var state = trial
            state[index] += disturbance
            return state
        }
    }

    /// Takes ∂Φ/∂x from the images of the disturbed states.
    mutating func setDerivative(_ images: [[Double]]) {
        var matrix = [Double](repeating: 0, count: count * count)
        for index in 0..<count { matrix[index * count + index] = 1 }
        for (place, column) in active.enumerated() {
            for row in 0..<count {
                matrix[column * count + row] = (images[place][row] - image[row]) / disturbances[place]
            }
        }
        derivative = matrix
        factors = nil
        isFresh = true
        corrections = 0
        lastSize = .infinity
    }

    /// What is left of a change of the state after one period, ∂Φ/∂x · change; the change itself before ∂Φ/∂x is known.
    ///
    /// A state that forgets within a period is set by those that do not. Its own change is mostly the error of the simulated
    /// day, which no shorter stride makes smaller.
    func carried(_ change: [Double]) -> [Double] {
        guard let derivative else { return change }
        var result = [Double](repeating: 0, count: count)
        for column in 0..<count where change[column] != 0 {
            for row in 0..<count { result[row] += derivative[column * count + row] * change[column] }
        }
        return result
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
