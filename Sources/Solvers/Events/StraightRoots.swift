// A condition on time alone changes when it must, so its instant is computed and stepped to, as a dose is. To step over it
// and search cost a third of a run with three such doses, and steps across a jump of the rates are mostly rejected.

import Modeling

/// Foretells the next change of a root that moves in a straight line between sudden changes.
final class StraightRoots {
    private let system: SubjectSystem
    private let indices: [Int]
    private let end: Double
    private let values: UnsafeMutablePointer<Double>

    /// Whether to look ahead again would tell nothing new.
    @exclusivity(unchecked) private(set) var isKnown = false
    /// First instant at which the next root has changed [model time].
    @exclusivity(unchecked) private(set) var change = Double.infinity
    /// An instant just before it, where the rates are still what they were [model time]; ∞ where none is foretold.
    @exclusivity(unchecked) private(set) var stop = Double.infinity

    /// - Parameter end: of the course; later changes do not matter [model time].
    init(system: SubjectSystem, until end: Double) {
        self.system = system
        self.end = end
        // Other roots may look into the past, which nobody knows at later times.
        let roots = system.layout.usesHistory ? [] : system.layout.roots
        indices = roots.indices.filter { roots[$0] == .straight }
        values = .zeroed(system.layout.resultCount(of: .roots))
    }

    deinit { values.deallocate() }

    /// What was foretold no longer holds.
    func forget() {
        (change, stop) = (.infinity, .infinity)
        isKnown = false
    }

    /// Looks ahead from an instant; where a change is too near to step to, none is foretold and it will be searched for.
    ///
    /// - Parameters:
    ///   - roots: at `time` [rootCount].
    ///   - state: any; straight roots do not read it [stateCount].
    func foretell(from time: Double, _ roots: UnsafePointer<Double>, _ state: UnsafePointer<Double>) {
        forget()
        isKnown = true
        guard !indices.isEmpty, end > time else { return }
        system.evaluate(.roots, end, state, into: values)
        var first: (root: Int, time: Double, slope: Double)?
        for root in indices where roots[root] != 0 && roots[root].signum != values[root].signum {
            let slope = (values[root] - roots[root]) / (end - time)
            let place = time - roots[root] / slope
            if place < first?.time ?? .infinity { first = (root, place, slope) }
        }
        guard let (root, estimate, slope) = first else { return }
        // So near to its zero the root is exact, where it is a difference of two times.
        system.evaluate(.roots, estimate, state, into: values)
        let place = (estimate - values[root] / slope).shortened(within: 16)
        let margin = 1e4 * max(time.ulp, end.ulp)
        guard place - time > margin, end - place > margin else { return isKnown = false }
        for roundings in [2.0, 32] {
            let before = place - roundings * place.ulp
            system.evaluate(.roots, before, state, into: values)
            guard values[root].signum == roots[root].signum else { continue }
            (change, stop) = (place, before)
            return
        }
        isKnown = false
    }
}

extension Double {
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
