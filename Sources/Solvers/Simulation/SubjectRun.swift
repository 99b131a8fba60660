// Goals, in order: the method that suits the subject; no order, step or factor that outlives it: one run owns its
// integrators. What happens between steps is the course's.

import Modeling

/// Drives one subject's course by SUNDIALS.
final class SubjectRun {
    let course: SubjectCourse
    let system: SubjectSystem
    let settings: SolverSettings
    let factors: SparseFactors
    let errorWeight: Double
    private let factorisationsBefore: Int
    @exclusivity(unchecked) var integrator: any Integrator
    @exclusivity(unchecked) var usesAdams = false

    /// - Throws: `SolverError.invalidArgument` where parameters or states do not fit the kernel.
    init(_ input: SubjectInput, simulation: Simulation) throws(SolverError) {
        system = simulation.system
        settings = simulation.settings
        factors = simulation.factors
        factorisationsBefore = factors.factorisationCount
        course = try SubjectCourse(
            input, system: system, settings: settings, absoluteTolerances: simulation.absoluteTolerances)
        errorWeight = input.errorWeight
        if input.followsTangent { course.executor.tangent = PeriodTangent(system, plan: simulation.plan) }
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
                if let limit = course.stepLimit() { integrator.limitStep(to: limit) }
                switch integrator.advance(to: course.stop) {
                case .failed(let reason):
                    course.takeStepEnd()
                    if let crossed = course.crossJump() {
                        if case .failed(let failure) = crossed { return failure }
                        continue
                    }
                    guard try changesToBDF() else { return course.failure(reason.kind, reason.detail) }
                    if let failure = course.restart(course.restartKind) { return failure }
                    continue
                case .stepped, .reached: progress = course.takeStep()
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
