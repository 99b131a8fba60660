import Modeling

/// Ten-year risk of atherosclerotic disease by age and by the CAC class a person *starts* in (MESA).
///
///     risk = low · (high / low)ˣ,   x = (age at start − 50) / (80 − 50), held within 0 to 1
///
/// Each class has the range that MESA found across age, sex and origin; age is taken to span it. The risk does not move
/// with the simulation: a change in score under treatment is not known to change risk, so no difference between courses
/// can be read from it.
struct BaselineRisk: Component {
    /// [%]
    let tenYears: Expression

    init(in scope: Scope, person: Person, start: CalcificationAtStart) {
        let young = scope.parameter(
            "young", 50, .year, .assumed(because: "middle of MESA's youngest group, 45 to 54"), "age of the low ends")
        let old = scope.parameter(
            "old", 80, .year, .assumed(because: "middle of MESA's oldest group, 75 to 84"), "age of the high ends")
        let along = maximum(0, minimum(1, (person.ageAtStart - young) / (old - young)))
        let classes = RiskClass.all(in: scope)
        let first = scope.parameter(
            "firstLimit", 100, .agatston, .published(.budoff2018, at: "classes"), "limit of the second class")
        let second = scope.parameter(
            "secondLimit", 300, .agatston, .published(.budoff2018, at: "classes"), "limit of the third class")
        let own = scope.parameter(
            "own", 1, .dimensionless,
            .assumed(because: "sex, origin and risk factors spread people of one age and class over much of its range"),
            spread: .logNormal(coefficientOfVariation: 0.3), "a person's risk over the usual of age and class")
        let risks = classes.map { own * $0.risk(along: along) }
        tenYears = scope.define(
            "tenYears", .percent,
            piecewise(
                [
                    (value: risks[0], when: start.coronary <= 0), (value: risks[1], when: start.coronary <= first),
                    (value: risks[2], when: start.coronary <= second),
                ],
                otherwise: risks[3]), "ten-year risk by baseline class and age")
    }
}

/// The range of one class of the score [%].
struct RiskClass: Component {
    let low, high: Expression

    init(in scope: Scope, _ name: String, low: (Double, Evidence), high: (Double, Evidence)) {
        self.low = scope.parameter("\(name).low", low.0, .percent, low.1, "ten-year risk, \(name), low end")
        self.high = scope.parameter("\(name).high", high.0, .percent, high.1, "ten-year risk, \(name), high end")
    }

    /// - Parameter share: 0 at the low end, 1 at the high end.
    func risk(along share: Expression) -> Expression { low * (high / low).power(share) }

    /// No score, up to 100, up to 300, above: the outer two as published, the inner ones between them in ratio.
    static func all(in scope: Scope) -> [RiskClass] {
        let ends = ["risk.none.high", "risk.over300.high"]
        return [
            RiskClass(
                in: scope, "none", low: (1.3, .published(.budoff2018, at: "abstract: CAC 0, 1.3 to 5.6 %")),
                high: (5.6, .published(.budoff2018, at: "abstract: CAC 0, 1.3 to 5.6 %"))),
            RiskClass(
                in: scope, "upTo100",
                low: (
                    3.122,
                    .derived(
                        from: ["risk.none.low", "risk.upTo300.low"], by: "geometric mean of the classes beside it")
                ),
                high: (9.294, .derived(from: ends, by: "a third of the way, in ratio"))),
            RiskClass(
                in: scope, "upTo300",
                low: (7.5, .published(.budoff2018, at: "abstract: above 7.5 % in all subgroups with CAC over 100")),
                high: (15.42, .derived(from: ends, by: "two thirds of the way, in ratio"))),
            RiskClass(
                in: scope, "over300",
                low: (13.1, .published(.budoff2018, at: "abstract: CAC over 300, 13.1 to 25.6 %")),
                high: (25.6, .published(.budoff2018, at: "abstract: CAC over 300, 13.1 to 25.6 %"))),
        ]
    }
}
