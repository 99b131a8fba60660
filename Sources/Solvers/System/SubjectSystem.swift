import Modeling

/// One thread's view of a kernel with one lane: evaluations checked and counted, and the Newton matrix put together.
final class SubjectSystem {
    let kernel: any Kernel
    let layout: KernelLayout
    let stateCount: Int
    let pattern: NewtonPattern
    /// Diagonal of M [stateCount], 1 for states that are held.
    private(set) var mass: [Double]
    let isDifferentialAlgebraic: Bool
    /// Current parameters [parameterCount]; call `parametersChanged()` after writing.
    let parameters: UnsafeMutablePointer<Double>
    private let workspace: any KernelWorkspace
    private let hasJacobian: Bool
    /// Latest Jacobian [Jacobian non-zero count].
    private let jacobianValues: UnsafeMutablePointer<Double>
    private let shifted: UnsafeMutablePointer<Double>
    private let differences: UnsafeMutablePointer<Double>
    private let base: UnsafeMutablePointer<Double>

    /// Time at which f is evaluated whatever the integrator says; set while a balance is sought.
    var frozenTime: Double?
    /// States whose derivative is taken as zero; empty when none is held.
    private(set) var heldStates: [Int] = []
    private var isHeld: [Bool]
    private var isHolding = false

    /// The past, where the model has `delay`; set once a course has begun.
    var history: SubjectHistory?

    var rightHandSideCalls = 0
    var jacobianCalls = 0

    init(kernel: any Kernel) {
        self.kernel = kernel
        layout = kernel.layout
        stateCount = layout.states.count
        hasJacobian = kernel.capabilities.contains(.jacobian)
        let jacobian = hasJacobian ? layout.jacobianPattern : NewtonPattern.full(stateCount)
        pattern = NewtonPattern(jacobian: jacobian)
        mass = layout.states.map(\.mass)
        isDifferentialAlgebraic = layout.isDifferentialAlgebraic
        isHeld = Array(repeating: false, count: stateCount)
        workspace = kernel.makeWorkspace()
        parameters = .zeroed(layout.parameters.count)
        jacobianValues = .zeroed(jacobian.nonZeroCount)
        shifted = .zeroed(stateCount)
        differences = .zeroed(stateCount)
        base = .zeroed(stateCount)
    }

    deinit {
        for memory in [parameters, jacobianValues, shifted, differences, base] { memory.deallocate() }
    }

    func parametersChanged() { workspace.setParameters(parameters) }

    /// Holds these states at their values: derivative and Jacobian rows are zero. Call with none to release.
    func hold(_ states: [Int]) {
        heldStates = states
        isHolding = !states.isEmpty
        isHeld = Array(repeating: false, count: stateCount)
        mass = layout.states.map(\.mass)
        for state in states {
            isHeld[state] = true
            mass[state] = 1
        }
    }

    /// Runs a program other than the right-hand side and Jacobian, uncounted.
    func evaluate(
        _ program: KernelProgram, _ time: Double, _ state: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>
    ) {
        var time = frozenTime ?? time
        workspace.evaluate(program, time: &time, state: state, direction: nil, history: history, into: result)
    }

    /// f(t, y) [stateCount]; `false` where a value is not finite.
    func rightHandSide(
        _ time: Double, _ state: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
    ) -> Bool {
        rightHandSideCalls += 1
        evaluate(.rightHandSide, time, state, into: result)
        if isHolding { for index in heldStates { result[index] = 0 } }
        var sum = 0.0
        for index in 0..<stateCount { sum += result[index] * 0 }
        return sum == 0
    }

    /// Refreshes ∂f/∂y, from the kernel or by forward differences; `false` where a value is not finite.
    func updateJacobian(_ time: Double, _ state: UnsafePointer<Double>) -> Bool {
        jacobianCalls += 1
        if hasJacobian {
            evaluate(.jacobian, time, state, into: jacobianValues)
        } else if !differenceJacobian(time, state) {
            return false
        }
        let count = pattern.places.count
        if isHolding {
            for index in 0..<count where isHeld[pattern.jacobianRows[index]] { jacobianValues[index] = 0 }
        }
        var sum = 0.0
        for index in 0..<count { sum += jacobianValues[index] * 0 }
        return sum == 0
    }

    private func differenceJacobian(_ time: Double, _ state: UnsafePointer<Double>) -> Bool {
        guard rightHandSide(time, state, into: base) else { return false }
        shifted.update(from: state, count: stateCount)
        for column in 0..<stateCount {
            let size = max(abs(state[column]), layout.states[column].typicalMagnitude ?? 0, 1e-9)
            shifted[column] = state[column] + 1.5e-8 * size
            let step = shifted[column] - state[column]
            guard rightHandSide(time, shifted, into: differences) else { return false }
            for row in 0..<stateCount {
                jacobianValues[column * stateCount + row] = (differences[row] - base[row]) / step
            }
            shifted[column] = state[column]
        }
        return true
    }

    /// Writes a·M − b·∂f/∂y from the latest Jacobian into `values` [`pattern.nonZeroCount`].
    func assemble(massFactor a: Double, jacobianFactor b: Double, into values: UnsafeMutablePointer<Double>) {
        values.update(repeating: 0, count: pattern.nonZeroCount)
        pattern.places.withUnsafeBufferPointer { places in
            for index in places.indices { values[places[index]] = -b * jacobianValues[index] }
        }
        for index in 0..<stateCount { values[pattern.diagonal[index]] += a * mass[index] }
    }

    /// Calls `visit(row, column, value)` for each element of the latest Jacobian.
    func forEachJacobianElement(_ visit: (Int, Int, Double) -> Void) {
        for index in pattern.places.indices {
            visit(pattern.jacobianRows[index], pattern.jacobianColumns[index], jacobianValues[index])
        }
    }
}

extension UnsafeMutablePointer<Double> {
    /// New memory of zeros, at least one element long.
    static func zeroed(_ count: Int) -> UnsafeMutablePointer<Double> {
        let memory = UnsafeMutablePointer.allocate(capacity: Swift.max(count, 1))
        memory.initialize(repeating: 0, count: Swift.max(count, 1))
        return memory
    }
}
