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
    /// Of the matrices of a period's derivative, once one is followed.
    private(set) lazy var plan = kernel.elimination?.plan ?? EliminationPlan(kernel.layout.jacobianPattern)

    /// - Parameters:
    ///   - kernel: of one lane.
    ///   - settings: how accurately and how long to integrate.
    ///   - absoluteTolerances: [stateCount], stored units; `nil` for those of the settings.
    /// - Throws: `SolverError.missingCapability` for a kernel with several lanes, or without `delay` where the model has it.
    /// - Throws: `SolverError.missingCapability` for `.rosenbrock` where the kernel has algebraic states, `delay`, no
    ///   Jacobian, or rates that depend on time without ∂f/∂t; for other methods than it and `.automatic` where
    ///   sensitivities were asked for.
    /// - Throws: `SolverError.missingCapability` for `.bdf` or `.adams` where the kernel has algebraic states.
    /// - Throws: `SolverError.invalidSetting` for a setting that is not positive.
    public init(
        kernel: any Kernel, settings: SolverSettings = SolverSettings(), absoluteTolerances: [Double]? = nil
    ) throws(SolverError) {
        self.kernel = kernel
        self.settings = try settings.validated()
        let layout = kernel.layout
        func refuse(_ solver: String, _ capability: String) -> SolverError {
            .missingCapability(kernel: kernel.name, solver: solver, capability: capability)
        }
        guard kernel.laneCount == 1 else {
            throw refuse("CVODES and IDA", "it evaluates \(kernel.laneCount) subjects at once, one is needed")
        }
        guard !layout.usesHistory || kernel.capabilities.contains(.history) else {
            throw refuse("CVODES and IDA", "model \(layout.modelName) contains `delay`, which it does not evaluate")
        }
        guard layout.sensitivity == nil || kernel.capabilities.contains(.sensitivities) else {
            throw refuse("CVODES and Rodas4", "sensitivities are asked for, and it has no derivatives by parameters")
        }
        guard layout.sensitivity == nil || [.automatic, .rosenbrock].contains(settings.method) else {
            throw refuse(
                "CVODES and IDA",
                "sensitivities are followed by .rosenbrock alone, the settings ask for .\(settings.method.rawValue)")
        }
        if settings.method == .rosenbrock, layout.sensitivity == nil,
            let obstacle = RosenbrockIntegrator.obstacle(in: kernel)
        {
            throw refuse("the Rosenbrock method", obstacle)
        }
        if layout.isDifferentialAlgebraic, settings.method == .bdf || settings.method == .adams {
            let algebraic = layout.states.filter { $0.mass == 0 }.map(\.identifier).joined(separator: ", ")
            throw refuse("CVODES", "it has algebraic states (\(algebraic)); use .ida or .automatic")
        }
        system = SubjectSystem(kernel: kernel)
        factors = SparseFactors(pattern: system.pattern)
        self.absoluteTolerances =
            absoluteTolerances
            ?? layout.states.map {
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
        try run(
            SubjectInput(
                parameters: parameters, overrides: overrides, initialState: initialState, doses: doses, from: start,
                to: end, reportTimes: reportTimes, subject: subject, seed: seed))
    }

    /// Simulates one subject, as above.
    ///
    /// - Throws: `SolverError.invalidArgument` where the input does not fit the kernel or the span.
    public func run(_ input: SubjectInput) throws(SolverError) -> Trajectory {
        try SubjectRun(input.validated(for: system.layout), simulation: self).complete()
    }
}
