import Modeling

/// The vitamin K cycle of one tissue: quinone → hydroquinone → epoxide → quinone.
///
/// Carboxylation uses hydroquinone and leaves epoxide; VKOR turns epoxide back and also reduces quinone, and warfarin
/// blocks both of its steps; a second reductase, which warfarin leaves alone, reduces quinone only. New vitamin K enters
/// as quinone and all forms leave alike (renewal u). The cycle turns within minutes while pools change within
/// hours, so the shares stand at balance at every moment:
///
///     e / h = kc / (kr · (1 − I) + u)
///     q / h = (kc + u) / (k1 · (1 − I) + kb)
///     h = 1 / (1 + e/h + q/h)
///
/// Warfarin acts through an Imax form rather than tight binding: it needs one number, which the INR can show,
/// where tight binding also needs the amount of enzyme, which nothing here can.
struct VitaminKCycle: Component {
    /// Amounts by redox form [nmol].
    let quinone: Expression
    let hydroquinone: Expression
    let epoxide: Expression

    /// - Parameter inhibition: of VKOR by warfarin, 0 to 1 [1].
    init(in scope: Scope, pool: CofactorPool, rates: CycleRates, inhibition: Expression) {
        let active = scope.define("activeVKOR", .dimensionless, 1 - inhibition, "share of VKOR left by warfarin")
        let return_ = rates.epoxideReduction * active + pool.renewal
        let epoxidePerHydroquinone = scope.define(
            "epoxidePerHydroquinone", .dimensionless, rates.carboxylation / return_, "epoxide per hydroquinone")
        let reduction = rates.quinoneReduction * active + rates.bypass
        let quinonePerHydroquinone = scope.define(
            "quinonePerHydroquinone", .dimensionless, (rates.carboxylation + pool.renewal) / reduction,
            "quinone per hydroquinone")
        let whole = 1 + epoxidePerHydroquinone + quinonePerHydroquinone
        let hydroquinone = scope.define("hydroquinone", .nanomole, pool.amount / whole, "effective hydroquinone")
        quinone = scope.define("quinone", .nanomole, quinonePerHydroquinone * hydroquinone, "effective quinone")
        epoxide = scope.define("epoxide", .nanomole, epoxidePerHydroquinone * hydroquinone, "effective epoxide")
        self.hydroquinone = hydroquinone
    }
}
