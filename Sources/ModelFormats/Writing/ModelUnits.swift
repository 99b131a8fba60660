import Modeling

/// The units a document states once for all: of amounts moved by reactions and of sizes.
struct ModelUnits {
    let extent: Unit
    let volume: Unit
    let area: Unit
    let length: Unit

    /// The most frequent of each kind in the model.
    init(_ model: Model) {
        let units = FormulaUnits(model)
        let moved = model.reactions.flatMap { ($0.reactants + $0.products).map(\.species) }
        let species = model.quantities.filter { if case .species = $0.kind { true } else { false } }
        let amounts = (moved.isEmpty ? species.map(\.identifier) : moved).compactMap { units.extentUnit(ofSpecies: $0) }
        extent = Self.mostFrequent(amounts.filter(UnitWriting.isSubstance)) ?? .mole
        func size(_ exponent: Double) -> Unit? {
            let dimension = Unit.metre.power(exponent)
            return Self.mostFrequent(
                model.quantities.filter { $0.kind == .compartment }.map(\.unit).filter {
                    $0.isSameDimension(as: dimension)
                })
        }
        volume = size(3) ?? .litre
        area = size(2) ?? .metre.power(2)
        length = size(1) ?? .metre
    }

    /// Of equally frequent ones the first.
    private static func mostFrequent(_ units: [Unit]) -> Unit? {
        var counts: [Unit: Int] = [:]
        for unit in units { counts[unit, default: 0] += 1 }
        guard let most = counts.values.max() else { return nil }
        return units.first { counts[$0] == most }
    }
}

extension Model {
    /// Whether every reaction counts in this unit, conversion factors included.
    func countsThroughout(in extent: Unit) -> Bool {
        let units = FormulaUnits(self)
        return reactions.allSatisfy { reaction in
            (reaction.reactants + reaction.products).allSatisfy { units.extentUnit(ofSpecies: $0.species) == extent }
        }
    }

    /// Whether something without a compartment is a species in a unit that SBML has no species for.
    var hasUnitsWithoutSpecies: Bool {
        quantities.contains { quantity in
            guard case .species(nil, _, _) = quantity.kind else { return false }
            return !UnitWriting.isSubstance(quantity.unit)
        }
    }

    /// Makes every reaction count in one unit, as SBML asks: others are divided by a factor of value 1 that carries the
    /// unit, and their species multiplied by it.
    ///
    /// A species in a unit that SBML has no species for, such as a concentration of its own, gets a compartment of size 1.
    mutating func makeExtentsUniform(_ units: ModelUnits) {
        let known = FormulaUnits(self)
        var factors = UnitFactors(extent: units.extent)
        let moved = Set(reactions.flatMap { ($0.reactants + $0.products).map(\.species) })
        var unitOfLaw: [String: Unit] = [:]
        for reaction in reactions {
            guard let participant = (reaction.reactants + reaction.products).first,
                let unit = known.extentUnit(ofSpecies: participant.species), unit != units.extent
            else { continue }
            unitOfLaw[reaction.identifier] = unit
        }
        var needsUnitVolume = false
        for index in quantities.indices {
            guard case .species(let compartment, _, let isBoundary) = quantities[index].kind,
                var amount = known.amountUnit(ofSpecies: quantities[index].identifier)
            else { continue }
            if compartment == nil, !UnitWriting.isSubstance(amount), UnitWriting.isSubstance(amount * .litre) {
                needsUnitVolume = true
                quantities[index].kind = .species(
                    compartment: Self.unitVolume, isAmountInMath: false, isBoundary: isBoundary)
                amount = amount * .litre
            }
            if moved.contains(quantities[index].identifier), quantities[index].conversionFactor == nil,
                amount != units.extent
            {
                quantities[index].conversionFactor = factors.name(of: amount)
            }
        }
        let factorOfLaw = unitOfLaw.mapValues { Expression.symbol(factors.name(of: $0)) }
        if !factorOfLaw.isEmpty {
            replaceFormulas { formula in
                formula.substituting { name in factorOfLaw[name].map { .symbol(name) * $0 } }
            }
        }
        for index in reactions.indices {
            guard let factor = factorOfLaw[reactions[index].identifier] else { continue }
            reactions[index].rate = reactions[index].rate / factor
        }
        if needsUnitVolume {
            var volume = Quantity(Self.unitVolume, .compartment, unit: .litre, initial: .number(1, .litre))
            volume.summary = "one litre, for what is stated as a concentration without a volume"
            quantities.insert(volume, at: 0)
        }
        quantities += factors.quantities
    }

    private static let unitVolume = "compartment.litre"

    /// SBML has no species outside of compartments.
    mutating func giveEverySpeciesACompartment() {
        var isNeeded = false
        for index in quantities.indices {
            guard case .species(nil, _, let isBoundary) = quantities[index].kind else { continue }
            isNeeded = true
            // Without a volume there is no concentration: the symbol is the amount either way.
            quantities[index].kind = .species(
                compartment: "compartment.none", isAmountInMath: true, isBoundary: isBoundary)
        }
        guard isNeeded else { return }
        var nowhere = Quantity("compartment.none", .compartment, unit: .dimensionless, initial: 1)
        nowhere.summary = "holds the amounts that are in no volume"
        quantities.insert(nowhere, at: 0)
    }
}

/// Parameters of value 1 that turn the unit of extents into others.
private struct UnitFactors {
    let extent: Unit
    private(set) var quantities: [Quantity] = []
    private var names: [Unit: String] = [:]

    init(extent: Unit) { self.extent = extent }

    mutating func name(of unit: Unit) -> String {
        if let known = names[unit] { return known }
        let ratio = (unit / extent).named("\(unit) per \(extent)")
        let name = "extent.in.\(unit)"
        var quantity = Quantity(name, .parameter, unit: ratio, initial: .number(1, ratio))
        quantity.summary = "turns the unit of reaction extents into \(unit)"
        names[unit] = name
        quantities.append(quantity)
        return name
    }
}
