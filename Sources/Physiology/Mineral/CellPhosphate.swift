import Modeling

/// Phosphate inside cells (IntraPO), exchanging with the fluid within hours.
///
///     J54 = T49 · phosphate,   J56 = T55 · IntraPO
///
/// - Source: Peterson & Riggs 2010, doi:10.1016/j.bone.2009.08.053.
struct CellPhosphate: Component {
    init(in scope: Scope, pools: MineralPools) {
        let inward = scope.peterson("inward", 51.8, .litrePerHour, at: "T49", "clearance into cells")
        let outward = scope.peterson("outward", 0.019268, .perHour, at: "T55", "rate out of cells")
        let amount = scope.state(
            "amount", .millimole, initial: inward * pools.phosphateAnchor / outward, typical: 100,
            "phosphate inside cells, IntraPO")
        scope.flow("entry", from: pools.phosphateAmount, to: amount, rate: inward * pools.phosphate, "J54")
        scope.flow("return", from: amount, to: pools.phosphateAmount, rate: outward * amount, "J56")
    }
}
