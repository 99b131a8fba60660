/// A parameter that a fit may adjust.
public struct FitParameter: Sendable {
    /// How the parameter is walked along.
    public enum Scale: Sendable {
        /// By its logarithm, for what is positive.
        case logarithmic
        /// By itself in steps of a typical size, for what may be zero or negative.
        case linear(typical: Double)
    }

    public var identifier: String
    /// Allowed values [the parameter's unit].
    public var range: ClosedRange<Double>
    public var scale: Scale
    /// How far the value may be from its estimate before that counts against it: standard deviation in the scale's
    /// coordinate (0.5 is about 50 % for a logarithm); `nil` for no prior.
    public var priorDeviation: Double?
    /// Where the fit starts and the prior is centred [the parameter's unit]; `nil` for the model's own value.
    public var estimate: Double?

    public init(
        _ identifier: String, in range: ClosedRange<Double>, scale: Scale = .logarithmic, priorDeviation: Double? = nil,
        estimate: Double? = nil
    ) {
        self.identifier = identifier
        self.range = range
        self.scale = scale
        self.priorDeviation = priorDeviation
        self.estimate = estimate
    }
}
