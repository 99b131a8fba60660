import Modeling

/// Calcium of one bed [AU]: micro-deposits form, mature into what a scan sees, and are mostly cleared before they do.
///
///     dm/dt = (onset · age + growth · M / √(1 + M / M₁)) · speed · (1 + c / k) − k' · m − c · m
///     dM/dt = k' · m − removal · M
///     speed = phenotype · susceptibility · circulating inhibitors · K factor
///
/// `onset` and `growth` are those of mature calcium: the factor 1 + c / k makes up for what is cleared in the reference
/// person. Growth is in proportion to M well below M₁ and on the square root of the score well above it, the scale on which
/// progression is even in cohorts; in proportion throughout, people prone to it would reach scores nobody has.
/// Micro-deposits are below what a scan resolves. They stand at balance at the start, M is the person's score.
struct CalcificationBed: Component {
    /// Mature calcium, which is what a scan scores [AU].
    let calcium: Expression
    /// Micro-deposits, in units of the mature calcium they hold [AU].
    let micro: Expression
    /// Growth relative to the reference person [1].
    let speed: Expression

    /// - Parameters:
    ///   - vitaminK: what carboxylated MGP and warfarin do in this bed.
    ///   - extra: further stimulus of this bed's cells [1].
    init(
        in scope: Scope, numbers: BedNumbers, deposits: DepositNumbers, drivers: CalcificationDrivers,
        inhibitors: CirculatingInhibitors, vitaminK: VitaminKEffect.OnBed, extra: Expression = 1
    ) {
        let phenotype = SmoothMusclePhenotype(
            in: scope, stimulus: drivers.stimulus * vitaminK.onPhenotype * extra, usual: deposits.usualPhenotype,
            turnover: deposits.phenotypeTurnover)
        let speed = scope.define(
            "speed", .dimensionless,
            phenotype.relative * drivers.susceptibility * inhibitors.factor * vitaminK.onDeposits,
            "speed relative to the reference person")

        let mature = scope.state(
            "calcium", .agatston, initial: numbers.atStart, typical: 1, pinned: true, "mature calcium in this bed")
        let micro = scope.state("micro", .agatston, typical: 1, "micro-deposits in this bed")
        let starting = (numbers.onset * drivers.relativeOnset).converted(from: .agatstonPerYear, to: .agatstonPerHour)
        let slowing = sqrt(1 + mature / numbers.evenAbove)
        let growing = numbers.growth.converted(from: .perYear, to: .perHour) * mature / slowing
        let forming = scope.define(
            "forming", .dimensionless, speed * (1 + deposits.clearing / deposits.maturing),
            "speed at which micro-deposits form, with those that are cleared")
        scope.flow("onset_", from: nil, to: micro, rate: starting * forming, "new foci")
        scope.flow("growth_", from: nil, to: micro, rate: growing * forming, "micro-deposits around foci")
        let maturing = (deposits.maturing * drivers.maturing).converted(from: .perYear, to: .perHour)
        let clearing = deposits.clearing.converted(from: .perYear, to: .perHour)
        scope.flow("maturing_", from: micro, to: mature, rate: maturing * micro, "micro-deposits mature")
        scope.flow("clearing_", from: micro, to: nil, rate: clearing * micro, "micro-deposits are cleared")
        scope.flow(
            "removal_", from: mature, to: nil, rate: deposits.removal.converted(from: .perYear, to: .perHour) * mature,
            "slow removal of mature calcium")
        (calcium, self.micro, self.speed) = (mature, micro, speed)
    }
}
