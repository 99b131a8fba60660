import Modeling

/// Oxygen in arterial blood.
///
///     content = 1.34 · Hb · saturation,   need = usual content / content
///
/// What is dissolved (about 0.3 mL/dL) is left out. `need` is 1 in usual blood and above 1 in anaemia or at low saturation.
struct BloodOxygen: Component {
    /// [mL/dL]
    let content: Expression
    /// The same as volume of oxygen in volume of blood [1].
    let fraction: Expression
    /// In usual blood [1].
    let usualFraction: Expression
    /// Flow over usual that brings the usual oxygen [1].
    let need: Expression

    init(in scope: Scope, person: Person) {
        let perHaemoglobin = scope.parameter(
            "perHaemoglobin", 1.34, .millilitrePerGram,
            .published(.guytonHall2011, at: "chapter on transport of oxygen: 1.34 mL/g"), "oxygen bound per haemoglobin"
        )
        let usual = scope.parameter(
            "usualContent", 19.4, .millilitrePerDecilitre,
            .published(.guytonHall2011, at: "chapter on transport of oxygen: 19.4 mL/dL in arterial blood"),
            "oxygen content of usual arterial blood")
        let saturation = person.saturation.converted(from: .percent, to: .dimensionless)
        content = scope.define(
            "content", .millilitrePerDecilitre, perHaemoglobin * person.haemoglobin * saturation,
            "arterial oxygen content")
        fraction = content.converted(from: .millilitrePerDecilitre, to: .dimensionless)
        usualFraction = usual.converted(from: .millilitrePerDecilitre, to: .dimensionless)
        need = scope.define("need", .dimensionless, usual / content, "flow over usual that brings the usual oxygen")
    }
}
