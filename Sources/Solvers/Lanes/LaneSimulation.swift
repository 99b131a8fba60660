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
    public static func accepts(_ kernel: any Kernel) -> Bool { RosenbrockIntegrator.obstacle(in: kernel) == nil }

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
        return RosenbrockIntegrator.obstacle(in: kernel)
    }

    /// Simulates subjects; results stand in the order of the inputs.
    ///
    /// The meaning of each input and result is that of `Simulation.run`. A subject that fails does so alone.
    /// - Throws: `SolverError.invalidArgument` where an input does not fit the kernel or its span; nothing is run then.
    public func run(_ inputs: [SubjectInput]) throws(SolverError) -> [Trajectory] {
        var valid: [SubjectInput] = []
        for input in inputs { valid.append(try input.validated(for: kernel.layout)) }
        let feed = InputList(valid)
        try run(feed)
        return feed.results.map { $0! }
    }

    /// Simulates what a feed brings, as it brings it.
    func run(_ feed: any LaneFeed) throws(SolverError) { try LaneRun(feed, simulation: self).complete() }

    /// Subjects that are all known at the start.
    private final class InputList: LaneFeed {
        private let inputs: [SubjectInput]
        private var position = 0
        private(set) var results: [Trajectory?]

        init(_ inputs: [SubjectInput]) {
            self.inputs = inputs
            results = Array(repeating: nil, count: inputs.count)
        }

        func next() -> (number: Int, input: SubjectInput)? {
            guard position < inputs.count else { return nil }
            defer { position += 1 }
            return (position, inputs[position])
        }

        func receive(_ result: Trajectory, for number: Int) { results[number] = result }
    }
}
