import Modeling
import Solvers

/// The one place that decides which solver runs subjects, and how exactly.
public struct SolverChoice: Sendable {
    /// Name for reports, such as "CVODES, BDF".
    public let name: String
    public let relativeTolerance: Double
    /// Build of the solver library, for manifests.
    public let library: String
    /// A simulator of one subject at a time.
    public let makeSimulator: @Sendable (any Kernel) throws -> any SubjectSimulator
    /// A simulator with derivatives, on a kernel made for them; `nil` where the solver follows none.
    var makeSensitivitySimulator: (@Sendable (any Kernel) throws -> SensitivitySimulator)?
    /// How subjects run in lanes, where that is the choice.
    let lanes: Lanes?

    struct Lanes: Sendable {
        /// Subjects that one simulator takes at a time.
        let batchSize: Int
        let makeSimulator: @Sendable (_ lanes: any Kernel, _ scalar: any Kernel) throws -> any SubjectSimulator
        /// Taken for the whole study where lanes refuse one of its models.
        let alternative: @Sendable () -> SolverChoice
        /// The same method for few people, whom lanes would leave mostly empty.
        let alone: @Sendable () -> SolverChoice
    }

    /// A solver of one subject at a time, for any model.
    public init(
        name: String, relativeTolerance: Double, library: String,
        makeSimulator: @escaping @Sendable (any Kernel) throws -> any SubjectSimulator
    ) {
        self.init(
            name: name, relativeTolerance: relativeTolerance, library: library, lanes: nil, makeSimulator: makeSimulator
        )
    }

    init(
        name: String, relativeTolerance: Double, library: String, lanes: Lanes?,
        makeSimulator: @escaping @Sendable (any Kernel) throws -> any SubjectSimulator
    ) {
        self.name = name
        self.relativeTolerance = relativeTolerance
        self.library = library
        self.lanes = lanes
        self.makeSimulator = makeSimulator
    }

    var batchSize: Int { lanes?.batchSize ?? 1 }

    /// Fewer people on one model take less time one after another than in lanes.
    private static let fewestInLanes = 3

    /// The solver for all models of a study, which does not depend on how the study is split.
    ///
    /// - Parameter count: of people on each model; many where nothing is said.
    func resolved(for models: some Sequence<ArmModel>, count: Int = .max) -> SolverChoice {
        guard let lanes else { return self }
        let areAccepted = models.allSatisfy { model in model.laneKernel.map { LaneSimulation.accepts($0) } ?? false }
        guard areAccepted else { return lanes.alternative() }
        return count < Self.fewestInLanes ? lanes.alone() : self
    }

    /// The kernel that a model of a study runs on, once the solver is resolved.
    func kernel(of model: ArmModel) -> any Kernel { lanes == nil ? model.kernel : model.laneKernel ?? model.kernel }

    /// A simulator for a model of a study, once the solver is resolved.
    func makeSimulator(for model: ArmModel) throws -> any SubjectSimulator {
        guard let lanes, let kernel = model.laneKernel else { return try makeSimulator(model.kernel) }
        return try lanes.makeSimulator(kernel, model.kernel)
    }
}

extension SolverChoice {
    /// What studies run on: lanes at 3·10⁻⁴, else SUNDIALS at 10⁻⁶.
    ///
    /// Over a year of six courses this kept every output of eight people within 0.05 % of CVODES at 10⁻⁹, but for one at
    /// 0.12 %.
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
            name: "Rodas4, \(LaneSimulation.laneCount) lanes, few periods of repeated doses",
            relativeTolerance: relativeTolerance,
            library: BuildFacts.sundials,
            lanes: Lanes(
                batchSize: 2 * LaneSimulation.laneCount,
                makeSimulator: { try RepeatedDoseSimulator($0, scalar: $1, settings: settings) },
                alternative: { sundials(exact) },
                alone: {
                    SolverChoice(
                        name: "Rodas4, few periods of repeated doses", relativeTolerance: relativeTolerance,
                        library: BuildFacts.sundials
                    ) { try RepeatedDoseSimulator(alone: $0, settings: settings) }
                }),
            makeSimulator: { try SolverSimulator($0, settings: exact) })
    }

    /// SUNDIALS with other settings.
    public static func sundials(_ settings: SolverSettings) -> SolverChoice {
        var choice = SolverChoice(
            name: "SUNDIALS, \(settings.method.rawValue) method", relativeTolerance: settings.relativeTolerance,
            library: BuildFacts.sundials
        ) { try SolverSimulator($0, settings: settings) }
        var derivatives = settings
        derivatives.method = .rosenbrock
        // A gradient to four digits takes a search where a finer one does, and a finer one takes twice the steps.
        derivatives.relativeTolerance = max(settings.relativeTolerance, 1e-5)
        choice.makeSensitivitySimulator = { [derivatives] in try SensitivitySimulator($0, settings: derivatives) }
        return choice
    }
}
