// Goals, in order: the same bytes for a subject wherever it runs; full lanes; every rule between steps from the course.

import Modeling

/// Where lanes get their subjects and what becomes of the results.
protocol LaneFeed: AnyObject {
    /// The next subject, with a number to know it by; `nil` while there is none, and asked again after each result.
    func next() -> (number: Int, input: SubjectInput)?

    func receive(_ result: Trajectory, for number: Int)
}

/// Drives the courses of many subjects, refilling a lane when its subject is done.
final class LaneRun {
    /// A subject in its lane.
    private struct Occupant {
        let number: Int
        let course: SubjectCourse
        let stepper: LaneStepper
    }

    private let feed: any LaneFeed
    private let simulation: LaneSimulation
    private var occupants = [Occupant?](repeating: nil, count: LaneIntegrator.laneCount)
    private let integrator: LaneIntegrator

    init(_ feed: any LaneFeed, simulation: LaneSimulation) {
        self.feed = feed
        self.simulation = simulation
        integrator = LaneIntegrator(
            kernel: simulation.kernel, plan: simulation.plan, tableau: simulation.settings.rosenbrock.tableau,
            relativeTolerance: simulation.settings.relativeTolerance,
            absoluteTolerances: simulation.absoluteTolerances)
    }

    /// Runs until no lane has a subject and the feed has none.
    ///
    /// - Throws: `SolverError.invalidArgument` where an input does not fit the kernel.
    func complete() throws(SolverError) {
        try refill()
        while occupants.contains(where: { $0 != nil }) {
            integrator.attempt()
            var isDone = false
            for lane in occupants.indices {
                guard let occupant = occupants[lane] else { continue }
                if advance(occupant, lane) { isDone = true }
            }
            if isDone { try refill() }
        }
    }

    /// Deals with the attempt in a lane; `true` where its subject is done.
    private func advance(_ occupant: Occupant, _ lane: Int) -> Bool {
        let course = occupant.course
        occupant.stepper.countAttempt()
        switch integrator.controls[lane].outcome {
        case .rejected: return false
        case .stepped, .reached: return settle(occupant, lane, course.takeStep())
        case .failed(let reason):
            course.takeStepEnd()
            return settle(occupant, lane, .failed(course.failure(reason.kind, reason.detail)))
        }
    }

    /// Follows a step's consequences until the lane has a step to take; `true` where its subject is done.
    private func settle(_ occupant: Occupant, _ lane: Int, _ first: SubjectCourse.Progress) -> Bool {
        let course = occupant.course
        var progress = first
        while true {
            if case .failed(let failure) = progress {
                finish(occupant, lane, failure)
                return true
            }
            if course.isAtEnd {
                finish(occupant, lane, nil)
                return true
            }
            // Only what happens at a discontinuity can bring a new stop.
            if case .stepped = progress, !course.locator.isNeeded { return false }
            guard course.isAtStop else {
                integrator.controls[lane].stop = course.stop
                return false
            }
            progress = course.halt()
        }
    }

    private func finish(_ occupant: Occupant, _ lane: Int, _ failure: Trajectory.Failure?) {
        var trajectory = occupant.course.finished(with: failure)
        trajectory.statistics.factorisations = integrator.controls[lane].attemptCount
        integrator.controls[lane].isActive = false
        occupants[lane] = nil
        feed.receive(trajectory, for: occupant.number)
    }

    /// Puts subjects into empty lanes while the feed has any.
    private func refill() throws(SolverError) {
        for lane in occupants.indices {
            while occupants[lane] == nil, let (number, input) = feed.next() { try place(number, input, lane) }
        }
        padEmptyLanes()
    }

    /// Puts a subject into a lane, which stays empty where it has no step to take.
    private func place(_ number: Int, _ input: SubjectInput, _ lane: Int) throws(SolverError) {
        let system = simulation.systems[lane]
        let course = try SubjectCourse(
            input, system: system, settings: simulation.settings, absoluteTolerances: simulation.absoluteTolerances)
        let stepper = LaneStepper(integrator, lane: lane, system: system, to: input.end)
        if input.followsTangent { course.executor.tangent = PeriodTangent(system, plan: simulation.plan) }
        let occupant = Occupant(number: number, course: course, stepper: stepper)
        occupants[lane] = occupant
        if let failure = course.begin() { return finish(occupant, lane, failure) }
        guard !course.isAtEnd else { return finish(occupant, lane, nil) }
        course.use(stepper)
        integrator.begin(lane, maximumStep: course.maximumStep, errorWeight: input.errorWeight)
        let failure = course.restart(SubjectCourse.startKind)
        _ = settle(occupant, lane, failure.map { .failed($0) } ?? .stopped)
    }

    /// Gives lanes without a subject another's numbers.
    private func padEmptyLanes() {
        guard let active = occupants.firstIndex(where: { $0 != nil }) else { return }
        for lane in occupants.indices where occupants[lane] == nil { integrator.pad(lane, from: active) }
    }
}
