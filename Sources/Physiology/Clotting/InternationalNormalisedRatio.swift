import Modeling

/// INR from the factors that prothrombin time sees, 1 when all are replete.
///
///     INR = (VII · X · II) ^ −s
struct InternationalNormalisedRatio: Component {
    /// [1]
    let value: Expression

    init(in scope: Scope, factors: ClottingFactors) {
        let slope = scope.parameter(
            "slope", 0.29, .dimensionless,
            .assumed(because: "INR 2 to 3 goes with factors at 20 to 40 %; each of the three counts alike"),
            spread: .logNormal(coefficientOfVariation: 0.1), "fall of log INR per log factor")
        let activity = factors.factorVII.activity * factors.factorX.activity * factors.prothrombin.activity
        value = scope.define("inr", .dimensionless, activity.power(-slope), "international normalised ratio")
    }
}
