import Modeling

extension SubjectRun {
    func firstMethod() -> IntegrationMethod {
        guard settings.method == .automatic else { return settings.method }
        if course.columns != nil { return .rosenbrock }
        if system.isDifferentialAlgebraic { return .ida }
        if settings.relativeTolerance > settings.rosenbrockTolerance,
            system.stateCount <= settings.rosenbrockStateLimit,
            RosenbrockIntegrator.obstacle(in: system.kernel) == nil
        {
            return .rosenbrock
        }
        return stiffness() <= settings.stiffnessThreshold ? .adams : .bdf
    }

    func stiffness() -> Double {
        guard system.stateCount > 0 else { return 0 }
        return MethodChoice.fastestRate(system, at: course.time, course.state) * (course.end - course.time)
    }

    /// Looks again at steps 32, 64, 128 and so on, since stiffness may come after the start.
    func looksStiff() -> Bool {
        let steps = course.trajectory.statistics.steps
        guard steps <= settings.adamsStepLimit else { return true }
        guard steps >= 32, steps & (steps - 1) == 0 else { return false }
        course.takeStepEnd()
        return stiffness() > settings.stiffnessThreshold
    }

    func use(_ method: IntegrationMethod) throws(SolverError) {
        if system.stateCount == 0 {
            integrator = StatelessIntegrator(maximumStep: course.maximumStep ?? .infinity)
        } else if let columns = course.columns {
            integrator = SensitivityIntegrator(
                columns, plan: EliminationPlan(system.layout.jacobianPattern),
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: course.absoluteTolerances,
                maximumStep: course.maximumStep, to: course.end)
        } else if method == .ida {
            let consistent =
                course.consistentStates?.algebraic
                ?? AlgebraicStates(
                    system: system, relativeTolerance: settings.relativeTolerance,
                    absoluteTolerances: course.absoluteTolerances)
            integrator = try IDAIntegrator(
                system: system, factors: factors, algebraicStates: consistent,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: course.absoluteTolerances,
                maximumStep: course.maximumStep)
        } else if method == .rosenbrock {
            integrator = RosenbrockIntegrator(
                system: system, factors: factors, tableau: settings.rosenbrock.tableau,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: course.absoluteTolerances,
                maximumStep: course.maximumStep, errorWeight: errorWeight, to: course.end)
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
    func changesToBDF() throws(SolverError) -> Bool {
        guard settings.method == .automatic, usesAdams, system.stateCount > 0 else { return false }
        course.takeStepEnd()
        try use(.bdf)
        return true
    }
}
