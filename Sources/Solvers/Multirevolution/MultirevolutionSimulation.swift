import Modeling

/// Runs subjects through years of repeated doses, simulating few of the periods.
///
/// A subject's result does not depend on who runs beside it. It does on whether it runs in lanes or alone, as far as the
/// tolerance allows: lanes do the work of eight, so that one or two subjects run alone in half of the time.
public final class MultirevolutionSimulation {
    public let settings: MultirevolutionSettings
    private let periods: Periods
    private let reporter: SubjectSystem

    /// What simulates periods, and spans in which nothing repeats.
    private enum Periods {
        case lanes(LaneSimulation)
        case alone(Simulation)
    }

    /// Simulates the periods of many subjects together.
    public init(_ lanes: LaneSimulation, settings: MultirevolutionSettings = MultirevolutionSettings()) {
        periods = .lanes(lanes)
        self.settings = settings
        reporter = SubjectSystem(kernel: lanes.scalar)
    }

    /// Simulates one subject after another, by a Rosenbrock method.
    public init(_ alone: Simulation, settings: MultirevolutionSettings = MultirevolutionSettings()) {
        periods = .alone(alone)
        self.settings = settings
        reporter = SubjectSystem(kernel: alone.kernel)
    }

    public var layout: KernelLayout { reporter.layout }

    /// Simulates subjects; results stand in the order of the inputs.
    ///
    /// The meaning of each input and result is that of `Simulation.run`, but that reports between simulated periods
    /// are interpolated. Regimens without a common period, models with events or conditions, and strides that fail are
    /// simulated dose by dose.
    /// - Throws: `SolverError.invalidArgument` where an input does not fit the kernel or its span; nothing is run then.
    public func run(_ inputs: [SubjectInput]) throws(SolverError) -> [(
        trajectory: Trajectory, work: MultirevolutionWork
    )] {
        var courses: [MultirevolutionCourse] = []
        for input in inputs {
            courses.append(
                MultirevolutionCourse(try input.validated(for: layout), reporter: reporter, settings: settings))
        }
        switch periods {
        case .lanes(let lanes): try lanes.run(Waiting(courses))
        case .alone(let simulation):
            for course in courses {
                while let input = course.nextInput() { course.receive(try simulation.run(input)) }
            }
        }
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
