/// Elimination of I/(hγ) − ∂f/∂y by code made for one plan, for all lanes of a kernel at once.
///
/// Every array is laid out lane-fastest. Used from any thread; all memory is the caller's.
public protocol KernelElimination: Sendable {
    var plan: EliminationPlan { get }

    /// Assembles the matrix and factors it; pivots are left as reciprocals.
    ///
    /// - Parameters:
    ///   - jacobian: [nonZeroCount × laneCount], in the order of `KernelLayout.jacobianPattern`.
    ///   - step: h [laneCount].
    ///   - gamma: γ.
    ///   - values: the factors [`plan.valueCount` × laneCount], for `solve`.
    ///   - faults: [laneCount], 1 where a pivot has lost its digits or is no number, else 0.
    func factor(
        jacobian: UnsafePointer<Double>, step: UnsafePointer<Double>, gamma: Double,
        into values: UnsafeMutablePointer<Double>, faults: UnsafeMutablePointer<Double>)

    /// Replaces right-hand sides [stateCount × laneCount] by solutions.
    func solve(_ values: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>)
}
