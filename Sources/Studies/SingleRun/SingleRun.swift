import Modeling
import Solvers

/// One model, ready to be simulated over one span.
public struct SingleRun {
    /// When and how exactly.
    public struct Span: Hashable, Sendable {
        public var start: Double
        public var end: Double
        /// Number of report times, both ends included.
        public var points: Int

        /// - Parameters:
        ///   - start: first report [model time].
        ///   - end: last report [model time].
        ///   - points: number of reports.
        public init(from start: Double = 0, to end: Double, points: Int) {
            self.start = start
            self.end = end
            self.points = points
        }

        /// Report times [points], equally spaced; computed from both ends, so that no rounding adds up.
        public var times: [Double] {
            guard points > 1 else { return [end] }
            return (0..<points).map { index in
                index == points - 1 ? end : start + (end - start) * Double(index) / Double(points - 1)
            }
        }
    }

    public let kernel: any Kernel
    private let simulation: Simulation
    /// For a second try, where the first one fails.
    private let tighter: SolverSettings

    /// Derives equations and kernel.
    ///
    /// - Parameters:
    ///   - model: with the outputs that are asked for.
    ///   - settings: of the solver.
    ///   - kernels: which kernel evaluates it.
    ///   - sensitivities: parameters by which the outputs are differentiated too; the trajectory has the derivatives.
    /// - Throws: `ModelError` where the model determines no solution or asks for something not done; `SolverError`
    ///   where kernel and solver do not fit.
    public init(
        _ model: Model, settings: SolverSettings = SolverSettings(), kernels: KernelChoice = .standard,
        sensitivities: [String] = []
    ) throws {
        try self.init(
            kernel: try kernels.makeKernel(try EquationSystem(model, sensitivities: sensitivities)), settings: settings)
    }

    /// The same on a kernel that is there already.
    ///
    /// - Parameters:
    ///   - kernel: of one lane.
    ///   - settings: of the solver.
    /// - Throws: `SolverError` where kernel and solver do not fit.
    public init(kernel: any Kernel, settings: SolverSettings = SolverSettings()) throws(SolverError) {
        self.kernel = kernel
        var local = settings
        let share = kernel.layout.sensitivity == nil ? Self.localShare : Self.localShareOfSensitivities
        local.relativeTolerance *= share
        simulation = try Self.simulation(kernel, local)
        local.relativeTolerance = max(local.relativeTolerance * 0.01, 1e-13)
        tighter = local
    }

    private static func simulation(_ kernel: any Kernel, _ settings: SolverSettings) throws(SolverError) -> Simulation {
        try Simulation(
            kernel: kernel, settings: settings, absoluteTolerances: absoluteTolerances(of: kernel, settings))
    }

    /// Errors of steps add up, so each step is held to this share of the relative tolerance asked for.
    ///
    /// Over the curated BioModels at 10⁻⁶ a share of 1 left nine beyond 10⁻⁴ of a column's maximum, 0.1 left three, 0.01
    /// one: thirty periods of a cell cycle (730), which needs 0.002.
    private static let localShare = 0.002

    /// The same for runs with sensitivities: their solution is of order four, judged by an estimate of order three.
    private static let localShareOfSensitivities = 0.05

    /// Absolute tolerance of each state [stateCount]: the one asked for, times the largest start where that is below 1
    /// (models in litres and moles hold amounts far below it), and at most what its own start allows by itself.
    ///
    /// Without the last, states that spend their time far below others (the slow phase of a relaxation oscillator)
    /// lose the digits that decide when they leave.
    private static func absoluteTolerances(of kernel: any Kernel, _ settings: SolverSettings) -> [Double] {
        let starts = starts(of: kernel).map { $0.isFinite ? abs($0) : 0 }
        let largest = starts.max().flatMap { $0 > 0 ? min(1, $0) : nil } ?? 1
        return zip(kernel.layout.states, starts).map { state, start in
            let common = settings.absoluteTolerance(typicalMagnitude: state.typicalMagnitude)
            guard state.typicalMagnitude == nil else { return common }
            return start > 0 ? min(common * largest, settings.relativeTolerance * start) : common * largest
        }
    }

    /// Stored states at the start [stateCount].
    private static func starts(of kernel: any Kernel) -> [Double] {
        let layout = kernel.layout
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        var values = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        let states = [Double](repeating: 0, count: layout.states.count)
        workspace.evaluate(.initialValues, time: [0], state: states, into: &values)
        return Array(values.prefix(layout.states.count))
    }

    /// The trajectory over a span; a failure stands in its status.
    ///
    /// The solution always begins at time 0, where the model's initial values hold; a later start only cuts the report.
    /// - Parameters:
    ///   - span: what is reported.
    ///   - seed: of random ties.
    /// - Throws: `SolverError.invalidArgument` for a span that makes no sense.
    public func trajectory(over span: Span, seed: UInt64 = 0) throws(SolverError) -> Trajectory {
        func run(_ simulation: Simulation) throws(SolverError) -> Trajectory {
            try simulation.run(from: min(0, span.start), to: span.end, reportTimes: span.times, seed: seed)
        }
        let first = try run(simulation)
        // Next to a pole of f a step's error may be larger than the distance to it; smaller errors lead past.
        guard case .notConverged? = first.failure?.kind else { return first }
        let second = try run(try Self.simulation(kernel, tighter))
        return second.failure == nil ? second : first
    }
}
