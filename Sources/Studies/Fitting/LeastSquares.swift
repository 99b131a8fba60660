import Foundation

// Goals, in order: the same answer every time; no evaluation wasted, since each is a set of simulations; bounds kept.
// Trust-region dogleg steps lost: for the few parameters of a fit damping converges as well with less code. Geodesic
// acceleration lost: noise of the solver's tolerance spoils second differences.

/// Residuals that depend on a few variables.
protocol LeastSquaresProblem {
    var variables: [LeastSquares.Variable] { get }
    /// For several points at once, so that they can be computed together; `nil` for a point that cannot be evaluated.
    func residuals(_ points: [[Double]]) throws -> [[Double]?]
    /// Of the residuals at a point by each variable; `nil` for a variable that differences are to be taken of.
    func derivatives(_ point: [Double]) throws -> [[Double]?]
}

/// Levenberg–Marquardt for residuals that are expensive and slightly noisy.
public struct LeastSquares: Sendable {
    /// What may be adjusted, in the solver's own coordinate (a logarithm, say).
    public struct Variable: Sendable {
        public var start: Double
        public var range: ClosedRange<Double>
        /// Step of finite differences; well above the noise of the residuals.
        public var difference: Double
        /// Whether it stays where it starts.
        public var isHeld = false
        public init(start: Double, range: ClosedRange<Double>, difference: Double = 1e-3) {
            self.start = start
            self.range = range
            self.difference = difference
        }
    }

    /// Where the search ended.
    public struct Solution: Sendable {
        public var values: [Double]
        public var residuals: [Double]
        /// Half the sum of squares.
        public var cost: Double
        public var initialCost: Double
        public var iterationCount: Int
        /// Whether a test of convergence ended it, and not the limit of iterations.
        public var isConverged: Bool
        /// Jacobian at the end `[residualIndex][variableIndex]`.
        public var jacobian: [[Double]]
    }

    public var maximumIterations = 40
    /// Ends when a step lowers the cost by less than this part of it.
    public var costTolerance = 1e-6
    /// Ends when no variable moves by more than this.
    public var stepTolerance = 1e-5

    public init() {}

    /// Minimises half the sum of squared residuals, derivatives taken by differences.
    ///
    /// - Returns: as the next.
    public func minimum(
        of variables: [Variable], residuals: (_ points: [[Double]]) throws -> [[Double]?]
    ) rethrows -> Solution? {
        try minimum(of: variables, residuals: residuals, derivatives: { $0.map { _ in nil } })
    }

    /// Minimises half the sum of a problem's squared residuals from a point, with some variables held.
    ///
    /// - Returns: as the next.
    func minimum(
        of problem: some LeastSquaresProblem, from start: [Double], holding held: Set<Int> = []
    ) throws -> Solution? {
        var variables = problem.variables
        for index in variables.indices {
            variables[index].start = start[index]
            if held.contains(index) { variables[index].isHeld = true }
        }
        return try minimum(
            of: variables, residuals: problem.residuals, derivatives: problem.derivatives)
    }

    /// Minimises half the sum of squared residuals.
    ///
    /// - Parameters:
    ///   - variables: where to start and how far each may go.
    ///   - residuals: for several points at once, so that they can be computed together; `nil` for a point that
    ///     cannot be evaluated, which is then avoided.
    ///   - derivatives: of the residuals at a point by each variable, where they are known; `nil` for a variable that
    ///     differences are taken of.
    /// - Returns: `nil` where the start itself, or a point next to it, cannot be evaluated.
    public func minimum(
        of variables: [Variable], residuals: (_ points: [[Double]]) throws -> [[Double]?],
        derivatives: (_ point: [Double]) throws -> [[Double]?]
    ) rethrows -> Solution? {
        var point = variables.map { min(max($0.start, $0.range.lowerBound), $0.range.upperBound) }
        guard let first = try residuals([point])[0], Self.isFinite(first) else { return nil }
        var current = first
        var solution = Solution(
            values: point, residuals: first, cost: Self.cost(first), initialCost: Self.cost(first), iterationCount: 0,
            isConverged: variables.isEmpty, jacobian: [])
        var damping = 1e-2
        while solution.iterationCount < maximumIterations, !solution.isConverged {
            guard let jacobian = try jacobian(variables, point, current, residuals, try derivatives(point)) else {
                return solution.iterationCount == 0 ? nil : solution
            }
            solution.jacobian = jacobian
            solution.iterationCount += 1
            var isAccepted = false
            for _ in 0..<8 {
                guard let trial = Self.step(jacobian, current, damping: damping, from: point, variables) else { break }
                let movement = zip(trial, point).map { abs($0 - $1) }.max() ?? 0
                if movement < stepTolerance {
                    solution.isConverged = true
                    break
                }
                let found = try residuals([trial])[0]
                if let found, Self.isFinite(found), Self.cost(found) < solution.cost {
                    let gain = solution.cost - Self.cost(found)
                    (point, current) = (trial, found)
                    (solution.values, solution.residuals) = (trial, found)
                    solution.isConverged = gain < costTolerance * solution.cost
                    solution.cost = Self.cost(found)
                    damping = max(damping / 5, 1e-9)
                    isAccepted = true
                    break
                }
                damping *= 6
            }
            // Eight refused steps, ever shorter: no way down is left that the noise would let us see.
            if !isAccepted { solution.isConverged = true }
        }
        return solution
    }

    func jacobian(
        _ variables: [Variable], _ point: [Double], _ current: [Double],
        _ residuals: ([[Double]]) throws -> [[Double]?], _ known: [[Double]?]
    ) rethrows -> [[Double]]? {
        // Differences point inwards at an upper bound.
        let steps = zip(variables, point).map {
            $1 + $0.difference <= $0.range.upperBound ? $0.difference : -$0.difference
        }
        let unknown = point.indices.filter { known[$0] == nil }
        let points = unknown.map { index in
            var moved = point
            moved[index] += steps[index]
            return moved
        }
        var columns = known.map { $0 ?? [] }
        for (index, found) in zip(unknown, points.isEmpty ? [] : try residuals(points)) {
            guard let found, Self.isFinite(found) else { return nil }
            columns[index] = zip(found, current).map { ($0 - $1) / steps[index] }
        }
        return current.indices.map { row in columns.map { $0[row] } }
    }

    /// The damped Gauss–Newton step, cut at the bounds.
    private static func step(
        _ jacobian: [[Double]], _ residuals: [Double], damping: Double, from point: [Double], _ variables: [Variable]
    ) -> [Double]? {
        let count = point.count
        let gradient = (0..<count).map { j in zip(jacobian, residuals).reduce(0) { $0 + $1.0[j] * $1.1 } }
        // A variable at a bound that the descent pushes outwards takes no part, or it would spoil the others' steps.
        let free = (0..<count).filter { j in
            !(variables[j].isHeld || point[j] <= variables[j].range.lowerBound && gradient[j] > 0
                || point[j] >= variables[j].range.upperBound && gradient[j] < 0)
        }
        var normal = free.map { i in free.map { j in jacobian.reduce(0) { $0 + $1[i] * $1[j] } } }
        let largest = normal.indices.map { normal[$0][$0] }.max() ?? 0
        guard largest > 0 else { return nil }
        for i in normal.indices { normal[i][i] += damping * max(normal[i][i], 1e-9 * largest) }
        guard let solved = CholeskyFactor(normal)?.solve(free.map { -gradient[$0] }) else { return nil }
        var trial = point
        for (index, change) in zip(free, solved) {
            trial[index] = min(
                max(point[index] + change, variables[index].range.lowerBound), variables[index].range.upperBound)
        }
        return trial
    }

    /// JᵀJ `[variableIndex][variableIndex]`.
    static func information(_ jacobian: [[Double]], count: Int) -> [[Double]] {
        (0..<count).map { i in (0..<count).map { j in jacobian.reduce(0) { $0 + $1[i] * $1[j] } } }
    }

    static func cost(_ residuals: [Double]) -> Double { residuals.reduce(0) { $0 + $1 * $1 } / 2 }
    static func isFinite(_ residuals: [Double]) -> Bool { residuals.allSatisfy(\.isFinite) }
}
