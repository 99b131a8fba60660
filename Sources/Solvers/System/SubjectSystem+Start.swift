import Modeling

extension SubjectSystem {
    /// Sets the parameters and returns the stored states at the start [stateCount], to be freed by the caller.
    ///
    /// - Throws: `SolverError.invalidArgument` where an argument does not fit the kernel.
    func begin(
        parameters given: [Double]?, overrides: [Slot: Double], initialState: [Double]?, at start: Double
    ) throws(SolverError) -> UnsafeMutablePointer<Double> {
        guard given?.count ?? layout.parameters.count == layout.parameters.count else {
            throw .invalidArgument("\(given!.count) parameters given, the kernel has \(layout.parameters.count)")
        }
        guard initialState?.count ?? layout.states.count == layout.states.count else {
            throw .invalidArgument("\(initialState!.count) states given, the kernel has \(layout.states.count)")
        }
        for (index, parameter) in layout.parameters.enumerated() {
            parameters[index] = given?[index] ?? parameter.defaultValue
        }
        for case (.parameter(let index), let value) in overrides {
            guard layout.parameters.indices.contains(index), layout.parameters[index].isFree else {
                let name = layout.parameters.indices.contains(index) ? layout.parameters[index].identifier : "\(index)"
                throw .invalidArgument("parameter \(name) cannot be replaced: the model computes it")
            }
            parameters[index] = value
        }
        history = nil
        parametersChanged()
        let initial = UnsafeMutablePointer<Double>.zeroed(layout.states.count + layout.parameters.count)
        let state = UnsafeMutablePointer<Double>.zeroed(layout.states.count)
        defer { initial.deallocate() }
        evaluate(.initialValues, start, state, into: initial)
        for index in layout.states.indices { state[index] = initialState?[index] ?? initial[index] }
        for case (.state(let index), let value) in overrides where layout.states.indices.contains(index) {
            state[index] = value
        }
        for index in layout.parameters.indices { parameters[index] = initial[layout.states.count + index] }
        parametersChanged()
        return state
    }
}
