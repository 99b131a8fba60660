/// What SUNDIALS asks of the linear systems in Newton's iteration.
protocol LinearSolver: AnyObject {
    /// Factors the matrix last assembled; `false` where it is singular or not finite.
    func factor() -> Bool
    /// Solves for a right-hand side [stateCount]; `false` where there are no factors.
    func solve(_ right: UnsafePointer<Double>, into solution: UnsafeMutablePointer<Double>) -> Bool
}

extension SparseFactors: LinearSolver {
    func solve(_ right: UnsafePointer<Double>, into solution: UnsafeMutablePointer<Double>) -> Bool {
        solution.update(from: right, count: pattern.stateCount)
        return solve(solution)
    }
}

/// I − γ·∂f/∂y for CVODES, as γ times the matrix that `StepFactors` holds.
final class ScaledStepFactors: LinearSolver {
    private let factors: StepFactors
    private let stateCount: Int
    @exclusivity(unchecked) var gamma = 0.0
    @exclusivity(unchecked) private var factoredGamma = 0.0

    init(_ factors: StepFactors, stateCount: Int) {
        self.factors = factors
        self.stateCount = stateCount
    }

    func forget() { factors.forget() }

    func factor() -> Bool {
        factoredGamma = gamma
        return factors.factor(step: gamma)
    }

    func solve(_ right: UnsafePointer<Double>, into solution: UnsafeMutablePointer<Double>) -> Bool {
        let scale = 1 / factoredGamma
        for index in 0..<stateCount { solution[index] = scale * right[index] }
        return factors.solve(solution)
    }
}
