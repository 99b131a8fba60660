/// Which integration method carries the solution between discontinuities.
public enum IntegrationMethod: String, Hashable, Sendable, CaseIterable {
    /// IDA where the kernel has algebraic states; Rodas4 at tolerances above `rosenbrockTolerance` with at most `rosenbrockStateLimit`
    /// states, where the kernel has what it needs; otherwise Adams while fastest rate × remaining span stays below
    /// `stiffnessThreshold` (looked at before the start and after 32, 64, 128… steps), Adams has not failed and has not
    /// taken more than `adamsStepLimit` steps; then BDF for good.
    case automatic
    /// Backward differentiation formulas of order 1 to 5 (CVODES): stiff systems.
    case bdf
    /// Adams–Moulton formulas of order 1 to 12 (CVODES): non-stiff systems, high accuracy, weakly damped oscillation.
    case adams
    /// Backward differentiation for differential–algebraic systems (IDAS).
    case ida
    /// A Rosenbrock method with an exact Jacobian: many subjects in lanes (`LaneSimulation`), or one, stiff or not; with
    /// sensitivities, which `.automatic` takes it for, it is Rodas4.
    case rosenbrock
}

/// Rosenbrock methods to choose from.
public enum RosenbrockMethod: String, Hashable, Sendable, CaseIterable {
    case rodas4, rodas4P, rodas5, rodas5P

    var tableau: RosenbrockTableau {
        switch self {
        case .rodas4: .rodas4
        case .rodas4P: .rodas4P
        case .rodas5: .rodas5
        case .rodas5P: .rodas5P
        }
    }
}

/// How accurately and how long to integrate; every default is stated here.
public struct SolverSettings: Hashable, Sendable {
    public var method = IntegrationMethod.automatic
    /// Which Rosenbrock method, where one is used; Rodas4.
    public var rosenbrock = RosenbrockMethod.rodas4
    /// Local error allowed relative to a state's size; 1e-6.
    public var relativeTolerance = 1e-6
    /// A state with a typical magnitude has absolute tolerance `relativeTolerance` × magnitude × this; 1.
    public var absoluteToleranceFactor = 1.0
    /// Absolute tolerance of states without a typical magnitude [stored unit of each]; 1e-12.
    public var absoluteTolerance = 1e-12
    /// Internal steps allowed between two stops (doses, delayed executions, located events, the end); 100 000.
    public var maximumSteps = 100_000
    /// Longest internal step [model time]; `nil` is the span ÷ 100 where a condition may turn to and fro by time itself (a
    /// sine of it, a remainder, the past), else no bound.
    public var maximumStep: Double?
    /// Relative tolerance of a step above which `.automatic` takes Rodas4, whose order pays at loose tolerances; 1e-6.
    public var rosenbrockTolerance = 1e-6
    /// States up to which it does, since every step of Rodas4 factors a matrix; 200.
    public var rosenbrockStateLimit = 200
    /// Steps that `.automatic` lets Adams take in one run before it changes to BDF; 20 000.
    public var adamsStepLimit = 20_000
    /// Estimated fastest rate × remaining span above which `.automatic` takes BDF; 1 000.
    public var stiffnessThreshold = 1_000.0
    /// Width within which a root is located, in units of rounding of time; 8.
    public var rootTolerance = 8.0
    /// Event executions allowed at one instant; 1 000.
    public var maximumExecutionsPerInstant = 1_000
    /// Restarts allowed one after another without time moving on by more than 10 000 roundings of it; 100.
    public var maximumRestartsPerInstant = 100
    /// Whether a restart begins with the first step that worked after the first restart of the same kind in the same
    /// run (same dose input, same event); saves the estimate of a first step and stays deterministic per subject.
    ///
    /// Not after the last one: a step that had to be shortened once would stay short for good.
    public var reusesFirstStep = true

    public init(
        method: IntegrationMethod = .automatic, relativeTolerance: Double = 1e-6, absoluteTolerance: Double = 1e-12
    ) {
        self.method = method
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerance = absoluteTolerance
    }

    /// Absolute tolerance of a state [stored unit].
    public func absoluteTolerance(typicalMagnitude: Double?) -> Double {
        guard let magnitude = typicalMagnitude, magnitude > 0 else { return absoluteTolerance }
        return relativeTolerance * magnitude * absoluteToleranceFactor
    }

    /// - Throws: `SolverError.invalidSetting` for a tolerance, limit or step that is not positive.
    func validated() throws(SolverError) -> SolverSettings {
        func check(_ name: String, _ value: Double) throws(SolverError) {
            guard value > 0, value.isFinite else { throw .invalidSetting(name: name, value: value) }
        }
        try check("relativeTolerance", relativeTolerance)
        try check("absoluteTolerance", absoluteTolerance)
        try check("absoluteToleranceFactor", absoluteToleranceFactor)
        try check("maximumSteps", Double(maximumSteps))
        try check("rootTolerance", rootTolerance)
        if let maximumStep { try check("maximumStep", maximumStep) }
        return self
    }
}
