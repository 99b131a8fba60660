/// Tells the unit of formulas of one model.
public struct FormulaUnits {
    private var inference: UnitInference

    /// - Parameter model: whose quantities and reactions the formulas name.
    public init(_ model: Model) { inference = UnitInference(model) }

    /// The unit of a formula, where it can be told without an error of units in it.
    public mutating func unit(of formula: Expression) -> Unit? { inference.inferredUnit(of: formula) }

    /// The unit of a quantity or of a reaction's rate; `nil` where there is none of that name.
    public func unit(ofSymbol identifier: String) -> Unit? { inference.units[identifier] }

    /// The unit of a species as an amount.
    public func amountUnit(ofSpecies identifier: String) -> Unit? { inference.amountUnits[identifier] }

    /// The unit in which reactions that change a species count: its amount ÷ its conversion factor.
    public func extentUnit(ofSpecies identifier: String) -> Unit? { inference.extentUnits[identifier] }
}
