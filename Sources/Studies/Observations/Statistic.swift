import Foundation
import Modeling

/// What a study reports of a time course, in one number.
public enum Statistic: Hashable, Sendable {
    /// A stretch of time [h].
    public struct Window: Hashable, Sendable {
        public var start: Double
        public var end: Double
        public init(start: Double, end: Double) {
            self.start = start
            self.end = end
        }
    }

    /// Highest value within the window.
    case maximum(Window)
    /// Time from the window's start to the highest value within it.
    case timeOfMaximum(Window)
    /// Area under the curve, by the trapezoidal rule.
    case area(Window)
    /// Area ÷ length of the window.
    case mean(Window)
    /// Value at one time [h].
    case value(at: Double)
    /// Value at the end minus value at the start.
    case change(Window)
    /// That change relative to the value at the start.
    case percentChange(Window)
    /// ln 2 ÷ slope of the least-squares line through the logarithms of the values within the window.
    case halfLife(Window)
    /// Share of the population whose value is above a level [output's unit] at a time [h]; 0 or 100 % for one subject.
    case share(above: Double, at: Double)

    /// Whether a difference of two arms is taken between their courses, and not between two numbers.
    var isOfDifferenceCourse: Bool {
        switch self {
        case .maximum, .timeOfMaximum, .halfLife: true
        default: false
        }
    }

    /// Unit of the statistic of an output.
    public func unit(ofOutput unit: Modeling.Unit) -> Modeling.Unit {
        switch self {
        case .maximum, .value, .change, .mean: unit
        case .timeOfMaximum, .halfLife: .hour
        case .area: unit * .hour
        case .percentChange, .share: .percent
        }
    }

    /// Points in a window; a maximum between two of them is off by at most a small part of itself.
    private static let pointCount = 400

    /// Times at which the output must be known [h], ascending.
    public var times: [Double] {
        switch self {
        case .value(let time), .share(_, let time): [time]
        case .change(let window), .percentChange(let window): [window.start, window.end]
        case .maximum(let window), .timeOfMaximum(let window), .area(let window), .mean(let window),
            .halfLife(let window):
            (0...Self.pointCount).map {
                window.start + (window.end - window.start) * Double($0) / Double(Self.pointCount)
            }
        }
    }

    /// The statistic of a time course that has at least the statistic's own times; other times are passed over.
    ///
    /// NaN where it does not exist, such as the half-life of a rising or vanished value.
    /// - Parameters:
    ///   - times: [h], ascending.
    ///   - values: in the output's unit.
    public func evaluate(times: [Double], values: [Double]) -> Double {
        let wanted = Set(self.times)
        let points = zip(times, values).filter { wanted.contains($0.0) }
        guard let first = points.first, let last = points.last else { return .nan }
        switch self {
        case .value: return first.1
        case .share(let level, _): return first.1 > level ? 100 : 0
        case .change: return last.1 - first.1
        case .percentChange: return (last.1 / first.1 - 1) * 100
        case .maximum: return Self.peak(points).value
        case .timeOfMaximum: return Self.peak(points).time - first.0
        case .area: return Self.area(points)
        case .mean: return Self.area(points) / (last.0 - first.0)
        case .halfLife: return Self.halfLife(points)
        }
    }

    /// The first of the highest points, or the top of the parabola through it and its neighbours: a fit needs a time that
    /// does not jump from point to point.
    private static func peak(_ points: [(Double, Double)]) -> (time: Double, value: Double) {
        guard let highest = points.map(\.1).max(), let index = points.firstIndex(where: { $0.1 == highest }) else {
            return (.nan, .nan)
        }
        let place = points[index]
        guard index > 0, index + 1 < points.count else { return place }
        let (before, after) = (points[index - 1], points[index + 1])
        let (left, right) = (place.0 - before.0, after.0 - place.0)
        let (rise, fall) = ((highest - before.1) / left, (highest - after.1) / right)
        // Unequal spacings are left alone: they come of other statistics' times, which `evaluate` passes over.
        guard rise + fall > 0, abs(left - right) < 1e-6 * left else { return place }
        let shift = (rise - fall) / (rise + fall) * left / 2
        return (place.0 + shift, highest + (rise - fall) * shift / 4)
    }

    private static func area(_ points: [(Double, Double)]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1.0 - $1.0.0) * ($1.1.1 + $1.0.1) / 2 }
    }

    private static func halfLife(_ points: [(Double, Double)]) -> Double {
        guard points.allSatisfy({ $0.1 > 0 }) else { return .nan }
        let count = Double(points.count)
        let centre = points.reduce(0) { $0 + $1.0 } / count
        let logs = points.map { log($0.1) }
        let mean = logs.reduce(0, +) / count
        var covariance = 0.0
        var variance = 0.0
        for (point, value) in zip(points, logs) {
            covariance += (point.0 - centre) * (value - mean)
            variance += (point.0 - centre) * (point.0 - centre)
        }
        return covariance < 0 ? -log(2) * variance / covariance : .nan
    }
}
