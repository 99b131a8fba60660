import Modeling

/// Calcium (P), phosphate (ECCPhos), PTH and calcitriol (B) of the extracellular fluid, and their anchors.
///
/// The anchor is the steady state of Peterson & Riggs 2010: filtration 100 mL/min, 24 mmol of calcium a day.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct MineralPools: Component {
    /// Extracellular volume V1 [L].
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
        let volume = scope.peterson("volume", 14, .litre, at: "V1", "extracellular volume")
        calciumAnchor = scope.peterson(
            "calciumAnchor", 2.35, .millimolePerLitre, at: "P₀ / V1", "calcium at the anchor")
        phosphateAnchor = scope.peterson(
            "phosphateAnchor", 1.2, .millimolePerLitre, at: "ECCPhos₀ / V1", "phosphate at the anchor")
        pthAnchor = scope.peterson("pthAnchor", 3.85, .picomolePerLitre, at: "PTH₀ / V1", "PTH at the anchor")
        calcitriolAnchor = scope.peterson(
            "calcitriolAnchor", 90, .picomolePerLitre, at: "B₀ / V1", "calcitriol at the anchor")

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
