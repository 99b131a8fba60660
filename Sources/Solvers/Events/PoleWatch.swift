// Goals, in order: a solution that a pole repels is not carried across it by one long step; no cost for models without
// such quotients. Error tests do not see a pole that lies between two steps: both ends look smooth.

/// Notices quotients that went through infinity within a step: the denominator changed sign, the numerator did not.
///
/// Where both change sign together, as in x ÷ (1 − exp(−x)), nothing became infinite.
final class PoleWatch {
    private let system: SubjectSystem
    private let rootCount: Int
    private let poleCount: Int
    private let left: UnsafeMutablePointer<Double>
    private let right: UnsafeMutablePointer<Double>
    private let state: UnsafeMutablePointer<Double>

    init(system: SubjectSystem) {
        self.system = system
        rootCount = system.layout.rootCount
        // A step that `delay` has looked into cannot be taken back.
        poleCount = system.layout.usesHistory ? 0 : system.layout.poleCount
        left = .zeroed(system.layout.resultCount(of: .roots))
        right = .zeroed(system.layout.resultCount(of: .roots))
        state = .zeroed(system.stateCount)
    }

    deinit { for memory in [left, right, state] { memory.deallocate() } }

    var isNeeded: Bool { poleCount > 0 }

    /// Looks from here on.
    func begin(at time: Double, _ state: UnsafePointer<Double>) {
        if isNeeded { system.evaluate(.roots, time, state, into: left) }
    }

    /// Whether the step went over a pole.
    func isCrossed(by step: some DenseOutput) -> Bool {
        step.interpolate(at: step.stepEnd, into: state)
        system.evaluate(.roots, step.stepEnd, state, into: right)
        for index in 0..<poleCount {
            let place = rootCount + 2 * index
            if left[place + 1] * right[place + 1] < 0, left[place] * right[place] > 0 { return true }
        }
        return false
    }

    /// Takes the step that was last looked at as it is.
    func accept() { left.update(from: right, count: rootCount + 2 * poleCount) }
}
