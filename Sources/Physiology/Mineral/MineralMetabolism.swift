import Modeling

/// Calcium, phosphate, PTH and calcitriol: the small form, with the anchors of Peterson & Riggs 2010.
///
/// Bone is a store without limit here; its cells (31 states in the original) are not modelled.
struct MineralMetabolism: Component {
    let pools: MineralPools
    let calcium: CalciumBalance
    /// Bone turnover relative to usual [1].
    var boneTurnover: Expression { calcium.boneTurnover }
    /// Calcium times phosphate, relative to the anchors [1].
    let relativeProduct: Expression

    init(in scope: Scope, person: Person, diet: Diet) {
        let usual = scope.parameter(
            "usualFiltration", 100, .millilitrePerMinute, .published(.petersonRiggs2010, at: "GFR 6 L/h"),
            "filtration at the anchor")
        let filtration = scope.define(
            "filtration", .litrePerHour, person.filtrationRate.converted(from: .millilitrePerMinute, to: .litrePerHour),
            "filtration")
        let pools = MineralPools(in: scope)
        calcium = CalciumBalance(
            in: scope.scope("calciumBalance", "calcium between gut, bone and kidney"), pools: pools, diet: diet,
            filtration: filtration, relativeFiltration: person.filtrationRate / usual)
        _ = PhosphateBalance(
            in: scope.scope("phosphateBalance", "phosphate between gut, bone and kidney"), pools: pools, diet: diet,
            filtration: filtration, calcium: calcium)
        _ = ParathyroidHormone(
            in: scope.scope("pthControl", "secretion and clearance of PTH"), pools: pools, person: person)
        _ = Calcitriol(
            in: scope.scope("calcitriolControl", "calcitriol from the kidney"), pools: pools, person: person,
            relativeFiltration: person.filtrationRate / usual)
        relativeProduct = scope.define(
            "relativeProduct", .dimensionless, pools.relativeCalcium * pools.relativePhosphate,
            "calcium × phosphate relative to the anchor")
        self.pools = pools
    }
}
