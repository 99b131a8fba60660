import Modeling

/// How MGP that holds no phosphate leaks from the wall into plasma and leaves through the kidney.
///
///     dP/dt = k · (leak − P · (1 − r + r · eGFR / 100))
struct SecretedMGP: Component {
    /// Level that a form reaches per relative amount in the wall, at a filtration of 100 mL/min [pmol/L].
    let levelPerAmount: Expression
    /// Loss from plasma at a filtration of 100 mL/min [1/h].
    let turnover: Expression
    /// Clearance relative to that at a filtration of 100 mL/min [1].
    let clearance: Expression

    init(in scope: Scope, person: Person) {
        levelPerAmount = scope.parameter(
            "levelPerAmount", 3600, .picomolePerLitre,
            .assumed(
                because:
                    "puts a community sample of 60 years at 376 pmol/L (LASA) with about 30 % uncarboxylated and 30 % without phosphate"
            ),
            spread: .logNormal(coefficientOfVariation: 0.25),
            "level with everything in that form and a filtration of 100 mL/min")
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
        turnover = scope.define(
            "turnover", .perHour, ln(2) / halfLife.converted(from: .day, to: .hour), "loss at 100 mL/min")
        clearance = scope.define(
            "clearance", .dimensionless, 1 - renalShare + renalShare * (person.filtrationRate / usualFiltration),
            "clearance relative to that at 100 mL/min")
    }

    /// Plasma level of one form [pmol/L].
    ///
    /// - Parameter leak: level at balance with a filtration of 100 mL/min [pmol/L].
    func plasma(in scope: Scope, _ name: String, leak: Expression, _ summary: String) -> Expression {
        let level = scope.state(name, .picomolePerLitre, initial: leak, typical: 100, summary)
        scope.rate(of: level, turnover * (leak - clearance * level))
        return level
    }
}
