import Modeling

/// RANKL (L) binds its receptor RANK (RNK) on osteoclast precursors, or the decoy OPG (O).
///
///     dL/dt   = kinL − koutL · L − k1 · O · L + k2 · N − k3 · RNK · L + k4 · M
///     dRNK/dt = koutRNK · RNK₀ · TGF-βᵃ − koutRNK · RNK − k3 · RNK · L + k4 · M
///     dO/dt   = pO − kO · O − k1 · O · L + k2 · N,   dM/dt = k3 · RNK · L − k4 · M,   dN/dt = k1 · O · L − k2 · N
///
/// PTH raises RANKL and lowers OPG. Amounts in the paper's own scale.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct RankSignalling: Component {
    /// RANK with RANKL, M, relative to the anchor [1].
    let relativeComplex: Expression

    /// - Parameters:
    ///   - relativePTH: seen by bone [1].
    ///   - pthAnchor: [pmol/L].
    init(in scope: Scope, relativePTH: Expression, pthAnchor: Expression, cells: BoneCells) {
        let ligandAnchor = scope.peterson("ligandAnchor", 0.4, at: "L₀", "RANKL at the anchor")
        let receptorAnchor = scope.peterson("receptorAnchor", 10, at: "RNK₀", "RANK at the anchor")
        let decoyAnchor = scope.peterson("decoyAnchor", 4, at: "O₀", "OPG at the anchor")
        let decoyOn = scope.peterson("decoyOn", 6.24e-6, .perHour, at: "k1", "OPG binds RANKL")
        let decoyOff = scope.peterson("decoyOff", 0.112013, .perHour, at: "k2", "OPG lets RANKL go")
        let receptorOn = scope.peterson("receptorOn", 6.24e-6, .perHour, at: "k3", "RANK binds RANKL")
        let receptorOff = scope.peterson("receptorOff", 0.112013, .perHour, at: "k4", "RANK lets RANKL go")
        let ligandLoss = scope.peterson("ligandLoss", 0.00293273, .perHour, at: "koutL", "loss of RANKL")
        let receptorLoss = scope.peterson("receptorLoss", 0.00323667, .perHour, at: "koutRNK", "loss of RANK")
        let decoyLoss = scope.peterson("decoyLoss", 15.8885, .perHour, at: "kO", "loss of OPG")
        let byTGF = scope.peterson("receptorByTGF", 0.151825, at: "kinRNKgam", "rise of log RANK per log TGF-β")

        let ligand = scope.state("ligand", .dimensionless, initial: ligandAnchor, typical: 0.04, "RANKL, L")
        let receptor = scope.state("receptor", .dimensionless, initial: receptorAnchor, typical: 1, "RANK, RNK")
        let decoy = scope.state("decoy", .dimensionless, initial: decoyAnchor, typical: 0.4, "OPG, O")
        let complexAnchor = scope.define(
            "complexAnchor", .dimensionless, receptorOn * receptorAnchor * ligandAnchor / receptorOff, "M₀")
        let complex = scope.state(
            "complex", .dimensionless, initial: complexAnchor, typical: 2e-5, "RANK with RANKL, M")
        let captured = scope.state(
            "captured", .dimensionless, initial: decoyOn * decoyAnchor * ligandAnchor / decoyOff, typical: 1e-5,
            "OPG with RANKL, N")

        let bound = scope.define("binding", .perHour, receptorOn * receptor * ligand, "binding to RANK")
        let caught = scope.define("capture", .perHour, decoyOn * decoy * ligand, "capture by OPG")
        let (binding, capture) = (bound - receptorOff * complex, caught - decoyOff * captured)
        let ligandMade = Self.ligandSynthesis(in: scope, relativePTH: relativePTH, cells: cells)
        let decoyMade = Self.decoySynthesis(
            in: scope, relativePTH: relativePTH, pthAnchor: pthAnchor, cells: cells)
        let turnover = ligandLoss * (ligandAnchor * ligandMade - ligand)
        scope.rate(of: ligand, turnover - capture - binding)
        let receptorMade = receptorAnchor * cells.relativeFactor.power(byTGF)
        scope.rate(of: receptor, receptorLoss * (receptorMade - receptor) - binding)
        scope.rate(of: decoy, decoyLoss * (decoyAnchor * decoyMade - decoy) - capture)
        scope.rate(of: complex, binding)
        scope.rate(of: captured, capture)
        relativeComplex = scope.define(
            "relativeComplex", .dimensionless, complex / complexAnchor, "RANK with RANKL, relative")
    }

    /// kinL, relative [1].
    private static func ligandSynthesis(in scope: Scope, relativePTH: Expression, cells: BoneCells) -> Expression {
        let byOsteoblasts = scope.peterson(
            "ligandByOsteoblasts", 0.173833, at: "OsteoEffectGam", "rise of log RANKL per log osteoblasts")
        let most = scope.peterson("greatestByPTH", 1.30721, at: "EmaxLpth", "RANKL with much PTH")
        let presence = scope.define(
            "osteoblastEffect", .dimensionless, cells.relativeOsteoblasts.power(byOsteoblasts), "OsteoEffect")
        let byPTH = most * relativePTH / ((most - 1) * presence + relativePTH)
        return scope.define("ligandSynthesis", .dimensionless, presence * byPTH, "synthesis of RANKL, kinL")
    }

    /// pO, relative [1].
    private static func decoySynthesis(
        in scope: Scope, relativePTH: Expression, pthAnchor: Expression, cells: BoneCells
    ) -> Expression {
        let half = scope.peterson("decoyPTH", 3.85, .picomolePerLitre, at: "opgPTH50", "PTH scale of OPG")
        let level = half / pthAnchor * cells.relativeResponding
        let byPTH = (relativePTH + level) / (2 * relativePTH)
        return scope.define(
            "decoySynthesis", .dimensionless, cells.relativeResponding * byPTH, "synthesis of OPG, pO")
    }
}
