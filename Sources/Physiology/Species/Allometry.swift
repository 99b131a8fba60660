import Modeling

/// Scaling of kinetic numbers with body mass: amounts and volumes ∝ M, times ∝ M^¼, and so clearances ∝ M^¾.
///
/// The exponent of a number follows from the dimensions of its unit: mole and kilogram count 1, metre ⅓, second ¼. What has no
/// dimension, and concentrations, stay as they are. So do ages in years and filtrations: the person's age and eGFR are not scaled, and
/// what they are compared with must not be either.
struct Allometry {
    /// Units of the human clock and of filtration, in which no kinetics are stated.
    static let kept: [Unit] = [.year, .perYear, .millilitrePerMinute]

    /// Mass over that of the reference [1].
    let relativeMass: Double

    /// M-exponent of a unit.
    static func exponent(of unit: Unit) -> Double {
        unit.dimensions.reduce(0) { sum, dimension in
            switch dimension.symbol {
            case "mol", "kg": sum + dimension.exponent
            case "m": sum + dimension.exponent / 3
            case "s": sum + dimension.exponent / 4
            default: sum
            }
        }
    }

    /// Every number of some components, scaled.
    ///
    /// - Parameters:
    ///   - prefixes: scope names of the components, with their point.
    ///   - model: with every component, such as warfarin.
    func scaled(_ prefixes: [String], of model: Model, name: String) -> ParameterSet {
        let entries = model.quantities.compactMap { quantity -> ParameterSet.Entry? in
            guard prefixes.contains(where: { quantity.identifier.hasPrefix($0) }), quantity.kind == .parameter,
                let evidence = quantity.evidence, case .number(let value, _)? = quantity.initial?.kind
            else { return nil }
            if case .given = evidence.origin { return nil }
            let exponent = Self.kept.contains(quantity.unit) ? 0 : Self.exponent(of: quantity.unit)
            guard abs(exponent) > 1e-6 else { return nil }
            let step =
                "the human value times (0.3 kg / 70 kg) to the power \(Self.text(exponent)), by the unit's dimension"
            return ParameterSet.Entry(
                quantity.identifier, value * power(exponent), quantity.unit,
                .derived(from: [quantity.identifier, "person.weight"], by: step))
        }
        return ParameterSet(name: name, entries: entries)
    }

    func power(_ exponent: Double) -> Double { Operation.power.apply(relativeMass, exponent) }

    private static func text(_ exponent: Double) -> String {
        let quarters = (exponent * 12).rounded() / 12
        return quarters == quarters.rounded() ? "\(Int(quarters))" : "\((quarters * 1000).rounded() / 1000)"
    }
}
