// Goals, in order: the method that suits the subject; no order, step or factor that outlives it: one run owns its
// integrators. What happens between steps is the course's.

import Modeling

/// Drives one subject's course by SUNDIALS.
final class SubjectRun {
    private let course: SubjectCourse
    private let system: SubjectSystem
    private let settings: SolverSettings
    private let factors: SparseFactors
    private let factorisationsBefore: Int
    private var integrator: any Integrator
    private var usesAdams = false

    /// - Throws: `SolverError.invalidArgument` where parameters or states do not fit the kernel.
    init(_ input: SubjectInput, simulation: Simulation) throws(SolverError) {
        system = simulation.system
        settings = simulation.settings
        factors = simulation.factors
        factorisationsBefore = factors.factorisationCount
        course = try SubjectCourse(
            input, system: system, settings: settings, absoluteTolerances: simulation.absoluteTolerances)
        integrator = StatelessIntegrator(maximumStep: course.maximumStep ?? .infinity)
    }

    /// - Throws: `SolverError.unavailable` where SUNDIALS cannot be set up.
    func complete() throws(SolverError) -> Trajectory {
        let failure = try solve()
        var trajectory = course.finished(with: failure)
        trajectory.statistics.factorisations = factors.factorisationCount - factorisationsBefore
        return trajectory
    }

    private func solve() throws(SolverError) -> Trajectory.Failure? {
        if let failure = course.begin() { return failure }
        guard !course.isAtEnd else { return nil }
        try use(firstMethod())
        if let failure = course.restart(SubjectCourse.startKind) { return failure }
        while !course.isAtEnd {
            let progress: SubjectCourse.Progress
            if course.isAtStop {
                progress = course.halt()
            } else {
                switch integrator.advance(to: course.stop) {
                case .failed(let reason):
                    course.takeStepEnd()
                    guard try changesToBDF() else { return course.failure(reason.kind, reason.detail) }
                    if let failure = course.restart(course.restartKind) { return failure }
                    continue
                case .reached: progress = course.takeStep(isAtStop: true)
                case .stepped: progress = course.takeStep(isAtStop: false)
                }
            }
            if case .failed(let failure) = progress { return failure }
            if case .stepped = progress, usesAdams, looksStiff(), try changesToBDF(),
                let failure = course.restart(course.restartKind)
            {
                return failure
            }
        }
        return nil
    }
}

// MARK: - Methods

extension SubjectRun {
    private func firstMethod() -> IntegrationMethod {
        guard settings.method == .automatic else { return settings.method }
        if system.isDifferentialAlgebraic { return .ida }
        return stiffness() <= settings.stiffnessThreshold ? .adams : .bdf
    }

    private func stiffness() -> Double {
        guard system.stateCount > 0 else { return 0 }
        return MethodChoice.fastestRate(system, at: course.time, course.state) * (course.end - course.time)
    }

    /// Looks again at steps 32, 64, 128 and so on, since stiffness may come after the start.
    private func looksStiff() -> Bool {
        let steps = course.trajectory.statistics.steps
        guard steps <= settings.adamsStepLimit else { return true }
        guard steps >= 32, steps & (steps - 1) == 0 else { return false }
        course.takeStepEnd()
        return stiffness() > settings.stiffnessThreshold
    }

    private func use(_ method: IntegrationMethod) throws(SolverError) {
        if system.stateCount == 0 {
            integrator = StatelessIntegrator(maximumStep: course.maximumStep ?? .infinity)
        } else if method == .ida {
            let consistent = course.algebraicStates ?? AlgebraicStates(
                system: system, relativeTolerance: settings.relativeTolerance,
                absoluteTolerances: course.absoluteTolerances)
            integrator = try IDAIntegrator(
                system: system, factors: factors, algebraicStates: consistent,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: course.absoluteTolerances,
                maximumStep: course.maximumStep)
        } else {
            integrator = try CVODESIntegrator(
                system: system, factors: factors, usesAdams: method == .adams,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: course.absoluteTolerances,
                maximumStep: course.maximumStep)
        }
        course.use(integrator)
        usesAdams = method == .adams
    }

    /// Leaves Adams for good, where the choice was automatic.
    private func changesToBDF() throws(SolverError) -> Bool {
        guard settings.method == .automatic, usesAdams, system.stateCount > 0 else { return false }
        course.takeStepEnd()
        try use(.bdf)
        return true
    }
}
