import Modeling

/// Osteoclasts: formed where RANK is engaged, lost by TGF-β, kept alive by RANKL.
///
///     dOC/dt = Da · Pic0 · OC₀ · MeffOC(M) − Da · Pic0 · PicOC(TGF-β) · LsurvOC(M) · OC   (PicOC relative to Pic0)
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct Osteoclasts: Component {
    init(in scope: Scope, cells: BoneCells, rank: RankSignalling) {
        let daily = scope.peterson("turnover", 0.7, .perDay, at: "Da", "loss per active TGF-β")
        let rate = scope.define(
            "rate", .perHour, daily.converted(from: .perDay, to: .perHour) * cells.factorAnchor, "Da · Pic0")
        let formed = scope.sigmoid(
            "formation", of: rank.relativeComplex,
            from: scope.peterson("leastFormation", 0.388267, at: "E0Meff", "formation without RANKL"),
            span: scope.peterson("formationSpan", 3.15667, at: "EmaxMeffOC", "span of formation"), atAnchor: 1,
            steepness: scope.peterson("formationSteepness", 8.53065, at: "kinOCgam", "its steepness"),
            "formation by RANK, MeffOC")
        let byTGF = scope.sigmoid(
            "lossByTGF", of: cells.relativeFactor,
            from: scope.peterson("leastLoss", 0.878215, at: "FracPicOC", "loss without TGF-β"),
            span: scope.peterson("lossSpan", 1.9746, at: "EmaxPicOC", "span of loss") / cells.factorAnchor, atAnchor: 1,
            steepness: scope.peterson("lossSteepness", 1.0168, at: "PicOCgam", "its steepness"),
            "loss by TGF-β, PicOC")
        let most = scope.peterson("lossWithoutRANKL", 3.80338, at: "E0RANKL", "loss without RANKL")
        let least = scope.peterson("lossWithRANKL", 0.469779, at: "EmaxL", "loss with much RANKL")
        let survival = scope.sigmoid(
            "lossByRANKL", of: rank.relativeComplex, from: most, span: least - most, atAnchor: 1,
            steepness: scope.peterson("survivalSteepness", 3.09023, at: "LsurvOCgam", "its steepness"),
            "loss by RANKL, LsurvOC")
        scope.flow(
            "formation_", from: nil, to: cells.osteoclasts, rate: rate * cells.osteoclastAnchor * formed,
            "osteoclasts formed, kinOC2")
        scope.flow(
            "loss", from: cells.osteoclasts, to: nil, rate: rate * byTGF * survival * cells.osteoclasts,
            "osteoclasts lost, KLSoc · OC")
    }
}
