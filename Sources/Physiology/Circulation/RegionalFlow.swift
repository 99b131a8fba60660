import Modeling

/// Resting flow of one region [mL/min], held constant by autoregulation between two mean pressures.
///
///     flow = resting · min(1, MAP / lower) · max(1, MAP / upper) · (compliance relative to start)ˢ
///
/// A calcium score never narrows a lumen here; the last factor, stiffness itself, is speculative and centred on none.
struct RegionalFlow: Component {
    /// [mL/min]
    let flow: Expression

    init(
        in scope: Scope, _ name: String, resting: Expression, range: AutoregulatedRange, compliance: Expression,
        pressure: Expression
    ) {
        let held = minimum(1, pressure / range.lower) * maximum(1, pressure / range.upper)
        flow = scope.define(
            name, .millilitrePerMinute, resting * held * compliance.power(range.byCompliance), "resting flow, \(name)")
    }
}

/// Mean pressures between which flow is held [mmHg], and what stiffness does to it.
struct AutoregulatedRange: Component {
    let lower, upper, byCompliance: Expression

    init(in scope: Scope) {
        lower = scope.parameter(
            "lower", 60, .millimetreOfMercury,
            .published(.guytonHall2011, at: "chapter on cerebral blood flow: 60 to 140 or 150 mmHg"), "lower end")
        upper = scope.parameter(
            "upper", 150, .millimetreOfMercury,
            .published(.guytonHall2011, at: "chapter on cerebral blood flow: 60 to 140 or 150 mmHg"), "upper end")
        byCompliance = scope.parameter(
            "byCompliance", 0, .dimensionless,
            .assumed(because: "no data that resting flow follows stiffness; centred on none"),
            spread: .normal(standardDeviation: 0.05), grade: .speculative, nonNegative: false,
            "rise of log flow per log compliance")
    }
}
