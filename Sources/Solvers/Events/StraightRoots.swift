// A condition on time alone changes when it must, so its instant is computed and stepped to, as a dose is: a step over it
// has to be searched, and one across a jump of the rates is mostly taken in vain.

import Modeling

/// Foretells the next change of a root that moves in a straight line between sudden changes.
final class StraightRoots {
    private let system: SubjectSystem
    private let indices: [Int]
    private let end: Double
    private let values: UnsafeMutablePointer<Double>

    /// First instant at which the next root has changed, ∞ if none will; in the past while nobody has looked ahead [model time].
    @exclusivity(unchecked) private(set) var change = -Double.infinity
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
    func forget() { (change, stop) = (-.infinity, .infinity) }

    /// Looks ahead from an instant; where a change is too near to step to, none is foretold and it will be searched for.
    ///
    /// - Parameters:
    ///   - roots: at `time` [rootCount].
    ///   - state: any; straight roots do not read it [stateCount].
    func foretell(from time: Double, _ roots: UnsafePointer<Double>, _ state: UnsafePointer<Double>) {
        (change, stop) = (.infinity, .infinity)
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
        guard place - time > margin, end - place > margin else { return forget() }
        for roundings in [2.0, 32] {
            let before = place - roundings * place.ulp
            system.evaluate(.roots, before, state, into: values)
            guard values[root].signum == roots[root].signum else { continue }
            (change, stop) = (place, before)
            return
        }
        forget()
    }
}
