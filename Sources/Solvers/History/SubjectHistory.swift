// Goals, in order: the past exactly as it was reported; the right side of every jump; little memory. SUNDIALS' own
// polynomials lost: they end with the step. Hermite cubics lost: fourth order is coarser than Adams steps allow.

import Modeling

/// The past of one subject: every step as a polynomial through eight intervals of its dense output, and each jump.
///
/// Only states that some `delay` reads are kept: 9 numbers a state and step.
final class SubjectHistory: History {
    private struct Step {
        /// Span of the polynomial [model time].
        let start: Double
        let end: Double
        /// Where it still holds: an event may cut a step short.
        var limit: Double
        /// [nodeCount × kept state count].
        var values: [Double]
    }

    /// Chebyshev points of the second kind from −1 to 1, with their barycentric weights.
    ///
    /// - Source: Berrut & Trefethen 2004, doi:10.1137/S0036144502417715, equation 5.4.
    private static let nodes = (0...8).map { -cosine(Double($0) / 8) }
    private static let weights = (0...8).map { ($0 % 2 == 0 ? 1.0 : -1.0) * ($0 == 0 || $0 == 8 ? 0.5 : 1) }

    /// Indices of the states that are kept, ascending.
    private let kept: [Int]
    private let start: Double
    private let initial: [Double]
    private var steps: [Step] = []
    /// Where the next step begins, after everything at that time.
    private var latestTime: Double
    private var latest: [Double]
    /// Parameters since each time at which one was changed, ascending.
    private var parameterSpans: [(since: Double, values: [Double])]
    private let scratch: UnsafeMutablePointer<Double>

    /// Time up to which the present step goes: a jump that far back is seen from before it, so that the step stays smooth.
    var approachedStop = Double.infinity
    /// Intervals asked for since this was last emptied [model time].
    private(set) var notedLags: Set<Double> = []

    init(layout: KernelLayout, at time: Double, _ state: UnsafePointer<Double>, parameters: UnsafePointer<Double>) {
        kept = layout.laggedStates
        start = time
        initial = layout.laggedStates.map { state[$0] }
        latestTime = time
        latest = initial
        let values = UnsafeBufferPointer(start: parameters, count: layout.parameters.count)
        parameterSpans = [(-.infinity, Array(values))]
        scratch = .zeroed(layout.states.count)
    }

    deinit { scratch.deallocate() }

    func forgetLags() { notedLags.removeAll(keepingCapacity: true) }

    /// Keeps the step just taken.
    func append(_ step: some DenseOutput) {
        guard step.stepEnd > step.stepStart, !kept.isEmpty else { return }
        var values: [Double] = []
        values.reserveCapacity(Self.nodes.count * kept.count)
        for node in Self.nodes {
            let time = step.stepStart + (step.stepEnd - step.stepStart) * (0.5 + 0.5 * node)
            step.interpolate(at: min(max(time, step.stepStart), step.stepEnd), into: scratch)
            for index in kept { values.append(scratch[index]) }
        }
        steps.append(Step(start: step.stepStart, end: step.stepEnd, limit: step.stepEnd, values: values))
        latestTime = step.stepEnd
        latest = Array(values.suffix(kept.count))
    }

    /// Forgets what lies beyond `time` and goes on from these values.
    func restart(at time: Double, _ state: UnsafePointer<Double>, parameters: UnsafePointer<Double>) {
        while let last = steps.last, last.start >= time { steps.removeLast() }
        if let last = steps.last, last.limit > time { steps[steps.count - 1].limit = time }
        latestTime = time
        latest = kept.map { state[$0] }
        let current = UnsafeBufferPointer(start: parameters, count: parameterSpans[0].values.count)
        if !current.elementsEqual(parameterSpans.last!.values) { parameterSpans.append((time, Array(current))) }
    }

    func recall(
        _ interval: Double, before present: Double, _ presentState: UnsafePointer<Double>,
        state: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>
    ) -> Bool {
        notedLags.insert(interval)
        let time = present - interval
        // Differences of times that were added up before are off by roundings.
        let rounding = 8 * max(abs(time), abs(present)).ulp
        let isFromBefore = present >= approachedStop - rounding
        let edge = isFromBefore ? time - rounding : time + rounding
        let isBeforeStart = isFromBefore ? edge <= start : edge < start
        if isBeforeStart {
            write(initial, to: state)
        } else if !kept.isEmpty {
            recallState(time, edge, isFromBefore, present, presentState, into: state)
        }
        let span = parameterSpans.last { isFromBefore ? $0.since < edge : $0.since <= edge } ?? parameterSpans[0]
        for (index, value) in span.values.enumerated() { parameters[index] = value }
        return isBeforeStart
    }

    private func recallState(
        _ time: Double, _ edge: Double, _ isFromBefore: Bool, _ present: Double,
        _ presentState: UnsafePointer<Double>, into state: UnsafeMutablePointer<Double>
    ) {
        // Ends are ascending: the first step that ends after the time, or at it when seen from before.
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if isFromBefore ? steps[middle].limit >= edge : steps[middle].limit > edge {
                high = middle
            } else {
                low = middle + 1
            }
        }
        if low < steps.count { return interpolate(steps[low], at: time, into: state) }
        guard edge > latestTime, present > latestTime else { return write(latest, to: state) }
        // Inside the step being taken: a straight line, since such steps are kept short.
        let share = min((time - latestTime) / (present - latestTime), 1)
        for (place, index) in kept.enumerated() {
            state[index] = latest[place] + share * (presentState[index] - latest[place])
        }
    }

    private func write(_ values: [Double], to state: UnsafeMutablePointer<Double>) {
        for (place, index) in kept.enumerated() { state[index] = values[place] }
    }

    private func interpolate(_ step: Step, at time: Double, into state: UnsafeMutablePointer<Double>) {
        let position = min(max(2 * (time - step.start) / (step.end - step.start) - 1, -1), 1)
        if let node = Self.nodes.firstIndex(of: position) {
            for (place, index) in kept.enumerated() { state[index] = step.values[node * kept.count + place] }
            return
        }
        var total = 0.0
        for index in kept { state[index] = 0 }
        for (node, weight) in Self.weights.enumerated() {
            let factor = weight / (position - Self.nodes[node])
            total += factor
            for (place, index) in kept.enumerated() { state[index] += factor * step.values[node * kept.count + place] }
        }
        for index in kept { state[index] /= total }
    }
}

/// cos(π·x) for eighths, exact at the middle and both ends.
private func cosine(_ halfTurns: Double) -> Double {
    let quarter = [1, 0.92387953251128676, 0.70710678118654752, 0.38268343236508977, 0]
    let eighths = Int((halfTurns * 8).rounded())
    return eighths <= 4 ? quarter[eighths] : -quarter[8 - eighths]
}
