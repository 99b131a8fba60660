import Modeling

/// Calcium–phosphate complexes in plasma and the particles that fetuin-A makes of them.
///
///     [CaHPO4]  = K₂ · f₂² · Ca · HPO4,       HPO4 = s · P,  H2PO4 = (1 − s) · P,  s = 1 / (1 + 10^(pKa − pH))
///     [CaH2PO4] = K₁ · f₂ · Ca · H2PO4,       K = k_form / k_dissolve
///     [CPP]     = kf · fetuin · ([CaHPO4] + f₁ · [CaH2PO4]) / kc
///     P         = phosphate / (1 + ([CaHPO4] + [CaH2PO4]) / P)
///
/// Complexes turn over in milliseconds and particles within a minute, so both stand at balance at every moment. What fetuin-A
/// takes from the complexes is a five-thousandth of what dissolves again and is neglected there.
/// - Source: Granjon 2017 (doi:10.1152/ajprenal.00271.2017) and its published code: rats, some numbers from the test tube.
struct CalciproteinParticles: Component {
    /// Calcium phosphate bound in ion pairs [mmol/L].
    let complexes: Expression
    /// Particles, as calcium phosphate in them [mmol/L].
    let concentration: Expression
    /// Particles relative to the reference person [1].
    let relative: Expression

    /// - Parameters:
    ///   - calcium: ionised [mmol/L].
    ///   - phosphate: in plasma [mmol/L].
    ///   - fetuin: fetuin-A relative to the usual [1].
    init(in scope: Scope, calcium: Expression, phosphate: Expression, fetuin: Expression) {
        let code = "published code of the calcium and phosphate model, plasma block"
        func rate(_ name: String, _ value: Double, _ unit: Unit, _ summary: String) -> Expression {
            scope.parameter(name, value, unit, .published(.granjon2017, at: code, .scaled), summary)
        }
        let formDibasic = rate("formDibasic", 1137.3, .litrePerMillimolePerMinute, "formation of CaHPO4")
        let formMonobasic = rate("formMonobasic", 52.94, .litrePerMillimolePerMinute, "formation of CaH2PO4")
        let dissolve = rate("dissolve", 1666.7, .perMinute, "dissolution of either complex")
        let binding = rate("fetuinBinding", 0.3, .perMinute, "complexes taken up by fetuin-A at its usual level")
        let clearance = rate("clearance", 3, .perMinute, "removal of particles from the blood")
        let monovalent = rate("activityMonovalent", 0.76, .dimensionless, "activity coefficient, one charge")
        let divalent = rate("activityDivalent", 0.33, .dimensionless, "activity coefficient, two charges")
        let pKa = rate("pKa", 6.8, .dimensionless, "second dissociation of phosphoric acid")
        let pH = rate("pH", 7.4, .dimensionless, "acidity of plasma")
        let ten = scope.parameter(
            "base", 10, .dimensionless, .assumed(because: "base of the decadic logarithm that pH is"), "base of pH")
        let usualCalcium = scope.parameter(
            "usualCalcium", 1.175, .millimolePerLitre,
            .derived(
                from: ["mineral.calciumAnchor", "mineral.ionisedShare"], by: "ionised share of total calcium"),
            "ionised calcium of the reference person")
        let usualPhosphate = scope.parameter(
            "usualPhosphate", 1.2, .millimolePerLitre, .published(.petersonRiggs2010, at: "steady state"),
            "phosphate of the reference person")

        let dibasicShare = scope.define(
            "dibasicShare", .dimensionless, 1 / (1 + ten.power(pKa - pH)), "share of phosphate as HPO4")
        let dibasic = scope.define(
            "dibasicConstant", .litrePerMillimole, formDibasic / dissolve * divalent.squared * dibasicShare,
            "CaHPO4 per calcium and phosphate")
        let monobasic = scope.define(
            "monobasicConstant", .litrePerMillimole, formMonobasic / dissolve * divalent * (1 - dibasicShare),
            "CaH2PO4 per calcium and phosphate")
        // f₁ stands on both sides of the balance of CaH2PO4 and cancels there; fetuin-A meets its activity.
        func free(_ phosphate: Expression, _ calcium: Expression) -> Expression {
            phosphate / (1 + (dibasic + monobasic) * calcium)
        }
        let freePhosphate = scope.define(
            "freePhosphate", .millimolePerLitre, free(phosphate, calcium), "phosphate not bound to calcium")
        complexes = scope.define(
            "complexes", .millimolePerLitre, (dibasic + monobasic) * calcium * freePhosphate,
            "calcium phosphate ion pairs")
        let perProduct = dibasic + monovalent * monobasic
        let atHand = perProduct * calcium * freePhosphate
        let usualAtHand = perProduct * usualCalcium * free(usualPhosphate, usualCalcium)
        concentration = scope.define(
            "concentration", .millimolePerLitre, binding * fetuin * atHand / clearance, "calciprotein particles")
        relative = scope.define("relative", .dimensionless, fetuin * atHand / usualAtHand, "particles over the usual")
    }
}
