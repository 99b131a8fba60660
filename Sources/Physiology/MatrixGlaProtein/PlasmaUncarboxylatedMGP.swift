import Modeling

/// Dephosphorylated uncarboxylated MGP in plasma: leaks from the wall, leaves mostly through the kidney.
///
///     dP/dt = k · (M · (1 − F) − P · (1 − r + r · eGFR / 100))
///
/// It rises when the kidney fails although the wall is unchanged, and it does not show how much *active* MGP
/// the wall holds (dp-cMGP did not move in Dalmeijer 2012).
struct PlasmaUncarboxylatedMGP: Component {
    /// dp-ucMGP [pmol/L] as the assay reads it.
    let level: Expression

    init(in scope: Scope, vessel: VesselMatrixGlaProtein, person: Person) {
        let greatest = scope.parameter(
            "levelWithoutCarboxylation", 1075, .picomolePerLitre,
            .assumed(
                because: "puts a community sample of 60 years at 376 pmol/L (LASA) with about 30 % uncarboxylated"),
            spread: .logNormal(coefficientOfVariation: 0.3),
            "level with nothing carboxylated and a filtration of 100 mL/min")
        let renalShare = scope.parameter(
            "renalShare", 0.87, .dimensionless,
            .assumed(because: "1939 pmol/L on haemodialysis (Delanaye 2014) against about 376 in the community"),
            spread: .uniform(0.75, 0.95), "share of clearance through a kidney that filters 100 mL/min")
        let usualFiltration = scope.parameter(
            "usualFiltration", 100, .millilitrePerMinute, .published(.petersonRiggs2010, at: "GFR 6 L/h"),
            "usual filtration rate")
        let halfLife = scope.parameter(
            "halfLife", 1, .day, .assumed(because: "a small filtered protein; faster than its source in the wall"),
            spread: .logNormal(coefficientOfVariation: 0.5), "half-life in plasma")
        let assay = scope.parameter(
            "assayScale", 1, .dimensionless,
            .assumed(because: "assays differ by manufacturer; 1 is that of the community sample"),
            "reading of the assay per true level")

        let leak = greatest * (1 - vessel.carboxylated)
        let clearance = 1 - renalShare + renalShare * (person.filtrationRate / usualFiltration)
        let plasma = scope.state("plasma", .picomolePerLitre, initial: leak, typical: 100, "dp-ucMGP in plasma")
        let rate = ln(2) / halfLife.converted(from: .day, to: .hour)
        scope.rate(of: plasma, rate * (leak - clearance * plasma))
        level = scope.define("dpucMGP", .picomolePerLitre, assay * plasma, "dp-ucMGP as measured")
    }
}
