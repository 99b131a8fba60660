extension SubjectRun {
    func firstMethod() -> IntegrationMethod {
        guard settings.method == .automatic else { return settings.method }
        if system.isDifferentialAlgebraic { return .ida }
        return stiffness() <= settings.stiffnessThreshold ? .adams : .bdf
    }

    func stiffness() -> Double {
        system.stateCount == 0 ? 0 : MethodChoice.fastestRate(system, at: time, state) * (end - time)
    }

    /// Looks again at steps 32, 64, 128 and so on, since stiffness may come after the start.
    func looksStiff() -> Bool {
        let steps = trajectory.statistics.steps
        guard steps <= settings.adamsStepLimit else { return true }
        return steps >= 32 && steps & (steps - 1) == 0 && stiffness() > settings.stiffnessThreshold
    }

    func use(_ method: IntegrationMethod) throws(SolverError) {
        if system.stateCount == 0 {
            integrator = StatelessIntegrator(maximumStep: maximumStep ?? .infinity)
        } else if method == .ida {
            let consistent =
                algebraicStates
                ?? AlgebraicStates(
                    system: system, relativeTolerance: settings.relativeTolerance,
                    absoluteTolerances: absoluteTolerances)
            integrator = try IDAIntegrator(
                system: system, factors: factors, algebraicStates: consistent,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: absoluteTolerances,
                maximumStep: maximumStep)
        } else {
            integrator = try CVODESIntegrator(
                system: system, factors: factors, usesAdams: method == .adams,
                relativeTolerance: settings.relativeTolerance, absoluteTolerances: absoluteTolerances,
                maximumStep: maximumStep)
        }
        trajectory.statistics.methods.append(integrator.name)
        usesAdams = method == .adams
    }

    /// Leaves Adams for good, where the choice was automatic.
    func changesToBDF() throws(SolverError) -> Bool {
        guard settings.method == .automatic, usesAdams, system.stateCount > 0 else { return false }
        trajectory.statistics.errorTestFailures += integrator.errorTestFailures
        try use(.bdf)
        firstSteps = [:]
        return true
    }
}
