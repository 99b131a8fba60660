/// A sudden change when a condition becomes true, with every attribute of SBML Level 3 Version 2.
public struct Event: Sendable {
    /// `variable := formula` on execution.
    public struct Assignment: Sendable {
        public var variable: String
        public var formula: Expression

        public init(_ variable: String, _ formula: Expression) {
            self.variable = variable
            self.formula = formula
        }
    }

    public var identifier: String
    /// Logical; the event is triggered when it goes from false to true.
    public var trigger: Expression
    /// What the trigger is taken to have been just before the start.
    public var initialTriggerValue = true
    /// Whether a pending execution survives the trigger turning false.
    public var isPersistent = true
    /// Time from trigger to execution [model time unit].
    public var delay: Expression?
    /// Among events executing at once the highest goes first; equal ones in random order.
    public var priority: Expression?
    /// Whether assignments are evaluated when triggered instead of when executed.
    public var usesValuesFromTriggerTime = true
    public var assignments: [Assignment]
    public var summary = ""
    public var line: Int?

    public init(_ identifier: String, when trigger: Expression, assignments: [Assignment]) {
        self.identifier = identifier
        self.trigger = trigger
        self.assignments = assignments
    }
}
