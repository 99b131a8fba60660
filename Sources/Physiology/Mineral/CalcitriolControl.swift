import Modeling

/// The 1α-hydroxylase (A) and calcitriol (B): PTH urges, phosphate and FGF23 hold back, calcidiol is the substrate.
///
///     dA/dt = T65 · T68(PTH) · PhosEffect(P) · substrate · FGF23⁻ᶜ − T64 · A
///     dB/dt = A − T69 · B,   T68 = (1 + (T67 / PTH₀)ᵍ) · PTHᵍ / (T67ᵍ + PTHᵍ)
///     PhosEffect = PhosEff0 − a · Pʰ / (Pʰ + PhosEff50ʰ), 1 up to the anchor, at least a floor above it
///     substrate  = D / (D + K) relative to usual calcidiol
///
/// Substrate, FGF23 and the floor are not in Peterson & Riggs 2010; all are without effect at the anchor.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct CalcitriolControl: Component {
    /// - Parameters:
    ///   - calcidiol: 25-hydroxyvitamin D in plasma [nmol/L].
    ///   - phosphatonin: FGF23 relative to the anchor [1].
    init(in scope: Scope, pools: MineralPools, calcidiol: Expression, phosphatonin: Expression) {
        let synthesis = scope.peterson(
            "synthesis", 6.3, (Unit.picomolePerHour / .hour).named("pmol/h2"), at: "T65", "synthesis of hydroxylase")
        let perEnzyme = scope.peterson(
            "perHydroxylase", 1, .perHour, at: "A in dB/dt", "calcitriol made an hour per hydroxylase")
        let decay = scope.peterson("decay", 0.05, .perHour, at: "T64", "decay of hydroxylase")
        let loss = scope.peterson("loss", 0.1, .perHour, at: "T69", "loss of calcitriol; half-life 7 h")
        let enzyme = scope.state(
            "hydroxylase", .picomole, initial: synthesis / (decay * perEnzyme), typical: 10,
            "1α-hydroxylase, as calcitriol it makes in an hour, A")
        let drive = Self.byPTH(in: scope, pools: pools) * Self.byPhosphate(in: scope, pools: pools)
        let supply = Self.byCalcidiol(in: scope, calcidiol: calcidiol)
        let byPhosphatonin = scope.parameter(
            "byPhosphatonin", 0.25, .dimensionless,
            .assumed(
                because:
                    "calcitriol falls from a filtration of about 60 mL/min, before phosphate rises; stands for FGF23 and lost nephrons alike"
            ),
            spread: .logNormal(coefficientOfVariation: 0.4), grade: .supported, "fall of log synthesis per log FGF23")
        let held = phosphatonin.power(-byPhosphatonin)
        scope.rate(of: enzyme, synthesis / perEnzyme * drive * supply * held - decay * enzyme)
        scope.flow(
            "production", from: nil, to: pools.calcitriolAmount, rate: perEnzyme * enzyme,
            "hydroxylation in the kidney")
        scope.flow("loss_", from: pools.calcitriolAmount, to: nil, rate: loss * pools.calcitriolAmount, "loss")
    }

    /// T68 [1].
    private static func byPTH(in scope: Scope, pools: MineralPools) -> Expression {
        let half = scope.peterson("halfPTH", 1.54865, .picomolePerLitre, at: "T67", "PTH at half of its effect")
        let steepness = scope.peterson("byPTH", 0.111241, at: "AlphOHgam", "steepness in PTH")
        let offset = scope.define(
            "halfByPTH", .dimensionless, (half / pools.pthAnchor).power(steepness), "T67 in the paper's scale")
        let urge = pools.relativePTH.power(steepness)
        return scope.define("driveByPTH", .dimensionless, (1 + offset) * urge / (offset + urge), "T68")
    }

    /// PhosEffect [1].
    private static func byPhosphate(in scope: Scope, pools: MineralPools) -> Expression {
        let most = scope.peterson("greatestByPhosphate", 1.52493, at: "PhosEff0", "effect without phosphate")
        let half = scope.peterson("halfPhosphate", 1.3021, .millimolePerLitre, at: "PhosEff50", "phosphate at half")
        let steepness = scope.peterson("byPhosphate", 8.25229, at: "PhosEffGam", "steepness in phosphate")
        let offset = scope.define(
            "halfByPhosphate", .dimensionless, (half / pools.phosphateAnchor).power(steepness), "PhosEff50, relative")
        let weight = scope.define("fallByPhosphate", .dimensionless, (most - 1) * (1 + offset), "PhosEffMax · PhosEff0")
        let load = pools.relativePhosphate.power(steepness)
        let least = scope.parameter(
            "leastByPhosphate", 0.4, .dimensionless,
            .assumed(
                because: "the paper's formula turns negative above 2.1 mmol/L; calcitriol is low, not gone, in uraemia"),
            spread: .uniform(0.2, 0.6), grade: .supported, "drive left with much phosphate")
        let drive = most - weight * load / (load + offset)
        return scope.define("driveByPhosphate", .dimensionless, maximum(least, minimum(1, drive)), "PhosEffect")
    }

    /// Calcidiol's supply relative to usual [1].
    private static func byCalcidiol(in scope: Scope, calcidiol: Expression) -> Expression {
        let half = scope.parameter(
            "halfCalcidiol", 3, .nanomolePerLitre,
            .assumed(
                because:
                    "calcitriol hardly depends on calcidiol unless that is very low; PTH rises below about 40 nmol/L"
            ),
            spread: .logNormal(coefficientOfVariation: 0.5), grade: .supported, "calcidiol at half of its supply")
        let usual = scope.parameter(
            "usualCalcidiol", 60, .nanomolePerLitre, .assumed(because: "a middling level in Europe"), "usual calcidiol")
        let supply = calcidiol / (calcidiol + half)
        return scope.define("supply", .dimensionless, supply * (usual + half) / usual, "supply by calcidiol")
    }
}
