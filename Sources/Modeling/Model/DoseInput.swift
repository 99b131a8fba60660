/// A place where doses enter: what one administration does to the model.
///
/// A dose is an event whose time comes from a regimen instead of a trigger. Before the assignments are evaluated
/// the executor sets `amount` and the `attributes`; an infusion instead adds amount ÷ duration to `infusionRate`
/// at its start and takes it off at its end.
public struct DoseInput: Sendable {
    public var identifier: String
    /// Parameter that holds the dose during the assignments; its unit is the unit of doses.
    public var amount: String
    /// Parameters a dose may set, by the name scenarios use: meal fat, skin area.
    public var attributes: [String: String]
    /// Parameter [amount per time] that a running infusion raises; `nil` where infusions make no sense.
    public var infusionRate: String?
    public var assignments: [Event.Assignment]
    public var summary = ""

    public init(
        _ identifier: String, amount: String, attributes: [String: String] = [:], infusionRate: String? = nil,
        assignments: [Event.Assignment]
    ) {
        self.identifier = identifier
        self.amount = amount
        self.attributes = attributes
        self.infusionRate = infusionRate
        self.assignments = assignments
    }
}
