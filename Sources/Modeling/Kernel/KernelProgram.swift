/// A computation a kernel offers: inputs (time, states, parameters), outputs one vector.
public enum KernelProgram: Hashable, Sendable {
    /// f(t, y, p) of M·y′ = f [stateCount].
    case rightHandSide
    /// Non-zeros of ∂f/∂y in the order of `KernelLayout.jacobianPattern` [nonZeroCount].
    case jacobian
    /// f, then the non-zeros of ∂f/∂y, whose formulas share much [stateCount + nonZeroCount].
    case rightHandSideAndJacobian
    /// ∂f/∂t [stateCount].
    case timeDerivative
    /// (∂f/∂p)·v for the direction v given as the last input [stateCount].
    case parameterDirection
    /// Functions whose sign changes are discontinuities [rootCount], then numerator and denominator, in turn, of each
    /// quotient that may become infinite [2 × poleCount].
    case roots
    /// Results in their declared units [outputCount].
    case outputs
    /// Initial stored values of all states, then of all parameters [stateCount + parameterCount].
    case initialValues
    /// Truth of each event's trigger [eventCount].
    case triggers
    /// Priority of each event, −∞ where it has none [eventCount].
    case priorities
    /// Delay of each event, 0 where it has none [eventCount].
    case delays
    /// Values an event assigns, in formula terms [assignment count of the event].
    case eventAssignments(Int)
    /// Factor from formula to stored value of each target of an event: compartment size for a concentration, else 1.
    case eventScales(Int)
    /// Stored values a dose assigns [assignment count of the dose input].
    case doseAssignments(Int)
    /// f, then the non-zeros of its derivatives in the order of `SensitivityLayout.linearisation`: by states, whose
    /// part is `.jacobian`, by active parameters, by time [stateCount + nonZeroCount].
    case linearisation
    /// Derivatives of the non-zeros that `SensitivityLayout.curvedPlaces` names, by states and time along the direction
    /// given as the last input [curved place count].
    case curvature
    /// Non-zeros of another program's derivatives by states, active parameters and time, by its own pattern.
    case derivatives(of: DifferentiatedProgram)
}

/// A program whose derivatives sensitivities need where something is reported, given or assigned.
public enum DifferentiatedProgram: Hashable, Sendable {
    case initialValues
    case outputs
    /// Of the roots alone, without poles.
    case roots
    case eventAssignments(Int)
    case eventScales(Int)
    case doseAssignments(Int)
}
