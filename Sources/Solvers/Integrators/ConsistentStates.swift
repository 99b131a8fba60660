import Modeling

/// What has to hold right after the start and every sudden change, before any trigger or output is looked at: fast reactions
/// are at rest, algebraic equations are met.
final class ConsistentStates {
    let algebraic: AlgebraicStates?
    /// States change at once where rates jump if this is there.
    let fast: FastRest?

    /// `nil` where nothing has to hold.
    init?(system: SubjectSystem, settings: SolverSettings, absoluteTolerances: [Double]) {
        fast = FastRest(system: system, settings: settings, absoluteTolerances: absoluteTolerances)
        algebraic =
            system.isDifferentialAlgebraic
            ? AlgebraicStates(
                system: system, relativeTolerance: settings.relativeTolerance, absoluteTolerances: absoluteTolerances)
            : nil
        if fast == nil, algebraic == nil { return nil }
    }

    /// Makes the states consistent; the kind of failure where that is impossible.
    func restore(at time: Double, _ state: UnsafeMutablePointer<Double>) -> Trajectory.Failure.Kind? {
        if let fast, !fast.settle(at: time, state) { return .noFastRest }
        if let algebraic, !algebraic.solve(at: time, state) { return .inconsistentStart }
        return nil
    }
}
