import Modeling

/// Runs subjects through one kernel with one set of settings.
///
/// Used by one thread at a time; make one per thread. A run's result does not depend on the runs before it.
public final class Simulation {
    public let kernel: any Kernel
    public let settings: SolverSettings
    let system: SubjectSystem
    /// Ordering is kept from subject to subject, pivots and factors never are.
    let factors: SparseFactors
    let absoluteTolerances: [Double]

    /// - Throws: `SolverError.missingCapability` for a kernel with several lanes or with delays.
    /// - Throws: `SolverError.missingCapability` for `.bdf` or `.adams` where the kernel has algebraic states.
    /// - Throws: `SolverError.invalidSetting` for a setting that is not positive.
    public init(kernel: any Kernel, settings: SolverSettings = SolverSettings()) throws(SolverError) {
        self.kernel = kernel
        self.settings = try settings.validated()
        let layout = kernel.layout
        func refuse(_ solver: String, _ capability: String) -> SolverError {
            .missingCapability(kernel: kernel.name, solver: solver, capability: capability)
        }
        guard kernel.laneCount == 1 else {
            throw refuse("CVODES and IDA", "it evaluates \(kernel.laneCount) subjects at once, one is needed")
        }
        guard !layout.usesHistory else {
            throw refuse("CVODES and IDA", "model \(layout.modelName) contains `delay`, and they keep no past")
        }
        if layout.isDifferentialAlgebraic, settings.method == .bdf || settings.method == .adams {
            let algebraic = layout.states.filter { $0.mass == 0 }.map(\.identifier).joined(separator: ", ")
            throw refuse("CVODES", "it has algebraic states (\(algebraic)); use .ida or .automatic")
        }
        system = SubjectSystem(kernel: kernel)
        factors = SparseFactors(pattern: system.pattern)
        absoluteTolerances = layout.states.map {
            settings.absoluteTolerance(typicalMagnitude: $0.typicalMagnitude)
        }
    }

    /// Simulates one subject.
    ///
    /// Values at a report time equal to the time of a dose or event are those after it. A failure of the solution is
    /// not thrown: it stands in the trajectory's status.
    /// - Parameters:
    ///   - parameters: [parameterCount]; `nil` for the model's defaults.
    ///   - overrides: free parameters replaced before the start, and states replaced after it.
    ///   - initialState: stored states to start from [stateCount], as from `balance`; `nil` for the model's own.
    ///   - doses: what is given and when; doses before `start` are not given.
    ///   - start: [model time].
    ///   - end: [model time]; not before `start`.
    ///   - reportTimes: ascending, within `start…end` [model time].
    ///   - subject: index of the person, part of the key of random ties.
    ///   - seed: of random ties.
    /// - Throws: `SolverError.invalidArgument` where an argument does not fit the kernel or the span.
    public func run(
        parameters: [Double]? = nil, overrides: [Slot: Double] = [:], initialState: [Double]? = nil,
        doses: DoseSchedule = .none, from start: Double = 0, to end: Double, reportTimes: [Double], subject: UInt64 = 0,
        seed: UInt64 = 0
    ) throws(SolverError) -> Trajectory {
        guard start.isFinite, end.isFinite, end >= start else {
            throw .invalidArgument("a run from \(start) to \(end) has no span")
        }
        try check(reportTimes, within: start, end)
        for regimen in doses.regimens { try check(regimen) }
        let state = try begin(parameters: parameters, overrides: overrides, initialState: initialState, at: start)
        defer { state.deallocate() }
        let run = SubjectRun(
            simulation: self, state: state, doses: doses, from: start, to: end, reportTimes: reportTimes,
            subject: subject, seed: seed)
        return try run.complete()
    }

    /// Sets the parameters and returns the stored states at the start [stateCount], to be freed by the caller.
    func begin(
        parameters: [Double]?, overrides: [Slot: Double], initialState: [Double]?, at start: Double
    ) throws(SolverError) -> UnsafeMutablePointer<Double> {
        let layout = system.layout
        guard parameters?.count ?? layout.parameters.count == layout.parameters.count else {
            throw .invalidArgument("\(parameters!.count) parameters given, the kernel has \(layout.parameters.count)")
        }
        guard initialState?.count ?? layout.states.count == layout.states.count else {
            throw .invalidArgument("\(initialState!.count) states given, the kernel has \(layout.states.count)")
        }
        for (index, parameter) in layout.parameters.enumerated() {
            system.parameters[index] = parameters?[index] ?? parameter.defaultValue
        }
        for case (.parameter(let index), let value) in overrides {
            guard layout.parameters.indices.contains(index), layout.parameters[index].isFree else {
                let name = layout.parameters.indices.contains(index) ? layout.parameters[index].identifier : "\(index)"
                throw .invalidArgument("parameter \(name) cannot be replaced: the model computes it")
            }
            system.parameters[index] = value
        }
        system.parametersChanged()
        let initial = UnsafeMutablePointer<Double>.zeroed(layout.states.count + layout.parameters.count)
        let state = UnsafeMutablePointer<Double>.zeroed(layout.states.count)
        defer { initial.deallocate() }
        system.evaluate(.initialValues, start, state, into: initial)
        for index in layout.states.indices { state[index] = initialState?[index] ?? initial[index] }
        for case (.state(let index), let value) in overrides where layout.states.indices.contains(index) {
            state[index] = value
        }
        for index in layout.parameters.indices { system.parameters[index] = initial[layout.states.count + index] }
        system.parametersChanged()
        return state
    }

    private func check(_ reportTimes: [Double], within start: Double, _ end: Double) throws(SolverError) {
        var last = start
        for time in reportTimes {
            guard time >= last, time <= end else {
                throw .invalidArgument("report time \(time) is out of order or outside \(start)…\(end)")
            }
            last = time
        }
    }

    private func check(_ regimen: Regimen) throws(SolverError) {
        let doses = system.layout.doses
        guard doses.indices.contains(regimen.doseIndex) else {
            throw .invalidArgument("there is no dose input \(regimen.doseIndex), the kernel has \(doses.count)")
        }
        let name = doses[regimen.doseIndex].identifier
        guard regimen.amount.isFinite, regimen.start.isFinite, regimen.duration >= 0, regimen.duration.isFinite,
            regimen.interval ?? 1 > 0
        else { throw .invalidArgument("regimen into \(name) has an amount, time or interval that makes no sense") }
        guard regimen.duration == 0 || doses[regimen.doseIndex].infusionParameter != nil else {
            throw .invalidArgument("\(name) takes no infusions: it has no infusion rate")
        }
        for index in regimen.attributes.keys where !system.layout.parameters.indices.contains(index) {
            throw .invalidArgument("regimen into \(name) sets parameter \(index), which does not exist")
        }
    }
}
