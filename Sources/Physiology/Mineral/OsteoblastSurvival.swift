import Modeling

/// What keeps osteoblasts alive: PTH through Runx2 (RX2), CREB and Bcl-2 (BCL2), and TGF-β.
///
///     dRX2/dt  = RX2Kout0 · RX2₀ − RX2Kout(PTH) · RX2,   dCREB/dt = crebKout · (CREB₀ · f(PTH) − CREB)
///     dBCL2/dt = bcl2Kout · (RX2 · CREB − BCL2)
///     kb′      = E0 · kb · PicOBkb(TGF-β) − RUNkbMax · E0 · kb · Rᵍ / (Rᵍ + R50ᵍ),   R = max(RUNX20, BCL2 − 90)
///
/// The paper's program takes R = BCL2 − 90 only above 105, with a jump from 10 to 15 there; the maximum is the same
/// above 105 and has no jump.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct OsteoblastSurvival: Component {
    /// Apoptosis now, kb′ [1/h].
    let apoptosis: Expression
    /// Apoptosis at the anchor, kb [1/h].
    let usual: Expression

    /// - Parameter relativePTH: seen by bone [1].
    init(in scope: Scope, relativePTH: Expression, cells: BoneCells) {
        let start = scope.peterson("factorAtRest", 10, at: "RX2₀, CREB₀", "Runx2 and CREB at the anchor")
        let runx2 = Self.runx2(in: scope, relativePTH: relativePTH, start: start)
        let creb = Self.creb(in: scope, relativePTH: relativePTH, start: start)
        let rate = scope.peterson("bcl2Rate", 0.693, .perHour, at: "bcl2Kout", "turnover of Bcl-2")
        let bcl2 = scope.state("bcl2", .dimensionless, initial: start * start, typical: 10, "Bcl-2")
        scope.rate(of: bcl2, rate * (runx2 * creb - bcl2))

        let usual = scope.peterson("usualApoptosis", 0.000605516, .perHour, at: "kb", "apoptosis at the anchor")
        let without = scope.peterson("apoptosisWithoutRunx2", 1.01, at: "E0RUNX2kbEffFACT", "apoptosis without Runx2")
        let most = scope.peterson("protectable", 0.638114, at: "RUNkbMaxFact", "share that Runx2 can prevent")
        let steepness = scope.peterson("runx2Steepness", 3.67798, at: "RUNkbGAM", "steepness in Runx2")
        let offset = scope.peterson("bcl2Offset", 90, at: "RUNX2", "Bcl-2 that is taken off")
        let effective = scope.define(
            "effectiveRunx2", .dimensionless, maximum(start, bcl2 - offset), "Runx2 that protects, RUNX2")
        let protection = scope.sigmoid(
            "protection", of: effective / start, from: 0, span: without * most, atAnchor: without - 1,
            steepness: steepness, "apoptosis prevented, RUNX2kbPrimeEff ÷ kb")
        let byFactor = Self.byGrowthFactor(in: scope, cells: cells)
        apoptosis = scope.define(
            "apoptosis", .perHour, usual * (without * byFactor - protection), "apoptosis of osteoblasts, kbprime")
        self.usual = usual
    }

    private static func runx2(in scope: Scope, relativePTH: Expression, start: Expression) -> Expression {
        let atAnchor = scope.peterson("runx2Rate", 0.693, .perHour, at: "RX2Kout0", "loss of Runx2 at the anchor")
        let least = scope.peterson("leastRunx2Rate", 0.125, .perHour, at: "E0rx2Kout", "loss without PTH")
        let span = scope.peterson("runx2RateSpan", 5, .perHour, at: "EmaxPTHRX2x", "span by PTH")
        let runx2 = scope.state("runx2", .dimensionless, initial: start, typical: 1, "Runx2, RX2")
        let loss = scope.sigmoid(
            "runx2Loss", .perHour, of: relativePTH, from: least, span: span, atAnchor: atAnchor,
            "loss of Runx2, RX2Kout")
        scope.rate(of: runx2, atAnchor * start - loss * runx2)
        return runx2
    }

    private static func creb(in scope: Scope, relativePTH: Expression, start: Expression) -> Expression {
        let rate = scope.peterson("crebRate", 0.00279513, .perHour, at: "crebKout", "turnover of CREB")
        let least = scope.peterson("leastCREB", 0.5, at: "E0crebKin", "synthesis without PTH")
        let span = scope.peterson("crebSpan", 3.39745, at: "EmaxPTHcreb", "span by PTH")
        let creb = scope.state("creb", .dimensionless, initial: start, typical: 1, "CREB")
        let synthesis = scope.sigmoid(
            "crebSynthesis", of: relativePTH, from: least, span: span, atAnchor: 1, "synthesis of CREB")
        scope.rate(of: creb, rate * (start * synthesis - creb))
        return creb
    }

    /// PicOBkbEff [1].
    private static func byGrowthFactor(in scope: Scope, cells: BoneCells) -> Expression {
        let most = scope.peterson("apoptosisWithoutTGF", 3.11842, at: "MultPicOBkb", "apoptosis without TGF-β")
        let least = scope.peterson("apoptosisWithTGF", 0.764028, at: "FracPic0kb", "apoptosis with much TGF-β")
        let steepness = scope.peterson("tgfSteepness", 2.92375, at: "PicOBgamkb", "steepness in TGF-β")
        return scope.sigmoid(
            "apoptosisByTGF", of: cells.relativeFactor, from: most, span: least - most, atAnchor: 1,
            steepness: steepness, "apoptosis by TGF-β, PicOBkbEff")
    }
}
