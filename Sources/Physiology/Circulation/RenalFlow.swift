import Modeling

/// The kidneys' flow, from what they filter.
///
///     resting = eGFR / filtration fraction / (1 − haematocrit),   haematocrit = Hb / 34 g/dL
///
/// The filtration fraction falls in kidney disease, so that the flow of failing kidneys is understated.
struct RenalFlow: Component {
    let bed: RegionalBed

    init(in scope: Scope, person: Person, perfusion: Perfusion) {
        let filtrationFraction = scope.parameter(
            "filtrationFraction", 0.2, .dimensionless,
            .published(.guytonHall2011, at: "chapter on glomerular filtration: about 20 % of the plasma flow"),
            spread: .logNormal(coefficientOfVariation: 0.15), "share of renal plasma flow that is filtered")
        let inCells = scope.parameter(
            "haemoglobinInCells", 34, .gramPerDecilitre,
            .published(.guytonHall2011, at: "chapter on red blood cells: 34 g in 100 mL of cells"),
            "haemoglobin in red cells")
        let extracted = scope.parameter(
            "extracted", 0.08, .dimensionless,
            .assumed(
                because: "7 % of the body's oxygen with 22 % of its output, a quarter of which is used; from memory"),
            spread: .logNormal(coefficientOfVariation: 0.2), "share of oxygen extracted at rest")
        let range = AutoregulatedRange(
            in: scope, from: 75, to: 160,
            .published(.guytonHall2011, at: "chapter on glomerular filtration: under 10 % between 75 and 160 mmHg"))
        let plasmaShare = 1 - person.haemoglobin / inCells
        let resting = scope.define(
            "resting", .millilitrePerMinute, person.filtrationRate / filtrationFraction / plasmaShare,
            "flow that goes with the filtration")
        bed = RegionalBed(
            in: scope, resting: resting, consumption: perfusion.consumption(extracting: extracted, from: resting),
            range: range, perfusion: perfusion)
    }
}
