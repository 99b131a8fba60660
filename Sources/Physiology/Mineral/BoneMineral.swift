import Modeling

/// Bone mineral: calcium that exchanges at once (Q), the rest (Qbone), and hydroxyapatite's readiness (HAp).
///
///     J14 = R · (1 − FracJ14) + Q₀ · FracJ14 · OCeqn(OC) · (M/OC)ᵃ         out of bone
///     J15 = R · Ca · (1 − FracJ15 + FracJ15 · HAp) · (1 + s) P / (P + s)   into bone (Ca, P, M, OC relative)
///     dQ/dt = J15 − J14 + k14a · Qbone − k14a · Qbone₀ / Q₀ · Q,   phosphate follows with 0.464 mol a mol
///
/// Nothing in the paper depends on Q or Qbone, so the store has no rest of its own: it falls or grows by what gut and
/// kidney leave, over years. Both are pinned at the start.
/// The last factor is not in the paper; it is 1 at the anchor.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct BoneMineral: Component {
    /// Bone resorption J14 and formation J15 relative to the anchor [1].
    let relativeResorption, relativeFormation: Expression
    /// Calcium of bone, Q + Qbone [mmol].
    let calcium: Expression

    init(in scope: Scope, pools: MineralPools, cells: BoneCells, rank: RankSignalling) {
        let daily = scope.peterson(
            "turnover", 88, .millimolePerDay, at: "CaDay", "calcium out of and into bone at the anchor")
        let turnover = scope.define(
            "turnoverRate", .millimolePerHour, daily.converted(from: .millimolePerDay, to: .millimolePerHour),
            "the same an hour")
        let exchangeableAnchor = scope.peterson("exchangeableAnchor", 100, .millimole, at: "Q₀", "Q at the anchor")
        let deepAnchor = scope.peterson("deepAnchor", 24_900, .millimole, at: "Qbone₀", "Qbone at the anchor")
        let exchangeable = scope.state(
            "exchangeable", .millimole, initial: exchangeableAnchor, typical: 10, pinned: true,
            "calcium of bone that exchanges at once, Q")
        let deep = scope.state(
            "deep", .millimole, initial: deepAnchor, typical: 1000, pinned: true, "calcium of bone beneath, Qbone")
        let released = Self.released(
            in: scope, cells: cells, rank: rank, turnover: turnover, exchangeable: exchangeableAnchor)
        let laidDown = Self.laidDown(in: scope, pools: pools, cells: cells, turnover: turnover)
        let resorption = scope.flow("resorption", from: exchangeable, to: pools.calciumAmount, rate: released, "J14")
        let formation = scope.flow("formation", from: pools.calciumAmount, to: exchangeable, rate: laidDown, "J15")

        let exchange = scope.peterson("exchange", 2.44437e-5, .perHour, at: "k14a", "rate out of deep bone")
        scope.flow("fromDeep", from: deep, to: exchangeable, rate: exchange * deep, "J14a")
        scope.flow(
            "toDeep", from: exchangeable, to: deep, rate: exchange * deepAnchor * exchangeable / exchangeableAnchor,
            "J15a")

        let perCalcium = scope.peterson("phosphatePerCalcium", 0.464, at: "J41, J42", "phosphate per calcium of bone")
        scope.flow("phosphateOut", from: nil, to: pools.phosphateAmount, rate: perCalcium * resorption, "J41")
        scope.flow("phosphateIn", from: pools.phosphateAmount, to: nil, rate: perCalcium * formation, "J42")
        relativeResorption = resorption / turnover
        relativeFormation = formation / turnover
        calcium = exchangeable + deep
    }

    /// J14 [mmol/h].
    private static func released(
        in scope: Scope, cells: BoneCells, rank: RankSignalling, turnover: Expression, exchangeable: Expression
    ) -> Expression {
        let dependent = scope.peterson("osteoclasticShare", 0.107763, at: "FracJ14", "share of release by osteoclasts")
        let most = scope.peterson(
            "greatestRelease", 0.543488, .perHour, at: "J14OCmax", "greatest release by osteoclasts")
        let steepness = scope.peterson("releaseSteepness", 1.6971, at: "J14OCgam", "its steepness in osteoclasts")
        let byActivity = scope.peterson("byActivity", 0.603754, at: "MOCratioGam", "rise per log RANKL an osteoclast")
        let byNumber = scope.sigmoid(
            "releaseByOsteoclasts", .perHour, of: cells.relativeOsteoclasts, from: .number(0, .perHour), span: most,
            atAnchor: turnover / exchangeable, steepness: steepness, "release by osteoclasts, OCeqn")
        let activity = (rank.relativeComplex / cells.relativeOsteoclasts).power(byActivity)
        let osteoclastic = scope.define(
            "osteoclastic", .millimolePerHour, byNumber * exchangeable * dependent * activity, "J14OCdepend")
        return turnover * (1 - dependent) + osteoclastic
    }

    /// J15 [mmol/h].
    private static func laidDown(
        in scope: Scope, pools: MineralPools, cells: BoneCells, turnover: Expression
    ) -> Expression {
        let dependent = scope.peterson(
            "osteoblasticShare", 0.114376, at: "FracJ15", "share of deposition by osteoblasts")
        let residence = scope.peterson("residence", 3.60609, .hour, at: "HApMRT", "residence of hydroxyapatite")
        let apatite = scope.state("hydroxyapatite", .dimensionless, initial: 1, typical: 0.1, "hydroxyapatite, HAp")
        scope.rate(of: apatite, (cells.relativeOsteoblasts - apatite) / residence)
        let starving = scope.parameter(
            "starvedOfPhosphate", 0.05, .dimensionless,
            .assumed(
                because:
                    "bone stops mineralising without phosphate (osteomalacia); the paper lets it go on, and phosphate would run out on a poor diet"
            ),
            spread: .logNormal(coefficientOfVariation: 0.5), grade: .supported,
            "phosphate, relative, that halves mineralisation")
        let byPhosphate = (1 + starving) * pools.relativePhosphate / (pools.relativePhosphate + starving)
        let byApatite = 1 - dependent + dependent * apatite
        return turnover * pools.relativeCalcium * byApatite * byPhosphate
    }
}
