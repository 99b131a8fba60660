import Modeling

/// Refuses steps into values that make no sense.
///
/// Below zero a rate law may have other solutions, beyond its pole, that attract: a long step lands there with a small error
/// estimate, and every number after it is wrong.
struct NonNegativity {
    /// A state may be below zero by this many of its tolerances, as rounding and small errors make it; 10.
    private static let allowance = 10.0

    private let states: [Int]
    private let relativeTolerance: Double
    private let absoluteTolerances: [Double]

    init(_ layout: KernelLayout, relativeTolerance: Double, absoluteTolerances: [Double]) {
        states = layout.states.indices.filter { layout.states[$0].isNonNegative }
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerances = absoluteTolerances
    }

    /// Whether a step takes a state that is declared non-negative below zero.
    ///
    /// - Parameters:
    ///   - base: states before the step, `stride` apart.
    ///   - next: states after it.
    func isViolated(
        from base: UnsafePointer<Double>, to next: UnsafePointer<Double>, stride: Int = 1, lane: Int = 0
    ) -> Bool {
        for state in states {
            let place = stride * state + lane
            guard next[place] < 0 else { continue }
            let tolerance = relativeTolerance * abs(base[place]) + absoluteTolerances[state]
            if next[place] < -Self.allowance * tolerance { return true }
        }
        return false
    }
}
