// Goals, in order: miss no change that lasts a hundredth of the span; times that do not depend on the output grid; few
// evaluations. One locator for every integrator, on dense output: SUNDIALS' own sees only signs, fails on functions that
// stay zero, and would have to be written again for other methods.

import Modeling

/// Finds the first discontinuity within a step: a root that changes sign or a trigger that changes truth.
final class RootLocator {
    private let system: SubjectSystem
    private let rootCount: Int
    private let eventCount: Int
    /// Widths are this many roundings of time.
    private let tolerance: Double
    private let samples: RootSamples
    private let straight: StraightRoots
    private let left: UnsafeMutablePointer<Double>
    private let right: UnsafeMutablePointer<Double>
    private let middle: UnsafeMutablePointer<Double>
    private let truths: UnsafeMutablePointer<Double>
    private let state: UnsafeMutablePointer<Double>
    @exclusivity(unchecked) private var leftTime = 0.0

    /// - Parameters:
    ///   - tolerance: width of a located change [roundings of time].
    ///   - shortest: time within which changes to and fro may be missed [model time].
    ///   - end: of the course [model time].
    init(system: SubjectSystem, tolerance: Double, shortest: Double, until end: Double) {
        self.system = system
        self.tolerance = tolerance
        samples = RootSamples(system: system, shortest: shortest)
        straight = StraightRoots(system: system, until: end)
        rootCount = system.layout.rootCount
        eventCount = system.layout.events.count
        let resultCount = system.layout.resultCount(of: .roots)
        left = .zeroed(resultCount)
        right = .zeroed(resultCount)
        middle = .zeroed(resultCount)
        truths = .zeroed(eventCount)
        state = .zeroed(system.stateCount)
    }

    deinit { for memory in [left, right, middle, truths, state] { memory.deallocate() } }

    var isNeeded: Bool { rootCount > 0 || eventCount > 0 }
    /// Just before the next change that time alone brings [model time]; ∞ where none is foretold.
    var stop: Double { straight.stop }
    /// The first instant at which that has happened [model time].
    var foretoldChange: Double { straight.change }

    /// Evaluates everything it looks at, so that the past notes what is asked of it.
    func evaluate(at time: Double, _ state: UnsafePointer<Double>) {
        if rootCount > 0 { system.evaluate(.roots, time, state, into: left) }
        if eventCount > 0 { system.evaluate(.triggers, time, state, into: truths) }
    }

    /// Looks from here on: call after each restart.
    func begin(at time: Double, _ state: UnsafePointer<Double>) {
        straight.forget()
        goOn(at: time, state)
    }

    /// Looks from here on: call after each instant that was looked at and changed nothing.
    func goOn(at time: Double, _ state: UnsafePointer<Double>) {
        leftTime = time
        guard rootCount > 0 else { return }
        system.evaluate(.roots, time, state, into: left)
        if straight.change <= time { straight.foretell(from: time, left, state) }
    }

    /// Time of the first change after the last `begin` and at or before the step's end; `nil` if there is none,
    /// and then the next search starts at the step's end.
    func firstChange(in step: some DenseOutput, triggers: UnsafePointer<Double>) -> Double? {
        guard step.stepEnd > leftTime else { return nil }
        for instant in samples.instants(from: leftTime, left, in: step) {
            if let change = firstChange(upTo: instant, step, triggers) { return change }
        }
        return firstChange(upTo: step.stepEnd, step, triggers)
    }

    private func firstChange(
        upTo place: Double, _ step: some DenseOutput, _ triggers: UnsafePointer<Double>
    ) -> Double? {
        var high = place
        guard hasChanged(at: high, step, triggers, into: right) else {
            leftTime = high
            swapRight()
            return nil
        }
        var low = leftTime
        let width = tolerance * max(abs(low), abs(high)).ulp
        /// Looks within the bracket and closes it from one side; whether the change lies before.
        func tighten(at place: Double) -> Bool {
            let place = min(max(place, low + 0.5 * width), high - 0.5 * width)
            let isAfter = hasChanged(at: place, step, triggers, into: middle)
            if isAfter {
                high = place
                right.update(from: middle, count: rootCount)
            } else {
                low = place
                keepLeft()
            }
            return isAfter
        }
        var useBisection = false
        var isFirst = true
        while high - low > width {
            let size = high - low
            var probe = low + 0.5 * size
            var isSecant = false
            if !useBisection, let fraction = secantFraction() { (probe, isSecant) = (low + fraction * size, true) }
            // Strict inequalities turn true right after a root that was zero on the left.
            if isFirst, hasZeroOnLeft { (probe, isSecant) = (low + width, false) }
            isFirst = false
            let isAfter = tighten(at: probe)
            // A straight line meets a root of time at once, but closes the bracket from one side only.
            if isSecant, high - low > 4 * width { _ = tighten(at: isAfter ? high - width : low + width) }
            useBisection = high - low > 0.5 * size
        }
        return rounded(low: low, high: high, width: width, step, triggers)
    }

    /// A short decimal within the bracket, where the change has already happened there: `time >= 3` is true at 3.
    private func rounded(
        low: Double, high: Double, width: Double, _ step: some DenseOutput, _ triggers: UnsafePointer<Double>
    ) -> Double {
        let short = high.shortened(within: 2 * width / high.ulp)
        guard short != high, short > leftTime, short <= step.stepEnd,
            hasChanged(at: short, step, triggers, into: middle)
        else { return high }
        return short
    }

    private func hasChanged(
        at time: Double, _ step: some DenseOutput, _ triggers: UnsafePointer<Double>,
        into roots: UnsafeMutablePointer<Double>
    ) -> Bool {
        step.interpolate(at: time, into: state)
        return hasChanged(at: time, state, triggers: triggers, into: roots)
    }

    /// Whether a root or a trigger has changed since the last `begin` or search, at any time and state.
    func hasChanged(at time: Double, _ state: UnsafePointer<Double>, triggers: UnsafePointer<Double>) -> Bool {
        hasChanged(at: time, state, triggers: triggers, into: middle)
    }

    private func hasChanged(
        at time: Double, _ state: UnsafePointer<Double>, triggers: UnsafePointer<Double>,
        into roots: UnsafeMutablePointer<Double>
    ) -> Bool {
        var hasChanged = false
        var mayTriggersChange = !system.layout.triggersFollowRoots
        if rootCount > 0 {
            system.evaluate(.roots, time, state, into: roots)
            for index in 0..<rootCount where left[index].signum != roots[index].signum {
                mayTriggersChange = true
                // A root that is zero on the left has been dealt with; it counts again once it has left zero.
                if left[index] != 0 { hasChanged = true }
            }
        }
        if eventCount > 0, mayTriggersChange {
            system.evaluate(.triggers, time, state, into: truths)
            for index in 0..<eventCount where (truths[index] != 0) != (triggers[index] != 0) { hasChanged = true }
        }
        return hasChanged
    }

    /// Where the first changing root would be zero on straight lines; `nil` if only triggers change.
    private func secantFraction() -> Double? {
        var first: Double?
        for index in 0..<rootCount where left[index] != 0 && left[index].signum != right[index].signum {
            let fraction = left[index] / (left[index] - right[index])
            if fraction.isFinite, fraction < first ?? .infinity { first = fraction }
        }
        return first
    }

    private var hasZeroOnLeft: Bool { (0..<rootCount).contains { left[$0] == 0 && right[$0] != 0 } }

    private func keepLeft() {
        for index in 0..<rootCount where left[index] != 0 { left[index] = middle[index] }
    }

    private func swapRight() { left.update(from: right, count: rootCount) }
}

extension Double {
    /// −1, 0 or 1; 0 for NaN.
    var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }

    /// The nearest number of 14 digits, where it is not more than some roundings away.
    func shortened(within roundings: Double) -> Double {
        guard self != 0, isFinite else { return self }
        let scale = pow10(13 - exponent10(self))
        let short = (self * scale).rounded() / scale
        return abs(short - self) <= roundings * ulp ? short : self
    }
}

/// Decimal exponent of the first digit.
private func exponent10(_ value: Double) -> Int {
    var exponent = 0
    var size = abs(value)
    while size >= 10, exponent < 300 {
        size /= 10
        exponent += 1
    }
    while size < 1, exponent > -300 {
        size *= 10
        exponent -= 1
    }
    return exponent
}

private func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
}
