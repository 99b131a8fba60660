import Modeling

/// Runs subjects through years of repeated doses, simulating few of the periods.
///
/// Periods of many subjects are simulated together in lanes; a subject's result does not depend on who they are.
public final class MultirevolutionSimulation {
    public let lanes: LaneSimulation
    public let settings: MultirevolutionSettings
    private let reporter: SubjectSystem

    /// - Parameters:
    ///   - lanes: what simulates periods, and spans in which nothing repeats.
    ///   - settings: how periods are passed over.
    public init(_ lanes: LaneSimulation, settings: MultirevolutionSettings = MultirevolutionSettings()) {
        self.lanes = lanes
        self.settings = settings
        reporter = SubjectSystem(kernel: lanes.scalar)
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
                    try input.validated(for: lanes.kernel.layout), reporter: reporter, settings: settings))
        }
        try lanes.run(Waiting(courses))
        return courses.map { ($0.trajectory, $0.work) }
    }

    /// Courses whose next period or span has no lane yet, first come, first served: no course waits for another's period.
    private final class Waiting: LaneFeed {
        private let courses: [MultirevolutionCourse]
        private var queue: [Int]
        private var position = 0

        init(_ courses: [MultirevolutionCourse]) {
            self.courses = courses
            queue = Array(courses.indices)
        }

        func next() -> (number: Int, input: SubjectInput)? {
            while position < queue.count {
                let number = queue[position]
                position += 1
                if let input = courses[number].nextInput() { return (number, input) }
            }
            return nil
        }

        func receive(_ result: Trajectory, for number: Int) {
            courses[number].receive(result)
            queue.append(number)
        }
    }
}
