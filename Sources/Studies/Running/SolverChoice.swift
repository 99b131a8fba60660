import Modeling
import Solvers

/// The one place that decides which solver runs subjects, and how exactly.
public struct SolverChoice: Sendable {
    /// Name for reports, such as "CVODES, BDF".
    public let name: String
    public let relativeTolerance: Double
    /// Build of the solver library, for manifests.
    public let library: String
    /// Subjects that one simulator takes at a time.
    let batchSize: Int
    let makeSimulator: @Sendable (ArmModel) throws -> any SubjectSimulator
    /// Whether a model can be run.
    let accepts: @Sendable (ArmModel) -> Bool
    /// Taken for the whole study where one of its models cannot be run.
    let alternative: (@Sendable () -> SolverChoice)?

    init(
        name: String, relativeTolerance: Double, library: String, batchSize: Int,
        accepts: @escaping @Sendable (ArmModel) -> Bool, alternative: @escaping @Sendable () -> SolverChoice,
        makeSimulator: @escaping @Sendable (ArmModel) throws -> any SubjectSimulator
    ) {
        self.name = name
        self.relativeTolerance = relativeTolerance
        self.library = library
        self.batchSize = batchSize
        self.accepts = accepts
        self.alternative = alternative
        self.makeSimulator = makeSimulator
    }

    /// A solver of one subject at a time, for any model.
    public init(
        name: String, relativeTolerance: Double, library: String,
        makeSimulator: @escaping @Sendable (any Kernel) throws -> any SubjectSimulator
    ) {
        self.name = name
        self.relativeTolerance = relativeTolerance
        self.library = library
        batchSize = 1
        accepts = { _ in true }
        alternative = nil
        self.makeSimulator = { try makeSimulator($0.kernel) }
    }

    /// The solver for all models of a study, which does not depend on how the study is split.
    func resolved(for models: some Sequence<ArmModel>) -> SolverChoice {
        guard let alternative, !models.allSatisfy({ accepts($0) }) else { return self }
        return alternative()
    }

    /// The kernel that a model runs on.
    func kernel(of model: ArmModel) -> any Kernel { batchSize > 1 ? model.laneKernel ?? model.kernel : model.kernel }
}

extension SolverChoice {
    /// What studies run on: lanes at 3·10⁻⁴, else SUNDIALS at 10⁻⁶.
    ///
    /// Over a year of each arm of the newsletter this kept every output at every report within 0.05 % of CVODES at
    /// 10⁻⁹, whose own error is of that size at 10⁻⁵.
    public static let standard = lanes(relativeTolerance: 3e-4)

    /// SUNDIALS at 10⁻⁶: what differences of outputs are taken with, as in a fit.
    public static let smooth = sundials(SolverSettings())

    /// Rosenbrock in lanes where every model of the study allows it, else SUNDIALS.
    ///
    /// - Parameter relativeTolerance: below 10⁻⁵ the multistep method wins and is taken for all models.
    public static func lanes(relativeTolerance: Double) -> SolverChoice {
        let exact = SolverSettings(relativeTolerance: min(relativeTolerance, 1e-6))
        guard relativeTolerance >= 1e-5 else { return sundials(exact) }
        let settings = SolverSettings(method: .rosenbrock, relativeTolerance: relativeTolerance)
        return SolverChoice(
            name: "Rodas4, \(LaneSimulation.laneCount) lanes", relativeTolerance: relativeTolerance,
            library: BuildFacts.sundials, batchSize: 2 * LaneSimulation.laneCount,
            accepts: { $0.laneKernel.map { LaneSimulation.accepts($0) } ?? false }, alternative: { sundials(exact) }
        ) { model in
            guard let kernel = model.laneKernel else { return try SolverSimulator(model.kernel, settings: exact) }
            return try LaneSimulator(kernel, scalar: model.kernel, settings: settings)
        }
    }

    /// SUNDIALS with other settings.
    public static func sundials(_ settings: SolverSettings) -> SolverChoice {
        SolverChoice(
            name: "SUNDIALS, \(settings.method.rawValue) method", relativeTolerance: settings.relativeTolerance,
            library: BuildFacts.sundials
        ) { try SolverSimulator($0, settings: settings) }
    }
}
