import Modeling

/// Pressures from the person's own at the start and from stiffening since.
///
///     PP = PP₀ / relative compliance,   SBP = MAP + (1 − form) · PP,   DBP = MAP − form · PP
///
/// Stiffening raises systolic and pulse pressure and lowers diastolic: mechanics. Whether it also raises the mean
/// pressure is contested; that term is centred on 0.
struct BloodPressure: Component {
    /// [mmHg]
    let systolic, diastolic, mean, pulse: Expression
    /// Cardiac output [L/min] and systemic resistance [mmHg·min/L].
    let cardiacOutput, resistance: Expression

    /// - Parameter compliance: relative to the start [1].
    init(in scope: Scope, atStart: MeanPressureAtStart, form: Expression, compliance: Expression) {
        let output = scope.parameter(
            "cardiacOutput", 5, .litrePerMinute,
            .published(.guytonHall2011, at: "chapter on cardiac output: about 5 L/min at rest"),
            spread: .logNormal(coefficientOfVariation: 0.15), "cardiac output at rest")
        let adaptation = scope.parameter(
            "adaptation", 0, .dimensionless,
            .assumed(because: "whether stiff arteries raise mean pressure is contested; centred on none"),
            spread: .normal(standardDeviation: 0.1), grade: .contested, nonNegative: false,
            "rise of log mean pressure per log stiffness")
        mean = scope.define(
            "mean", .millimetreOfMercury, atStart.mean * compliance.power(-adaptation), "mean arterial pressure")
        pulse = scope.define("pulse", .millimetreOfMercury, atStart.pulse / compliance, "pulse pressure")
        systolic = scope.define("systolic", .millimetreOfMercury, mean + (1 - form) * pulse, "systolic pressure")
        diastolic = scope.define("diastolic", .millimetreOfMercury, mean - form * pulse, "diastolic pressure")
        cardiacOutput = output
        resistance = scope.define(
            "resistance", .millimetreOfMercury / .litrePerMinute, mean / output, "systemic vascular resistance")
    }
}
