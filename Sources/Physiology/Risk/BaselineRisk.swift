import Modeling

/// Ten-year risk of atherosclerotic disease by the CAC class a person *starts* in (MESA).
///
/// It does not move with the simulation: a change in score under treatment is not known to change risk,
/// so no difference between courses can be read from it.
struct BaselineRisk: Component {
    /// [%]
    let tenYears: Expression

    init(in scope: Scope, start: CalcificationAtStart) {
        func level(_ name: String, _ value: Double, _ range: (Double, Double), _ evidence: Evidence) -> Expression {
            scope.parameter(
                name, value, .percent, evidence, spread: .uniform(range.0, range.1), "ten-year risk, \(name)")
        }
        let none = level("none", 3, (1.3, 5.6), .published(.budoff2018, at: "abstract: CAC 0, 1.3 to 5.6 %"))
        let some = level(
            "upTo100", 6, (3, 10),
            .assumed(because: "between the classes that Budoff 2018 gives; above 100 all exceed 7.5 %"))
        let more = level(
            "upTo300", 12, (7.5, 16), .assumed(because: "above 7.5 % (Budoff 2018) and below the class over 300"))
        let most = level(
            "over300", 19, (13.1, 25.6), .published(.budoff2018, at: "abstract: CAC over 300, 13.1 to 25.6 %"))
        let first = scope.parameter(
            "firstLimit", 100, .agatston, .published(.budoff2018, at: "classes"), "limit of the second class")
        let second = scope.parameter(
            "secondLimit", 300, .agatston, .published(.budoff2018, at: "classes"), "limit of the third class")
        tenYears = scope.define(
            "tenYears", .percent,
            piecewise(
                [
                    (value: none, when: start.coronary <= 0), (value: some, when: start.coronary <= first),
                    (value: more, when: start.coronary <= second),
                ],
                otherwise: most), "ten-year risk by baseline class")
    }
}
