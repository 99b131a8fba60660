import Modeling

/// Density of scalp hair, relative to full: lost with age and, where there is alopecia, with androgens.
///
///     dH/dt = −H · (age loss + androgen loss · alopecia) · exp(−p · ln(flow / usual) + c · ln(calcium / median))
///
/// The perfusion and calcium terms are hypotheses without a trial; both are centred on none.
struct ScalpHair: Component {
    /// [1]
    let density: Expression

    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, flow: Expression, usualFlow: Expression,
        departure: Expression
    ) {
        let ageLoss = scope.parameter(
            "ageLoss", 0.003, .perYear, .assumed(because: "density falls slowly with age in everyone"),
            spread: .logNormal(coefficientOfVariation: 0.5), "loss with age")
        let androgenLoss = scope.parameter(
            "androgenLoss", 0.03, .perYear, .assumed(because: "a few per cent a year without treatment"),
            spread: .logNormal(coefficientOfVariation: 0.7), "loss with androgenetic alopecia")
        let byFlow = scope.parameter(
            "byFlow", 0, .dimensionless,
            .assumed(because: "bald scalp has less flow (Klemp 1989), cause or effect unknown"),
            spread: .normal(standardDeviation: 0.2), nonNegative: false, "fall of log loss per log flow")
        let byCalcium = scope.parameter(
            "byCalcium", 0, .dimensionless,
            .assumed(because: "scalp calcification was never measured; only a hypothesis"),
            spread: .normal(standardDeviation: 0.1), nonNegative: false, "rise of log loss per log calcium")
        let density = scope.state(
            "density", .dimensionless, initial: start.hairDensity.converted(from: .percent, to: .dimensionless),
            typical: 0.1,
            pinned: true, "hair density relative to full")
        let modifiers = exp(byCalcium * departure - byFlow * ln(flow / usualFlow))
        let speed = (ageLoss + androgenLoss * person.hasAlopecia).converted(from: .perYear, to: .perHour)
        scope.flow("loss", from: density, to: nil, rate: speed * density * modifiers, "hair loss")
        self.density = density
    }
}
