import Modeling

extension BedNumbers {
    /// Coronary arteries: intimal, fitted to NH1; onset and growth of both sexes together, then of the person's own.
    static func coronary(
        in scope: Scope, start: CalcificationAtStart, drivers: CalcificationDrivers
    ) -> BedNumbers {
        BedNumbers(
            atStart: start.coronary,
            onset: scope.parameter(
                "onset", 0.095, .agatstonPerYear,
                .assumed(
                    because:
                        "set so that with its spread and susceptibility 6.6 % of people of 62, half men, a year pass from none to some (NH1, Kronmal 2007)"
                ),
                spread: .logNormal(coefficientOfVariation: 2), "new calcium, both sexes") * drivers.coronaryOnset,
            growth: scope.parameter(
                "growth", FittedValues.coronaryGrowth.value, .perYear,
                .fitted(study: FittedValues.coronaryGrowth.study),
                spread: .logNormal(coefficientOfVariation: 0.2), "growth in proportion, of small scores, both sexes")
                * drivers.coronaryGrowth,
            evenAbove: scope.parameter(
                "evenAbove", 30, .agatston,
                .assumed(
                    because:
                        "CRIC takes progression on the square root of the score (Bundy 2018); few foci grow in proportion"
                ),
                spread: .logNormal(coefficientOfVariation: 0.5), "score above which growth is even on its square root"))
    }
}
