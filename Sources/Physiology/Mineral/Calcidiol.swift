import Modeling

/// Where the 25-hydroxyvitamin D of plasma, calcidiol, comes from.
protocol CalcidiolSource: Component {
    /// In plasma [nmol/L].
    var concentration: Expression { get }
}

/// No vitamin D is given: the level stays the person's own, which sun and food keep up.
struct OwnCalcidiol: CalcidiolSource {
    let concentration: Expression
}

/// Vitamin D by mouth, on top of the person's own level.
///
///     dA/dt = doses − k · A,   calcidiol = own + A / V,   k = ln 2 / half-life,   V = clearance / k
///
/// A dose counts as calcidiol at once: the days that the liver takes are short beside the half-life of two weeks. Clearance and
/// volume are apparent, per amount swallowed, so that a daily dose in the end raises the level by what was published. The rise is
/// even in the dose; in people it flattens above some hundred micrograms a day.
struct VitaminDDose: CalcidiolSource {
    static let oral = "mineral.calcidiol.oral"

    let concentration: Expression

    /// - Parameter own: the person's level without the doses [nmol/L].
    init(in scope: Scope, own: Expression) {
        let molarMass = scope.parameter(
            "molarMass", 384.65, .gramPerMole,
            .published(.meija2016, at: "standard atomic weights, C27H44O", .scaled), "molar mass of cholecalciferol")
        let risePerDose = scope.parameter(
            "risePerDose", 0.70, .nanomolePerLitrePerMicrogramPerDay,
            .published(.heaney2003, at: "abstract: slope of about 0.70 nmol/L for each µg a day, 67 men in winter"),
            spread: .logNormal(coefficientOfVariation: 0.4), "rise of the level for each unit of daily dose, in the end"
        )
        let halfLife = scope.parameter(
            "halfLife", 15.1, .day,
            .published(.jones2014, at: "abstract: 15.1 d, SD 3.1, of 25-hydroxyvitamin D3 in 36 men"),
            spread: .logNormal(coefficientOfVariation: 0.2), "half-life of calcidiol")
        let rate = scope.define(
            "rate", .perHour, ln(2) / halfLife.converted(from: .day, to: .hour), "loss of calcidiol")
        let clearance = scope.define(
            "clearance", .litrePerHour,
            (1 / (molarMass * risePerDose)).converted(
                from: .dimensionless / (.gramPerMole * .nanomolePerLitrePerMicrogramPerDay), to: .litrePerHour),
            "plasma cleared, per amount swallowed")
        let volume = scope.define("volume", .litre, clearance / rate, "volume, per amount swallowed")
        let taken = scope.state("taken", .nanomole, typical: 100, "calcidiol from the doses")
        scope.flow("loss", from: taken, to: nil, rate: rate * taken, "loss of calcidiol from the doses")
        scope.doseInput("oral", .microgram, "a dose by mouth") { dose, _ in
            let amount = (dose / molarMass).converted(from: .microgram / .gramPerMole, to: .nanomole)
            return [(state: taken, value: taken + amount)]
        }
        concentration = scope.define("concentration", .nanomolePerLitre, own + taken / volume, "25(OH)D in plasma")
    }
}
