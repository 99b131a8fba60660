/// BDF for what has to be brought to rest: CVODES, or IDA where some states are algebraic.
enum StiffIntegrator {
    /// - Throws: `SolverError.unavailable` where SUNDIALS cannot be set up.
    static func make(
        system: SubjectSystem, factors: SparseFactors, relativeTolerance: Double, absoluteTolerances: [Double]
    ) throws(SolverError) -> any Integrator {
        guard system.isDifferentialAlgebraic else {
            return try CVODESIntegrator(
                system: system, factors: factors, usesAdams: false, relativeTolerance: relativeTolerance,
                absoluteTolerances: absoluteTolerances, maximumStep: nil)
        }
        let algebraic = AlgebraicStates(
            system: system, relativeTolerance: relativeTolerance, absoluteTolerances: absoluteTolerances)
        return try IDAIntegrator(
            system: system, factors: factors, algebraicStates: algebraic, relativeTolerance: relativeTolerance,
            absoluteTolerances: absoluteTolerances, maximumStep: nil)
    }
}
