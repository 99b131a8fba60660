import Modeling

/// Pressures from the person's own at the start, from stiffening since and from the stroke.
///
///     PP = SV / C,   C = SV₀ / PP₀ · relative compliance          (two-element Windkessel)
///     SBP = MAP + (1 − form) · PP,   DBP = MAP − form · PP,   SVR = MAP / CO
///
/// Stiffening raises systolic and pulse pressure and lowers diastolic: mechanics. Baroreflex and kidneys hold the mean
/// within days and weeks, while arteries stiffen over years, so the mean stands at its set point without a state (docs/decisions/0024). Whether that point
/// rises with stiffness is contested; the term is centred on 0. SV / PP overstates compliance, since blood also runs off
/// during ejection; only its changes move pressure, and the person's own pressures at the start come out exactly.
struct BloodPressure: Component {
    /// [mmHg]
    let systolic, diastolic, mean, pulse: Expression
    /// Of the arterial tree, stroke volume over pulse pressure [mL/mmHg].
    let compliance: Expression
    /// Systemic vascular resistance [mmHg·min/L].
    let resistance: Expression

    /// - Parameter relativeCompliance: of the arterial tree, over that at the start [1].
    init(
        in scope: Scope, atStart: MeanPressureAtStart, form: Expression, relativeCompliance: Expression,
        output: CardiacOutput
    ) {
        let adaptation = scope.parameter(
            "adaptation", 0, .dimensionless,
            .assumed(because: "whether stiff arteries raise mean pressure is contested; centred on none"),
            spread: .normal(standardDeviation: 0.1), grade: .contested, nonNegative: false,
            "rise of log mean pressure per log stiffness")
        mean = scope.define(
            "mean", .millimetreOfMercury, atStart.mean * relativeCompliance.power(-adaptation),
            "mean arterial pressure")
        pulse = scope.define(
            "pulse", .millimetreOfMercury, atStart.pulse * output.relativeStroke / relativeCompliance, "pulse pressure")
        systolic = scope.define("systolic", .millimetreOfMercury, mean + (1 - form) * pulse, "systolic pressure")
        diastolic = scope.define("diastolic", .millimetreOfMercury, mean - form * pulse, "diastolic pressure")
        compliance = scope.define(
            "compliance", .millilitrePerMillimetreOfMercury, output.strokeVolume / pulse, "arterial compliance")
        resistance = scope.define(
            "resistance", .millimetreOfMercuryMinutePerLitre, mean / output.output, "systemic vascular resistance")
    }
}
