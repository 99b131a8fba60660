/// A named result with the unit people read it in.
public struct Output: Sendable {
    public var identifier: String
    public var formula: Expression
    public var unit: Unit
    /// Name for people, such as "Coronary artery calcium".
    public var label: String
    /// Grade of the output's own formula; its reported grade is the lowest on its path.
    public var grade: Grade
    public var summary: String

    public init(
        _ identifier: String, _ formula: Expression, unit: Unit, label: String, grade: Grade = .established,
        summary: String = ""
    ) {
        self.identifier = identifier
        self.formula = formula
        self.unit = unit
        self.label = label
        self.grade = grade
        self.summary = summary
    }
}
