import CLanes
import Modeling

/// Newton's iteration for the state at a new point, with the period's derivative kept from stride to stride.
struct PeriodNewton {
    private let count: Int
    private let vectorCount: Int
    private let level = patency_lanes_current_level()
    /// State at which the period is simulated next [count].
    var trial: [Double]
    /// ∂Φ/∂x [count × count, column-major]; `nil` before it is known.
    var derivative: [Double]?
    /// The same, each column filled up to whole vectors [count × vectorCount × 8].
    private let columns: LaneMemory
    private let product: LaneMemory
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
        vectorCount = (count + 7) / 8
        columns = LaneMemory(count * vectorCount)
        product = LaneMemory(vectorCount)
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
        derivative.withUnsafeBufferPointer { source in
            for column in 0..<count {
                columns.start.advanced(by: 8 * vectorCount * column)
                    .update(from: source.baseAddress! + column * count, count: count)
            }
        }
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
        product.start.update(repeating: 0, count: 8 * vectorCount)
        patency_lanes_combine(level, product.start, product.start, change, columns.start, count, vectorCount)
        return Array(UnsafeBufferPointer(start: product.start, count: count))
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
