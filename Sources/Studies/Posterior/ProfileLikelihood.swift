import Foundation

// Goals, in order: the right class of each unknown; few runs of the model, all paths in one batch a round. A fresh gradient a point
// lost: it costs as much as two rounds of all paths. Missed corrections make a rise too high, never too low.

/// How the best fit worsens as one unknown is held away from where the fit left it, the others free: whether the studies tell it.
///
/// Each path walks outwards from the fit, corrects the others by Gauss–Newton steps with a Jacobian kept up by secants (Broyden), and ends
/// where the worsening passes the 95 % point, at the end of the range, or after ``pointCount`` points.
///
/// - Source: Raue et al. 2009, "Structural and practical identifiability analysis", doi:10.1093/bioinformatics/btp358.
public struct ProfileLikelihood: Sendable {
    /// What the studies tell of an unknown.
    public enum Class: String, Codable, Sendable, CaseIterable {
        /// Bounded to both sides.
        case identifiable
        /// The fit worsens, but to one side or both not enough within the range.
        case practicallyNot = "practically not identifiable"
        /// The fit does not worsen at all: nothing, or others in its stead, makes up for it.
        case structurallyNot = "structurally not identifiable"
    }

    /// A point of a profile: value in the fit's coordinate, and twice the cost above the least.
    public struct Point: Codable, Sendable {
        public var coordinate: Double
        public var rise: Double
    }

    /// The χ² quantile for one degree of freedom at 95 %.
    public static let threshold = 3.841458820694124
    /// A rise below this is none: what solver noise makes.
    public static let flat = 0.02

    /// Points of a side at most.
    public var pointCount = 7
    /// Steps of correction a point at most.
    public var correctionCount = 5
    public var progress: @Sendable (_ round: Int, _ openPathCount: Int) -> Void = { _, _ in }

    public init() {}

    private struct Path {
        let variable: Int
        let sign: Double
        var point: [Double]
        var residuals: [Double]
        var jacobian: [[Double]]
        var step: Double
        var correctionsLeft = 0
        var points: [Point] = []
        var reachedEnd = false
        var isOpen = true
    }

    /// Profiles of some variables, points ascending by coordinate, the fit itself among them.
    ///
    /// - Parameters:
    ///   - variables: indices; each is held on its own paths.
    ///   - mode: where the cost is least.
    func profiles(
        _ problem: some LeastSquaresProblem, of variables: [Int], mode: [Double], residuals: [Double],
        jacobian: [[Double]]
    ) throws -> [[Point]] {
        let least = LeastSquares.cost(residuals)
        let ranges = problem.variables.map(\.range)
        var information = LeastSquares.information(jacobian, count: mode.count)
        for index in mode.indices { information[index][index] += 1e-6 }
        let curvature = CholeskyFactor(information)
        let deviations = curvature?.inverseDiagonal.map { $0.squareRoot() } ?? mode.map { _ in 1 }
        var paths = variables.flatMap { variable in
            [-1.0, 1].map { sign in
                let span = ranges[variable].upperBound - ranges[variable].lowerBound
                return Path(
                    variable: variable, sign: sign, point: mode, residuals: residuals, jacobian: jacobian,
                    step: min(0.7 * deviations[variable], span / 6))
            }
        }
        var round = 0
        while paths.contains(where: \.isOpen) {
            let open = paths.indices.filter { paths[$0].isOpen }
            progress(round, open.count)
            round += 1
            let trials = open.map { trial(paths[$0], ranges) }
            let found = try problem.residuals(trials)
            for ((index, trial), residuals) in zip(zip(open, trials), found) {
                advance(&paths[index], to: trial, residuals, least: least, ranges)
            }
        }
        return variables.indices.map { position in
            let below = paths[2 * position].points.reversed()
            let above = paths[2 * position + 1].points
            return below + [Point(coordinate: mode[variables[position]], rise: 0)] + above
        }
    }

    /// The next point of a path: further out, or the same place with the others corrected.
    private func trial(_ path: Path, _ ranges: [ClosedRange<Double>]) -> [Double] {
        var point = path.point
        if path.correctionsLeft == 0 {
            let range = ranges[path.variable]
            point[path.variable] = min(
                max(point[path.variable] + path.sign * path.step, range.lowerBound), range.upperBound)
        }
        let moved = point[path.variable] - path.point[path.variable]
        // Residuals after the move, on the tangent; the others answer to them.
        let expected = zip(path.residuals, path.jacobian).map { $0 + $1[path.variable] * moved }
        let free = point.indices.filter { index in
            guard index != path.variable else { return false }
            let gradient = zip(path.jacobian, expected).reduce(0) { $0 + $1.0[index] * $1.1 }
            return
                !(point[index] <= ranges[index].lowerBound && gradient > 0
                || point[index] >= ranges[index].upperBound && gradient < 0)
        }
        let gradient = free.map { j in zip(path.jacobian, expected).reduce(0) { $0 + $1.0[j] * $1.1 } }
        var normal = free.map { i in free.map { j in path.jacobian.reduce(0) { $0 + $1[i] * $1[j] } } }
        let largest = normal.indices.map { normal[$0][$0] }.max() ?? 0
        for i in normal.indices { normal[i][i] += 1e-6 * max(largest, 1e-12) }
        guard let change = CholeskyFactor(normal)?.solve(gradient.map { -$0 }) else { return point }
        for (index, change) in zip(free, change) {
            // A tangent is not believed further than a factor of three.
            let limited = min(max(change, -1), 1)
            point[index] = min(max(point[index] + limited, ranges[index].lowerBound), ranges[index].upperBound)
        }
        return point
    }

    private func advance(
        _ path: inout Path, to trial: [Double], _ found: [Double]?, least: Double, _ ranges: [ClosedRange<Double>]
    ) {
        let isCorrection = path.correctionsLeft > 0
        guard let found, LeastSquares.isFinite(found) else {
            if isCorrection { close(&path, least) } else { path.step /= 2 }
            if path.step < 1e-3 { path.isOpen = false }
            return
        }
        let change = zip(trial, path.point).map { $0 - $1 }
        let length = change.reduce(0) { $0 + $1 * $1 }
        if length > 0 {
            for row in found.indices {
                let expected = zip(path.jacobian[row], change).reduce(0) { $0 + $1.0 * $1.1 }
                let error = (found[row] - path.residuals[row] - expected) / length
                for column in change.indices { path.jacobian[row][column] += error * change[column] }
            }
        }
        let before = LeastSquares.cost(path.residuals)
        let after = LeastSquares.cost(found)
        if isCorrection {
            path.correctionsLeft -= 1
            if after < before { (path.point, path.residuals) = (trial, found) }
            if path.correctionsLeft == 0 || before - after < 0.02 { close(&path, least) }
        } else {
            (path.point, path.residuals) = (trial, found)
            path.correctionsLeft = correctionCount
            let range = ranges[path.variable]
            path.reachedEnd = trial[path.variable] <= range.lowerBound || trial[path.variable] >= range.upperBound
        }
    }

    /// Ends a point, and the path where it has come far enough.
    private func close(_ path: inout Path, _ least: Double) {
        path.correctionsLeft = 0
        let rise = 2 * (LeastSquares.cost(path.residuals) - least)
        let gained = rise - (path.points.last?.rise ?? 0)
        path.points.append(Point(coordinate: path.point[path.variable], rise: rise))
        if gained < Self.threshold / 6 { path.step *= 2 }
        if rise > Self.threshold || path.reachedEnd || path.points.count >= pointCount { path.isOpen = false }
    }

    /// What a profile says.
    static func classify(_ points: [Point]) -> Class {
        guard let least = points.firstIndex(where: { $0.rise == 0 }) else { return .identifiable }
        let below = points.prefix(upTo: least).map(\.rise)
        let above = points.suffix(from: least).map(\.rise)
        if points.allSatisfy({ $0.rise < flat }) { return .structurallyNot }
        let isBounded = (below.max() ?? 0) > threshold && (above.max() ?? 0) > threshold
        return isBounded ? .identifiable : .practicallyNot
    }

    /// Ends of the 95 % interval, between points on a straight line; `nil` to a side that has none.
    static func interval(_ points: [Point]) -> (lower: Double?, upper: Double?) {
        func crossing(_ side: [Point]) -> Double? {
            for (inner, outer) in zip(side, side.dropFirst()) where inner.rise <= threshold && outer.rise > threshold {
                // Rises grow with the square of the distance, so their roots are on a line.
                let (near, far) = (inner.rise.squareRoot(), outer.rise.squareRoot())
                return inner.coordinate + (outer.coordinate - inner.coordinate) * (threshold.squareRoot() - near)
                    / (far - near)
            }
            return nil
        }
        guard let least = points.firstIndex(where: { $0.rise == 0 }) else { return (nil, nil) }
        return (crossing(points.prefix(through: least).reversed()), crossing(Array(points.suffix(from: least))))
    }
}
