import Modeling

/// Calcium, phosphate, PTH and calcitriol of the extracellular fluid, at the anchors of Peterson & Riggs 2010.
struct MineralPools: Component {
    /// Extracellular volume [L].
    let volume: Expression
    /// Amounts: calcium and phosphate [mmol], PTH and calcitriol [pmol].
    let calciumAmount, phosphateAmount, pthAmount, calcitriolAmount: Expression
    /// Concentrations: total calcium and phosphate [mmol/L], PTH and calcitriol [pmol/L].
    let calcium, phosphate, pth, calcitriol: Expression
    /// The same at the anchor.
    let calciumAnchor, phosphateAnchor, pthAnchor, calcitriolAnchor: Expression
    /// Concentrations relative to the anchor [1].
    let relativeCalcium, relativePhosphate, relativePTH, relativeCalcitriol: Expression
    /// Ionised calcium [mmol/L].
    let ionisedCalcium: Expression

    init(in scope: Scope) {
        func anchor(_ name: String, _ value: Double, _ unit: Unit) -> Expression {
            scope.parameter(
                "\(name)Anchor", value, unit, .published(.petersonRiggs2010, at: "steady state"),
                "\(name) at the anchor")
        }
        let volume = scope.parameter(
            "volume", 14, .litre, .published(.petersonRiggs2010, at: "V1"), "extracellular volume")
        calciumAnchor = anchor("calcium", 2.35, .millimolePerLitre)
        phosphateAnchor = anchor("phosphate", 1.2, .millimolePerLitre)
        pthAnchor = anchor("pth", 3.85, .picomolePerLitre)
        calcitriolAnchor = anchor("calcitriol", 90, .picomolePerLitre)

        calciumAmount = scope.state(
            "calcium", .millimole, initial: volume * calciumAnchor, typical: 1, "calcium in extracellular fluid")
        phosphateAmount = scope.state(
            "phosphate", .millimole, initial: volume * phosphateAnchor, typical: 1, "phosphate in extracellular fluid")
        pthAmount = scope.state("pth", .picomole, initial: volume * pthAnchor, typical: 10, "parathyroid hormone")
        calcitriolAmount = scope.state(
            "calcitriol", .picomole, initial: volume * calcitriolAnchor, typical: 100, "calcitriol")

        calcium = scope.define("calciumConcentration", .millimolePerLitre, calciumAmount / volume, "total calcium")
        phosphate = scope.define("phosphateConcentration", .millimolePerLitre, phosphateAmount / volume, "phosphate")
        pth = scope.define("pthConcentration", .picomolePerLitre, pthAmount / volume, "parathyroid hormone")
        calcitriol = scope.define("calcitriolConcentration", .picomolePerLitre, calcitriolAmount / volume, "calcitriol")
        relativeCalcium = calcium / calciumAnchor
        relativePhosphate = phosphate / phosphateAnchor
        relativePTH = pth / pthAnchor
        relativeCalcitriol = calcitriol / calcitriolAnchor
        let ionisedShare = scope.parameter(
            "ionisedShare", 0.5, .dimensionless,
            .published(.guytonHall2011, at: "chapter on parathyroid hormone: about half"),
            "ionised share of total calcium")
        ionisedCalcium = scope.define("ionisedCalcium", .millimolePerLitre, ionisedShare * calcium, "ionised calcium")
        self.volume = volume
    }
}
