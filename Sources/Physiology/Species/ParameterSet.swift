import Modeling

/// Values that replace those of a model's parameters and inputs, with their sources: the same components as another species.
public struct ParameterSet: Sendable {
    /// One value in its own unit, which must have the parameter's dimension.
    public struct Entry: Sendable {
        public let identifier: String
        public let value: Double
        public let unit: Unit
        public let evidence: Evidence

        init(_ identifier: String, _ value: Double, _ unit: Unit, _ evidence: Evidence) {
            self.identifier = identifier
            self.value = value
            self.unit = unit
            self.evidence = evidence
        }
    }

    public let name: String
    public private(set) var entries: [Entry]

    init(name: String, entries: [Entry]) {
        self.name = name
        self.entries = entries
    }

    /// This set with another's entries, which go first where both have a value.
    func overridden(by other: ParameterSet) -> ParameterSet {
        let own = Set(other.entries.map(\.identifier))
        return ParameterSet(name: other.name, entries: entries.filter { !own.contains($0.identifier) } + other.entries)
    }

    /// Puts the values in place; what a variant of the model lacks, such as warfarin's numbers without warfarin, falls away.
    ///
    /// The relative spread of a parameter stays as it is: a log-normal's coefficient of variation.
    public func apply(to model: inout Model) {
        let indices = model.quantityIndices()
        for entry in entries {
            guard let index = indices[entry.identifier] else { continue }
            let unit = model.quantities[index].unit
            model.quantities[index].initial = .number(entry.value * (entry.unit.scale / unit.scale), unit)
            model.quantities[index].evidence = entry.evidence
        }
    }

    /// What does not fit a model with every component: names it lacks, dimensions that differ, formulas in place of numbers.
    public func misfits(with model: Model) -> [String] {
        entries.compactMap { entry in
            guard let quantity = model.quantity(entry.identifier) else {
                return "\(entry.identifier) is not in the model"
            }
            guard case .number? = quantity.initial?.kind, quantity.kind == .parameter else {
                return "\(entry.identifier) is not a number of the model"
            }
            guard quantity.unit.isSameDimension(as: entry.unit) else {
                return "\(entry.identifier) is in \(quantity.unit), not in \(entry.unit)"
            }
            return nil
        }
    }
}
