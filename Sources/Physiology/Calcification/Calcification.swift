import Modeling

/// Five beds: coronary (intimal), aorta, legs and, as a hypothesis, scalp (medial), and aortic valve.
///
/// Not modelled: calcification of brain, kidney and soft tissue, and fatigue.
struct Calcification: Component {
    let coronary, aorta, peripheral, valve, scalp: CalcificationBed
    /// Median aortic calcium of age and sex now [AU].
    let aorticMedian: Expression
    /// Log of scalp calcium over the usual of age and sex [1].
    let scalpDeparture: Expression
    let inhibitors: CirculatingInhibitors
    let effect: VitaminKEffect
    let scan: CalciumScan

    /// - Parameters:
    ///   - activeMGP: share of the wall's MGP that can hold back calcium [1].
    ///   - inhibition: of VKOR by warfarin [1].
    init(
        in scope: Scope, person: Person, start: CalcificationAtStart, mineral: MineralMetabolism,
        activeMGP: Expression, inhibition: Expression
    ) {
        let drivers = CalcificationDrivers(
            in: scope.scope("drivers", "risk factors for calcification"), person: person, mineral: mineral)
        let effect = VitaminKEffect(
            in: scope.scope("vitaminK", grade: .contested, "what vitamin K and warfarin do to calcification"),
            activeMGP: activeMGP, inhibition: inhibition)
        let inhibitors = CirculatingInhibitors(
            in: scope.scope("inhibitors", "fetuin-A, calciprotein particles, pyrophosphate"), person: person,
            mineral: mineral)
        let deposits = DepositNumbers(in: scope.scope("deposits", "micro- and mature deposits, cells of the wall"))
        let median = MedianAorticCalcium(
            in: scope.scope("aorticMedian", "usual aortic calcium by age and sex"), person: person)

        func bed(
            _ scope: Scope, _ numbers: BedNumbers, _ vitaminK: VitaminKEffect.OnBed, extra: Expression = 1
        ) -> CalcificationBed {
            CalcificationBed(
                in: scope, numbers: numbers, deposits: deposits, drivers: drivers, inhibitors: inhibitors,
                vitaminK: vitaminK, extra: extra)
        }
        let coronaryScope = scope.scope("coronary", "intimal calcification of the coronary arteries")
        coronary = bed(coronaryScope, .coronary(in: coronaryScope, start: start, drivers: drivers), effect.coronary)

        let aortaScope = scope.scope("aorta", "medial calcification of the aorta")
        let byPTH = aortaScope.parameter(
            "byPTH", 0, .dimensionless,
            .assumed(because: "mild hyperparathyroidism goes with slightly stiffer arteries; cause and sign are open"),
            spread: .normal(standardDeviation: 0.2), grade: .contested, nonNegative: false,
            "rise of log growth per log PTH")
        aorta = bed(
            aortaScope, .aorta(in: aortaScope, start: start, median: median), effect.aorta,
            extra: mineral.pools.relativePTH.power(byPTH))

        let peripheralScope = scope.scope("peripheral", "medial calcification of the arteries of the leg")
        peripheral = bed(
            peripheralScope, .peripheral(in: peripheralScope, start: start, median: median), effect.peripheral)

        let valveScope = scope.scope("valve", "calcification of the aortic valve")
        valve = bed(valveScope, .valve(in: valveScope, start: start), effect.valve)

        let scalpScope = scope.scope(
            "scalp", grade: .speculative, "hypothetical medial calcification of the scalp's arteries")
        let scalpNumbers = BedNumbers.scalp(in: scalpScope, start: start, median: median)
        scalp = bed(scalpScope, scalpNumbers, effect.scalp)
        let usualGrowth = median.now / (start.aorticRelative * median.atStart)
        scalpDeparture = scalpScope.define(
            "departure", .dimensionless, ln(scalp.calcium / (scalpNumbers.atStart * usualGrowth)),
            "log of scalp calcium over the usual of age and sex")

        scan = CalciumScan(
            in: scope.scope("scan", "error of a scan"), calcium: coronary.calcium, atStart: start.coronary)
        aorticMedian = median.now
        (self.effect, self.inhibitors) = (effect, inhibitors)
    }
}
