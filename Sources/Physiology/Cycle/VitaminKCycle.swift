import Modeling

/// The vitamin K cycle of one tissue: quinone → hydroquinone → epoxide → quinone.
///
/// Each Gla residue uses one hydroquinone and leaves one epoxide. VKOR reduces epoxide and quinone, which compete for it, and
/// warfarin blocks both steps; FSP1 and NQO1 reduce quinone only. New vitamin K enters as quinone and all forms leave
/// alike, so shares h and e of the pool N need only its renewal u (the vitamers' own balances give N):
///
///     h′ = (reduced − Gla) / N − u · h,        H = h · N
///     e′ = (Gla − returned) / N − u · e,       E = e · N,   Q = N − H − E
///     Gla = G · f(H),   returned = V · a · E / (K + E + Q),   reduced = ρ · V · a · Q / (K + E + Q) + b · Q
///
/// Shares are states: with much vitamin K on warfarin, epoxide gathers over hours at the rate at which Gla is made.
/// a = 1 − I for the liver; a tissue whose VKOR needs r times the warfarin keeps a · r / (a · r + I).
struct VitaminKCycle: Component {
    /// Effective amounts by redox form [nmol].
    let quinone: Expression
    let hydroquinone: Expression
    let epoxide: Expression
    /// Carboxylated share of new Gla protein [1].
    let carboxylated: Expression
    /// Epoxide over all other vitamin K [1]; hydroquinone is measured as quinone.
    let epoxideRatio: Expression

    /// - Parameter inhibition: of the liver's VKOR by warfarin, 0 to 1 [1].
    init(in scope: Scope, pool: CofactorPool, carboxylase: Carboxylase, rates: CycleRates, inhibition: Expression) {
        let third = scope.parameter(
            "shareAtStart", 0.3, .dimensionless, .assumed(because: "only a first guess for the balanced start"),
            "share of hydroquinone for the first guess")
        let reducedShare = scope.state(
            "hydroquinoneShare", .dimensionless, initial: third, typical: 0.001,
            "share of the pool that is hydroquinone"
        )
        let epoxideShare = scope.state(
            "epoxideShare", .dimensionless, typical: 1e-5, "share of the pool that is epoxide")
        let hydroquinone = scope.define(
            "hydroquinone", .nanomole, reducedShare * pool.amount, "effective hydroquinone")
        let epoxide = scope.define("epoxide", .nanomole, epoxideShare * pool.amount, "effective epoxide")
        let quinone = scope.define(
            "quinone", .nanomole, pool.amount * (1 - reducedShare - epoxideShare), "effective quinone")

        let left = (1 - inhibition) * rates.resistance
        let active = scope.define("activeVKOR", .dimensionless, left / (left + inhibition), "share left by warfarin")
        let vkor = scope.define(
            "vkor", .perHour, rates.spare * carboxylase.capacity * active / (rates.half + epoxide + quinone),
            "reduction by VKOR per substrate")

        carboxylated = carboxylase.share(in: scope, hydroquinone: hydroquinone)
        let gla = scope.define("gla", .nanomolePerHour, carboxylase.capacity * carboxylated, "Gla residues formed")
        let returned = scope.define("returned", .nanomolePerHour, vkor * epoxide, "epoxide reduced to quinone")
        let reduced = scope.define(
            "reduced", .nanomolePerHour, (vkor * rates.onQuinone + rates.bypass) * quinone, "quinone reduced")
        scope.rate(of: reducedShare, (reduced - gla) / pool.amount - pool.renewal * reducedShare)
        scope.rate(of: epoxideShare, (gla - returned) / pool.amount - pool.renewal * epoxideShare)

        epoxideRatio = epoxideShare / (1 - epoxideShare)
        (self.quinone, self.hydroquinone, self.epoxide) = (quinone, hydroquinone, epoxide)
    }
}
