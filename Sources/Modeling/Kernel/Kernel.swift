/// The past of one subject, for `delay`.
public protocol History: AnyObject {
    /// Writes what was stored an interval before a moment; before the start, what was stored at the start.
    ///
    /// - Parameters:
    ///   - interval: positive [model time].
    ///   - present: moment of the evaluation that asks [model time].
    ///   - presentState: states of that evaluation [stateCount].
    ///   - state: receives those of `KernelLayout.laggedStates` [stateCount].
    ///   - parameters: receives the parameters [parameterCount].
    /// - Returns: whether that time lies before the start.
    func recall(
        _ interval: Double, before present: Double, _ presentState: UnsafePointer<Double>,
        state: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>
    ) -> Bool
}

/// What a kernel can do; whatever is absent is refused by name.
public struct KernelCapabilities: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ∂f/∂y, alone and together with f.
    public static let jacobian = KernelCapabilities(rawValue: 1)
    /// ∂f/∂t.
    public static let timeDerivative = KernelCapabilities(rawValue: 2)
    /// (∂f/∂p)·v.
    public static let parameterDirection = KernelCapabilities(rawValue: 4)
    /// `delay`.
    public static let history = KernelCapabilities(rawValue: 8)
    /// `.linearisation`, `.curvature` and `.derivatives`, where the layout has a `SensitivityLayout`.
    public static let sensitivities = KernelCapabilities(rawValue: 16)
}

/// Evaluates a system of equations M·y′ = f(t, y, p, history), M diagonal of 0 and 1, index 1.
///
/// A kernel is immutable and shared between threads; each thread evaluates through its own workspace.
public protocol Kernel: Sendable {
    /// Name for reports, such as "bytecode, 8 lanes".
    var name: String { get }
    var layout: KernelLayout { get }
    var capabilities: KernelCapabilities { get }
    /// Number of subjects evaluated at once.
    var laneCount: Int { get }
    /// Elimination made for the Jacobian's pattern; `nil` where the solver uses its own.
    var elimination: (any KernelElimination)? { get }
    /// Scratch memory for one thread.
    func makeWorkspace() -> any KernelWorkspace
}

extension Kernel {
    public var elimination: (any KernelElimination)? { nil }
}

/// One thread's evaluations.
///
/// Every array is laid out lane-fastest: `value[index * laneCount + laneIndex]`.
public protocol KernelWorkspace: AnyObject {
    /// Takes the parameters [parameterCount × laneCount]; what depends on them alone is computed here, once.
    /// Call it again after any change.
    func setParameters(_ parameters: UnsafePointer<Double>)

    /// Runs a program at the current parameters.
    ///
    /// Values are never trapped: a division by zero gives ±∞ or NaN, which the solver must look for.
    /// - Parameters:
    ///   - program: what to compute.
    ///   - time: [laneCount], in the model's time unit.
    ///   - state: [stateCount × laneCount].
    ///   - direction: [`layout.directionCount` × laneCount]; by parameter for `.parameterDirection`, by state and then
    ///     time for `.curvature`; others do not read it.
    ///   - history: the past, for `delay`; `nil` has every past state equal to the present one, as at rest.
    ///   - result: [`layout.resultCount(of:)` × laneCount]; overlaps no other argument.
    func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        direction: UnsafePointer<Double>?, history: (any History)?, into result: UnsafeMutablePointer<Double>)
}

extension KernelWorkspace {
    /// Runs a program that needs neither direction nor history.
    @inlinable
    public func evaluate(
        _ program: KernelProgram, time: UnsafePointer<Double>, state: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>
    ) {
        evaluate(program, time: time, state: state, direction: nil, history: nil, into: result)
    }
}
