import Modeling

// Properties that every step touches belong to one thread and are never entered twice; to have that checked at run
// time cost a sixth of a run, hence @exclusivity(unchecked) here and in the other parts of the stepping loop.

/// One thread's view of a kernel with one lane: evaluations checked and counted, and the Newton matrix put together.
final class SubjectSystem {
    let kernel: any Kernel
    let layout: KernelLayout
    let stateCount: Int
    let outputNames: [String]
    let outputUnits: [Unit]
    let pattern: NewtonPattern
    /// Diagonal of M [stateCount], 1 for states that are held.
    @exclusivity(unchecked) private(set) var mass: [Double]
    let isDifferentialAlgebraic: Bool
    /// Current parameters [parameterCount]; call `parametersChanged()` after writing.
    let parameters: UnsafeMutablePointer<Double>
    private let workspace: any KernelWorkspace
    private let hasJacobian: Bool
    /// Latest Jacobian [Jacobian non-zero count].
    let jacobianValues: UnsafeMutablePointer<Double>
    private let shifted: UnsafeMutablePointer<Double>
    private let differences: UnsafeMutablePointer<Double>
    private let base: UnsafeMutablePointer<Double>

    /// Time at which f is evaluated whatever the integrator says; set while a balance is sought.
    @exclusivity(unchecked) var frozenTime: Double?
    /// States whose derivative is taken as zero; empty when none is held.
    @exclusivity(unchecked) private(set) var heldStates: [Int] = []
    @exclusivity(unchecked) private var isHeld: [Bool]
    @exclusivity(unchecked) private var isHolding = false

    /// Elimination of a·I − ∂f/∂y with pivots on the diagonal, made when first asked for; `nil` where it would be large.
    private(set) lazy var eliminationPlan: EliminationPlan? =
        hasJacobian ? EliminationPlan(layout.jacobianPattern, largest: StepFactors.largestProgram) : nil

    /// The past, where the model has `delay`; set once a course has begun.
    @exclusivity(unchecked) var history: SubjectHistory?

    @exclusivity(unchecked) var rightHandSideCalls = 0
    @exclusivity(unchecked) var jacobianCalls = 0

    init(kernel: any Kernel) {
        self.kernel = kernel
        layout = kernel.layout
        stateCount = layout.states.count
        outputNames = layout.outputs.map(\.identifier)
        outputUnits = layout.outputs.map(\.unit)
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

    /// Takes all parameters [parameterCount].
    func take(parameters values: [Double]) {
        parameters.update(from: values, count: values.count)
        parametersChanged()
    }

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

    /// Runs a program along a direction [`layout.directionCount`], uncounted.
    func evaluate(
        _ program: KernelProgram, _ time: Double, _ state: UnsafePointer<Double>,
        along direction: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>
    ) {
        var time = frozenTime ?? time
        workspace.evaluate(program, time: &time, state: state, direction: direction, history: history, into: result)
    }

    /// f and its derivatives by states, active parameters and time; `false` where a value is not finite.
    func linearise(
        _ time: Double, _ state: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
    ) -> Bool {
        rightHandSideCalls += 1
        jacobianCalls += 1
        evaluate(.linearisation, time, state, into: result)
        var sum = 0.0
        for index in 0..<layout.resultCount(of: .linearisation) { sum += result[index] * 0 }
        return sum == 0
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

    /// Calls `visit(∂fᵢ/∂yⱼ, ∂fⱼ/∂yᵢ)` for each pair i > j of the latest Jacobian that has both.
    func forEachMirroredPair(_ visit: (Double, Double) -> Void) {
        // Columns are visited in ascending order, so the place in each mirrored column only moves on.
        var next = pattern.jacobianStarts
        for index in pattern.places.indices {
            let (row, column) = (pattern.jacobianRows[index], pattern.jacobianColumns[index])
            guard row > column else { continue }
            let end = pattern.jacobianStarts[row + 1]
            while next[row] < end, pattern.jacobianRows[next[row]] < column { next[row] += 1 }
            if next[row] < end, pattern.jacobianRows[next[row]] == column {
                visit(jacobianValues[index], jacobianValues[next[row]])
            }
        }
    }

    /// Calls `visit(∂fᵢ/∂yᵢ)` for each state whose latest Jacobian has it.
    func forEachDiagonalElement(_ visit: (Double) -> Void) {
        for index in pattern.places.indices where pattern.jacobianRows[index] == pattern.jacobianColumns[index] {
            visit(jacobianValues[index])
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
