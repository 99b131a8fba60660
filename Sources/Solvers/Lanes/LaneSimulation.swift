import Modeling

/// Runs many subjects through one model, eight at a time, by a Rosenbrock method.
///
/// Used by one thread at a time; make one per thread. A subject's result is the same in any lane and batch, whoever
/// runs beside it and before it.
public final class LaneSimulation {
    /// Subjects carried at once.
    public static let laneCount = LaneIntegrator.laneCount

    /// Kernel of eight lanes, which carries the states.
    public let kernel: any Kernel
    /// Kernel of one lane of the same equations: doses, events, roots, outputs.
    public let scalar: any Kernel
    public let settings: SolverSettings
    let plan: EliminationPlan
    let absoluteTolerances: [Double]
    /// One per lane.
    let systems: [SubjectSystem]

    /// - Parameters:
    ///   - kernel: of eight lanes.
    ///   - scalar: of one lane, of the same equations.
    ///   - settings: `method` must be `.automatic` or `.rosenbrock`.
    /// - Throws: `SolverError.missingCapability` for kernels with algebraic states, `delay` or no Jacobian, for other
    ///   numbers of lanes, for kernels of different models, and for other methods.
    /// - Throws: `SolverError.invalidSetting` for a setting that is not positive.
    public init(
        kernel: any Kernel, scalar: any Kernel, settings: SolverSettings = SolverSettings()
    ) throws(SolverError) {
        self.kernel = kernel
        self.scalar = scalar
        self.settings = try settings.validated()
        if let obstacle = Self.obstacle(kernel: kernel, scalar: scalar, settings: settings) {
            throw .missingCapability(kernel: kernel.name, solver: "the lane solver", capability: obstacle)
        }
        plan = kernel.elimination?.plan ?? EliminationPlan(kernel.layout.jacobianPattern)
        absoluteTolerances = kernel.layout.states.map {
            settings.absoluteTolerance(typicalMagnitude: $0.typicalMagnitude)
        }
        systems = (0..<LaneIntegrator.laneCount).map { _ in SubjectSystem(kernel: scalar) }
    }

    /// Whether the lane solver takes a model; the others go to SUNDIALS.
    public static func accepts(_ kernel: any Kernel) -> Bool { obstacle(in: kernel) == nil }

    private static func obstacle(kernel: any Kernel, scalar: any Kernel, settings: SolverSettings) -> String? {
        guard settings.method == .automatic || settings.method == .rosenbrock else {
            return "the settings ask for .\(settings.method.rawValue)"
        }
        guard kernel.laneCount == LaneIntegrator.laneCount else {
            return "it evaluates \(kernel.laneCount) subjects at once, \(LaneIntegrator.laneCount) are needed"
        }
        guard scalar.laneCount == 1 else {
            return "its companion evaluates \(scalar.laneCount) subjects, one is needed"
        }
        guard kernel.layout.modelName == scalar.layout.modelName,
            kernel.layout.states.map(\.identifier) == scalar.layout.states.map(\.identifier),
            kernel.layout.parameters.map(\.identifier) == scalar.layout.parameters.map(\.identifier)
        else { return "its companion is of another model, \(scalar.layout.modelName)" }
        return obstacle(in: kernel)
    }

    private static func obstacle(in kernel: any Kernel) -> String? {
        let layout = kernel.layout
        let algebraic = layout.states.filter { $0.mass == 0 }.map(\.identifier)
        guard algebraic.isEmpty else { return "it has algebraic states (\(algebraic.joined(separator: ", ")))" }
        guard !layout.usesHistory else { return "model \(layout.modelName) contains `delay`, and no past is kept" }
        guard layout.sensitivity == nil else { return "sensitivities are followed one subject at a time" }
        guard kernel.capabilities.contains(.jacobian) else { return "it does not know its Jacobian" }
        guard layout.isAutonomous || kernel.capabilities.contains(.timeDerivative) else {
            return "its rates depend on time and it does not know ∂f/∂t"
        }
        return nil
    }

    /// Simulates subjects; results stand in the order of the inputs.
    ///
    /// The meaning of each input and result is that of `Simulation.run`. A subject that fails does so alone.
    /// - Throws: `SolverError.invalidArgument` where an input does not fit the kernel or its span; nothing is run then.
    public func run(_ inputs: [SubjectInput]) throws(SolverError) -> [Trajectory] {
        var valid: [SubjectInput] = []
        for input in inputs { valid.append(try input.validated(for: kernel.layout)) }
        return try LaneRun(valid, simulation: self).complete()
    }
}
