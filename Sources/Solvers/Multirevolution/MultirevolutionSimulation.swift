import Modeling

/// Runs subjects through years of repeated doses, simulating few of the periods.
///
/// Periods of many subjects are simulated together in lanes; a subject's result does not depend on who they are.
public final class MultirevolutionSimulation {
    public let lanes: LaneSimulation
    public let settings: MultirevolutionSettings

    /// - Parameters:
    ///   - lanes: what simulates periods, and spans in which nothing repeats.
    ///   - settings: how periods are passed over.
    public init(_ lanes: LaneSimulation, settings: MultirevolutionSettings = MultirevolutionSettings()) {
        self.lanes = lanes
        self.settings = settings
    }

    /// Simulates subjects; results stand in the order of the inputs.
    ///
    /// The meaning of each input and result is that of `LaneSimulation.run`, but that reports between simulated periods
    /// are interpolated. Regimens without a common period, models with events or conditions, and strides that fail are
    /// simulated dose by dose.
    /// - Throws: `SolverError.invalidArgument` where an input does not fit the kernel or its span; nothing is run then.
    public func run(_ inputs: [SubjectInput]) throws(SolverError) -> [(
        trajectory: Trajectory, work: MultirevolutionWork
    )] {
        var courses: [MultirevolutionCourse] = []
        for input in inputs {
            courses.append(
                MultirevolutionCourse(
                    try input.validated(for: lanes.kernel.layout), layout: lanes.kernel.layout, settings: settings))
        }
        while true {
            let wanted = courses.compactMap { course in course.nextInput().map { (course, $0) } }
            if wanted.isEmpty { break }
            for (result, (course, _)) in zip(try lanes.run(wanted.map(\.1)), wanted) { course.receive(result) }
        }
        return courses.map { ($0.trajectory, $0.work) }
    }
}
