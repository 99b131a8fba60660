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

    /// Derives equations and kernel.
    ///
    /// - Parameters:
    ///   - model: with the outputs that are asked for.
    ///   - settings: of the solver.
    ///   - kernels: which kernel evaluates it.
    /// - Throws: `ModelError` where the model determines no solution or asks for something not done; `SolverError`
    ///   where kernel and solver do not fit.
    public init(
        _ model: Model, settings: SolverSettings = SolverSettings(), kernels: KernelChoice = .standard
    ) throws {
        kernel = try kernels.makeKernel(try EquationSystem(model))
        var local = settings
        local.relativeTolerance *= Self.localShare
        local.absoluteTolerance *= min(1, Self.largestStart(of: kernel))
        simulation = try Simulation(kernel: kernel, settings: local)
    }

    /// Errors of steps add up, so each step is held to this share of the relative tolerance asked for.
    ///
    /// Over the curated BioModels at 10⁻⁶, 19 had a column beyond 10⁻⁴ of its maximum with the whole tolerance and an
    /// absolute tolerance not scaled to the model, and 7 with both; 40 and 730 by less than 3·10⁻⁴.
    private static let localShare = 0.01

    /// Largest stored state at the start; models in litres and moles hold amounts far below the usual tolerance.
    private static func largestStart(of kernel: any Kernel) -> Double {
        let layout = kernel.layout
        let workspace = kernel.makeWorkspace()
        workspace.setParameters(layout.parameters.map(\.defaultValue))
        var values = [Double](repeating: 0, count: layout.states.count + layout.parameters.count)
        let states = [Double](repeating: 0, count: layout.states.count)
        workspace.evaluate(.initialValues, time: [0], state: states, into: &values)
        let sizes = values.prefix(layout.states.count).map { abs($0) }.filter { $0.isFinite && $0 > 0 }
        return sizes.max() ?? 1
    }

    /// The trajectory over a span; a failure stands in its status.
    ///
    /// The solution always begins at time 0, where the model's initial values hold; a later start only cuts the report.
    /// - Parameters:
    ///   - span: what is reported.
    ///   - seed: of random ties.
    /// - Throws: `SolverError.invalidArgument` for a span that makes no sense.
    public func trajectory(over span: Span, seed: UInt64 = 0) throws(SolverError) -> Trajectory {
        try simulation.run(
            from: min(0, span.start), to: span.end, reportTimes: span.times, seed: seed)
    }
}
