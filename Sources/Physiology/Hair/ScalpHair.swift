import Modeling

/// Density of scalp hair, relative to full: lost with age and, where there is alopecia, with androgens.
///
///     dH/dt = −H · (age loss + androgen loss · alopecia) · exp(−p · ln(flow / usual) + c · calcium)
///     age loss = −ln(1 − 0.10) / 50 y,   androgen loss = −ln(1 − 0.263) / 5 y − age loss
///
/// The androgen loss was measured at the vertex of untreated men of 18 to 41 and is taken for every scalp with alopecia.
/// The perfusion and calcium terms are hypotheses without a trial; both are centred on none.
struct ScalpHair: Component {
    /// [1]
    let density: Expression
    /// Hairs in the affected area [1/cm²].
    let count: Expression

    /// - Parameters:
    ///   - flow, usualFlow: of the scalp, now and with full hair [mL/min].
    ///   - calciumDeparture: log of scalp calcium over the usual [1].
    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, flow: Expression, usualFlow: Expression,
        calciumDeparture: Expression
    ) {
        let ageLoss = HairLoss(
            in: scope.scope("age", "loss with age alone"), share: 0.1, standardDeviation: 0.05, years: 50,
            .published(.sperling2012, at: "chapter 10: 10 % fewer at 70 to 79 than at 20 to 29, no pattern loss"))
        let patternLoss = HairLoss(
            in: scope.scope("pattern", "loss with androgenetic alopecia"), share: 0.263, standardDeviation: 0.08,
            years: 5, .published(.kaufman2008, at: "abstract: 26.3 % in 5 years on placebo, vertex"))
        for (name, value) in [("leastFull", 214.0), ("greatestFull", 230)] {
            _ = scope.parameter(
                name, value, .perSquareCentimetre,
                .published(.birnbaum2018, at: "abstract: 214 to 230 per cm² in Caucasians; 148 to 178 in others"),
                "end of the range of hairs per area, full")
        }
        let full = scope.parameter(
            "full", 222, .perSquareCentimetre,
            .derived(from: ["hair.leastFull", "hair.greatestFull"], by: "middle of the range"),
            spread: .logNormal(coefficientOfVariation: 0.15), "hairs per area, full")
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
            typical: 0.1, pinned: true, "hair density relative to full")
        let androgenLoss = scope.define(
            "androgenLoss", .perYear, maximum(0, patternLoss.rate - ageLoss.rate), "loss by androgens alone")
        let modifiers = exp(byCalcium * calciumDeparture - byFlow * ln(flow / usualFlow))
        let speed = (ageLoss.rate + androgenLoss * person.hasAlopecia).converted(from: .perYear, to: .perHour)
        scope.flow("loss", from: density, to: nil, rate: speed * density * modifiers, "hair loss")
        self.density = density
        count = scope.define("count", .perSquareCentimetre, density * full, "hairs per area")
    }
}

/// A steady loss, from the share lost in some years: −ln(1 − share) / years.
struct HairLoss: Component {
    /// [1/y]
    let rate: Expression

    init(
        in scope: Scope, share value: Double, standardDeviation: Double, years span: Double, _ evidence: Evidence
    ) {
        let share = scope.parameter(
            "share", value, .dimensionless, evidence,
            spread: .uniform(value - standardDeviation, value + standardDeviation), "share of hairs lost")
        let years = scope.parameter("years", span, .year, evidence, "in so many years")
        rate = scope.define("rate", .perYear, -ln(1 - share) / years, "loss per year")
    }
}
