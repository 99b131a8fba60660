import Modeling

/// Evaluates a kernel with arrays, one subject copied to every lane, for tests.
public final class KernelProbe {
    public let kernel: any Kernel
    private let workspace: any KernelWorkspace
    /// Parameters after the start program.
    public private(set) var parameters: [Double] = []
    /// Stored states at the start.
    public private(set) var startState: [Double] = []

    public init(_ kernel: any Kernel, overrides: [String: Double] = [:]) {
        self.kernel = kernel
        workspace = kernel.makeWorkspace()
        let layout = kernel.layout
        var free = layout.parameters.map { overrides[$0.identifier] ?? $0.defaultValue }
        setParameters(free)
        let start = evaluate(.initialValues, time: 0, state: [Double](repeating: 0, count: layout.states.count))
        startState = Array(start[..<layout.states.count])
        free = Array(start[layout.states.count...])
        setParameters(free)
    }

    public func setParameters(_ values: [Double]) {
        parameters = values
        let spread = spreadOverLanes(values)
        spread.withUnsafeBufferPointer { workspace.setParameters($0.baseAddress!) }
    }

    /// The program's result in lane 0.
    public func evaluate(_ program: KernelProgram, time: Double, state: [Double], direction: [Double]? = nil)
        -> [Double]
    {
        let lanes = kernel.laneCount
        let count = kernel.layout.resultCount(of: program)
        var result = [Double](repeating: .nan, count: max(1, count) * lanes)
        let times = [Double](repeating: time, count: lanes)
        let states = spreadOverLanes(state)
        let directions = spreadOverLanes(direction ?? [])
        directions.withUnsafeBufferPointer { pointer in
            workspace.evaluate(
                program, time: times, state: states, direction: direction == nil ? nil : pointer.baseAddress,
                history: nil,
                into: &result)
        }
        return (0..<count).map { result[$0 * lanes] }
    }

    /// At least one element, so that a pointer to it exists.
    private func spreadOverLanes(_ values: [Double]) -> [Double] {
        values.isEmpty ? [0] : values.flatMap { Array(repeating: $0, count: kernel.laneCount) }
    }
}
