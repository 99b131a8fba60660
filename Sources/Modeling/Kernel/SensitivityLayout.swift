/// Which derivatives by parameters are followed, and where each stands.
///
/// Columns of every pattern are the states, then the active parameters, then time.
public struct SensitivityLayout: Sendable {
    /// Indices of the parameters by which is differentiated, in the order asked for.
    public let parameters: [Int]
    /// Indices of the parameters whose stored value may depend on those, themselves included, ascending: computed ones and
    /// those that events and doses write.
    public let activeParameters: [Int]
    /// Derivatives of f [stateCount rows].
    public let linearisation: SparsityPattern
    /// Places among the linearisation's non-zeros, time's column left out, that vary with states or time, ascending.
    public let curvedPlaces: [Int]
    /// Derivatives of the other programs.
    public let patterns: [DifferentiatedProgram: SparsityPattern]

    public var parameterCount: Int { parameters.count }
}
