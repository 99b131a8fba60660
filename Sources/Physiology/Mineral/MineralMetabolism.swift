import Modeling

/// Calcium, phosphate, PTH, calcitriol and bone: Peterson & Riggs 2010, written anew from its equations.
///
/// What it lacks is named where it stands and neutral at the paper's steady state: FGF23, calcidiol, what PTH and FGF23 do
/// to the renal threshold of phosphate, bone's resistance to PTH in kidney disease, stress.
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct MineralMetabolism: Component {
    let pools: MineralPools
    let cells: BoneCells
    let bone: BoneMineral
    let renalCalcium: RenalCalcium
    let renalPhosphate: RenalPhosphate
    /// 25-hydroxyvitamin D in plasma [nmol/L].
    let calcidiol: Expression
    /// FGF23 relative to the anchor [1].
    let phosphatonin: Phosphatonin
    /// Bone turnover relative to usual [1], as osteoblasts.
    var boneTurnover: Expression { cells.relativeOsteoblasts }
    /// Calcium times phosphate, relative to the anchors [1].
    let relativeProduct: Expression

    init(in scope: Scope, person: Person, diet: Diet, calcidiol: Expression) {
        self.calcidiol = calcidiol
        let usual = scope.peterson(
            "usualFiltration", 100, .millilitrePerMinute, at: "GFR", "filtration at the anchor")
        let filtration = scope.define(
            "filtration", .litrePerHour, person.filtrationRate.converted(from: .millilitrePerMinute, to: .litrePerHour),
            "filtration")
        let relativeFiltration = person.filtrationRate / usual
        pools = MineralPools(in: scope)
        _ = GutCalcium(
            in: scope.scope("gutCalcium", "calcium from food into the fluid"), pools: pools, diet: diet)
        let gutPhosphate = GutPhosphate(
            in: scope.scope("gutPhosphate", "phosphate from food into the fluid"), pools: pools, diet: diet)
        _ = CellPhosphate(in: scope.scope("cellPhosphate", "phosphate inside cells"), pools: pools)
        phosphatonin = Phosphatonin(
            in: scope.scope("phosphatonin", grade: .supported, "FGF23"), relativeUptake: gutPhosphate.relativeUptake,
            relativeFiltration: relativeFiltration)
        renalCalcium = RenalCalcium(
            in: scope.scope("renalCalcium", "calcium in the kidney"), pools: pools, filtration: filtration)
        renalPhosphate = RenalPhosphate(
            in: scope.scope("renalPhosphate", "phosphate in the kidney"), pools: pools, filtration: filtration,
            phosphatonin: phosphatonin.relative)
        _ = ParathyroidGland(
            in: scope.scope("pthControl", "secretion and clearance of PTH"), pools: pools, person: person)
        _ = CalcitriolControl(
            in: scope.scope("calcitriolControl", "1α-hydroxylase and calcitriol"), pools: pools, calcidiol: calcidiol,
            phosphatonin: phosphatonin.relative)
        cells = BoneCells(in: scope.scope("boneCells", "osteoblasts, osteoclasts and TGF-β as amounts"))
        let resistance = SkeletalResistance(
            in: scope.scope("resistance", grade: .supported, "bone's resistance to PTH as the kidney fails"),
            pools: pools, relativeFiltration: relativeFiltration)
        bone = Self.bone(in: scope, pools: pools, cells: cells, relativePTH: resistance.relativePTH)
        relativeProduct = scope.define(
            "relativeProduct", .dimensionless, pools.relativeCalcium * pools.relativePhosphate,
            "calcium × phosphate relative to the anchor")
    }

    /// Bone: the cells' talk with each other, and the mineral they move.
    private static func bone(
        in scope: Scope, pools: MineralPools, cells: BoneCells, relativePTH: Expression
    ) -> BoneMineral {
        _ = GrowthFactor(in: scope.scope("growthFactor", "TGF-β in bone"), cells: cells)
        let survival = OsteoblastSurvival(
            in: scope.scope("survival", "Runx2, CREB, Bcl-2 and the life of osteoblasts"),
            relativePTH: relativePTH, cells: cells)
        _ = OsteoblastLineage(
            in: scope.scope("osteoblasts", "osteoblasts from recruitment to apoptosis"), cells: cells,
            apoptosis: survival.apoptosis, usualApoptosis: survival.usual)
        let rank = RankSignalling(
            in: scope.scope("rank", "RANK, RANKL and OPG"), relativePTH: relativePTH, pthAnchor: pools.pthAnchor,
            cells: cells)
        _ = Osteoclasts(in: scope.scope("osteoclasts", "osteoclasts"), cells: cells, rank: rank)
        return BoneMineral(
            in: scope.scope("bone", "calcium and phosphate into and out of bone"), pools: pools, cells: cells,
            rank: rank)
    }
}
