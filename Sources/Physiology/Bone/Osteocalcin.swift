import Modeling

/// Osteocalcin in plasma, uncarboxylated and carboxylated, made in proportion to bone turnover.
///
///     d ucOC/dt = k · (T · turnover · (1 − f) − ucOC),   d cOC/dt = k · (T · turnover · f − cOC)
struct Osteocalcin: Component {
    /// [ng/mL]
    let uncarboxylated: Expression
    let carboxylated: Expression

    /// - Parameters:
    ///   - newlyCarboxylated: share of new protein [1].
    ///   - turnover: of bone, relative to usual [1].
    init(in scope: Scope, newlyCarboxylated share: Expression, turnover: Expression) {
        let total = scope.parameter(
            "total", 16, .nanogramPerMillilitre,
            .assumed(because: "about 30 % uncarboxylated gives 4.9 ng/mL of ucOC (Koitaya 2014)"),
            spread: .logNormal(coefficientOfVariation: 0.3), "osteocalcin in plasma")
        let halfLife = scope.parameter(
            "halfLife", 1, .day,
            .assumed(because: "plasma clears in hours, bone cells adapt in a day or more; ucOC moves within a week"),
            spread: .logNormal(coefficientOfVariation: 0.5), "time scale of osteocalcin")
        let rate = ln(2) / halfLife.converted(from: .day, to: .hour)
        let made = total * turnover
        let uncarboxylated = scope.state(
            "uncarboxylated", .nanogramPerMillilitre, initial: total * (1 - share), typical: 1,
            "uncarboxylated osteocalcin")
        let carboxylated = scope.state(
            "carboxylated", .nanogramPerMillilitre, initial: total * share, typical: 1, "carboxylated osteocalcin")
        scope.rate(of: uncarboxylated, rate * (made * (1 - share) - uncarboxylated))
        scope.rate(of: carboxylated, rate * (made * share - carboxylated))
        (self.uncarboxylated, self.carboxylated) = (uncarboxylated, carboxylated)
    }
}
